import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mediaId } from '../../domain/media/media-id.ts';
import { makeMedia } from '../../outputs/media/making.ts';
import type { MediumSource } from '../../outputs/media/medium-parts.ts';
import { SIZE } from './picture.ts';

/**
 * The program that makes the files of pictures as a build does: `own.ts PICTURES CACHE SITE`. What it made of what lies
 * beside the site, as a build’s record does. It prints a line as a stage of a build does.
 */
const [pictures = '', cache = '', site = ''] = process.argv.slice(2);
const start = performance.now();

const sources = readdirSync(pictures).map((file): MediumSource => {
  const path = join(pictures, file);
  const bytes = readFileSync(path);
  const sha256 = hash('sha256', bytes);
  return {
    path,
    medium: {
      id: mediaId(sha256),
      file,
      kind: 'photograph',
      altText: 'An invented picture',
      decorative: false,
      isPlaced: false,
      personsShown: [],
      regions: [],
      captions: [],
      redacted: false,
      facts: { sha256, bytes: bytes.length, type: 'image/jpeg', ...SIZE },
    },
  };
});

const record = `${site}.json`;
const made = new Map<string, string>(
  existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : [],
);
const encoded = await makeMedia(sources, cache, 'bench', {
  isDue: (path, input) => {
    const isDue = made.get(path) !== input || !existsSync(join(site, path));
    made.set(path, input);
    return isDue;
  },
  write: (path, bytes) => {
    const file = join(site, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  },
  at: () => {},
});
writeFileSync(record, JSON.stringify([...made]));
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`pictures: ${encoded} pictures encoded, ${seconds} s`);
