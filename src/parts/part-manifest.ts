import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { lyingAt, regularBytes } from '../content/files/regular-file.ts';
import { digestOf } from '../fixity/copy.ts';
import { filesIn } from '../fixity/site-paths.ts';

/** The file of a part that says what it holds. It is written last: without it there is no part. */
export const PART_MANIFEST = 'part.json';

/** The folders, in a part as in a cache, of what was encoded of its pictures, and of its words as they were indexed. */
export const ENCODINGS = 'encodings';
export const WORDS = 'words';

/** The store of the articles, and what lies in those folders; paths of no other form are read. */
const PATH = /^(?:articles-[0-9a-f]{12}\.sqlite|(?:encodings|words)\/[0-9a-f]{40})$/;

const schema = z.object({
  /** A digest of the code that read it, of the settings, and of the address of the site. */
  terms: z.string(),
  /** How many articles it has. */
  articles: z.int().nonnegative(),
  files: z
    .array(z.object({ path: z.string().regex(PATH), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .refine((files) => files.filter(({ path }) => path.endsWith('.sqlite')).length === 1),
});

/** What a part says that it holds. */
export type PartManifest = z.infer<typeof schema>;

/** Reads what a part says. @returns undefined where it is not as it was written */
export function partManifestOf(text: string): PartManifest | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * What the part in a folder says, with all its files as they were made.
 *
 * @returns undefined where there is no whole part
 */
export function wholePart(folder: string): PartManifest | undefined {
  try {
    const manifest = partManifestOf(`${regularBytes(join(folder, PART_MANIFEST))}`);
    const isWhole = manifest?.files.every(({ path, sha256 }) => {
      const file = join(folder, path);
      return lyingAt(file) === 'file' && digestOf(file, 'sha256') === sha256;
    });
    return isWhole ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a folder may be replaced by a part: it is not there, or has nothing but what a part has. */
export const mayHoldPart = (folder: string): boolean =>
  !existsSync(folder) ||
  (lyingAt(folder) === 'folder' &&
    filesIn(folder).every((path) => path === PART_MANIFEST || PATH.test(path)));

/** Describes all files of a folder in its manifest. */
export function describePart(folder: string, said: Omit<PartManifest, 'files'>): PartManifest {
  const files = filesIn(folder)
    .filter((path) => PATH.test(path))
    .toSorted()
    .map((path) => ({ path, sha256: digestOf(join(folder, path), 'sha256') }));
  const manifest = { ...said, files };
  writeFileSync(join(folder, PART_MANIFEST), `${JSON.stringify(manifest, undefined, 1)}\n`);
  return manifest;
}

/** The store of its articles. */
export const storeOf = ({ files }: Pick<PartManifest, 'files'>): string =>
  files.find(({ path }) => path.endsWith('.sqlite'))?.path ?? '';
