import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WIDTHS } from '../../domain/media/rendition.ts';
import { SETTINGS } from '../../outputs/media/encoding/format.ts';
import type { Builder } from '../building/builder.ts';

const NAME = '@11ty/eleventy-img';

/** Its program: the same files, with the same settings, as many at once as it does by itself. */
const program = (pictures: string, out: string) => `import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Image from '${NAME}';
await Promise.all(readdirSync(${JSON.stringify(pictures)}).map((name) => Image(join(${JSON.stringify(pictures)}, name), {
  widths: ${JSON.stringify(WIDTHS)},
  formats: ['avif', 'webp', 'jpeg'],
  outputDir: ${JSON.stringify(out)},
  fixOrientation: true,
  sharpAvifOptions: ${JSON.stringify(SETTINGS.avif)},
  sharpWebpOptions: ${JSON.stringify(SETTINGS.webp)},
  sharpJpegOptions: ${JSON.stringify(SETTINGS.jpg)},
})));
`;

/**
 * Eleventy’s maker of pictures, in the folder that the variable ELEVENTY names, as npm installs it there; undefined where
 * it is not installed.
 *
 * @param pictures the folder of the pictures
 * @param out where it writes
 */
export function findEleventyImg(
  pictures: string,
  out: string,
): (Builder & { version: string }) | undefined {
  const folder = process.env['ELEVENTY'];
  const about = folder && resolve(folder, 'node_modules', NAME, 'package.json');
  if (!folder || !about || !existsSync(about)) return undefined;
  const { version } = JSON.parse(readFileSync(about, 'utf8'));
  // It is found from where the program lies.
  const file = join(resolve(folder), 'cuttings-bench.mjs');
  writeFileSync(file, program(pictures, out));
  return {
    name: NAME,
    version,
    program: process.execPath,
    args: [file],
    cwd: resolve(folder),
    env: process.env,
    out,
  };
}
