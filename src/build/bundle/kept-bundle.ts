import { join } from 'node:path';
import { keepText, keptText } from '../../content/store/kept-text.ts';
import { contentsOf, digestOf } from '../../fixity/copy.ts';

/** A style sheet of a page, as Astro notes it. */
export interface Style {
  depth: number;
  order: number;
  sheet: { type: 'external'; src: string } | { type: 'inline'; content: string };
}

/** What its maker knows of a bundle. */
export interface BundleFacts {
  /** A digest of the code of each page, by the file of its route. */
  codes: Map<string, string>;
  /** The style sheets of each page, by Astro’s key of the page. */
  styles: Map<string, Style[]>;
}

interface Kept {
  /** The SHA-256 of each file of the bundle, by path in its folder. */
  files: [path: string, digest: string][];
  codes: [component: string, digest: string][];
  styles: [key: string, styles: Style[]][];
}

/** The code that makes pages, bundled by Astro, and what browsers fetch for them. */
export interface Bundle extends BundleFacts {
  folder: string;
}

/** Below a bundle: the code that makes pages. */
export const CODE = 'code';
/** Among the code: what the compiled components run on. */
export const RUNTIME = 'runtime.mjs';
/** Below a bundle: what a site holds of it. */
export const FILES = 'site';

const RECORD = 'bundle.json';

/** The bundle that is kept in a folder; undefined where it is not whole, or not as it was made. */
export function bundleIn(folder: string): Bundle | undefined {
  const text = keptText(join(folder, RECORD));
  if (text === undefined) return undefined;
  const { files, codes, styles }: Kept = JSON.parse(text);
  const digests = new Map(files);
  const there = contentsOf(folder).filter(({ path }) => path !== RECORD);
  const isWhole =
    there.length === digests.size &&
    there.every(
      ({ path, isFile }) => isFile && digests.get(path) === digestOf(join(folder, path), 'sha256'),
    );
  return isWhole ? { folder, codes: new Map(codes), styles: new Map(styles) } : undefined;
}

/** Keeps what was put into a folder, and what is known of it. */
export function keepBundle(folder: string, { codes, styles }: BundleFacts): void {
  const files = contentsOf(folder).map(({ path }): [string, string] => [
    path,
    digestOf(join(folder, path), 'sha256'),
  ]);
  const kept: Kept = { files, codes: [...codes], styles: [...styles] };
  keepText(join(folder, RECORD), JSON.stringify(kept));
}
