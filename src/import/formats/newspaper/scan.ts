import { basename, dirname } from 'node:path';
import { type FindMedium, folderOf } from '../../media/folder.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import type { TextBlock } from './alto.ts';
import { pathOf } from './page-files.ts';

/** The scan of a page, as a picture of its own. */
export interface Scan {
  /** The blocks of the page that stand in the article. */
  blocks: ReadonlySet<TextBlock>;
  medium: SourceMedium;
}

/** A page whose scan is looked for. */
interface Scanned {
  /** What the program that read the page calls the file of its scan. */
  scan: string | undefined;
  /** The path of its ALTO file, from the folder of the source. */
  alto: string;
  /** Pictures of it that the METS file names. */
  named: readonly string[];
}

/** Endings of scans, the ones that browsers show first: where there are several, the first that is there comes in. */
const ENDINGS = ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'jp2', 'jpx', 'j2k'];
const rank = (name: string) => {
  const at = ENDINGS.indexOf(/\.([a-z\d]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? '');
  return at < 0 ? ENDINGS.length : at;
};

/** A path with another ending. */
const withEnding = (path: string, ending: string) =>
  path.replace(/(?:\.[A-Za-z\d]{1,5})?$/u, `.${ending}`);

/** The last part of a path of whatever system. */
const lastOf = (path: string) => path.split(/[/\\]/u).findLast((part) => part !== '');

/** Finds the scans of the pages of a source: those that it names, or that lie beside it under the name of the page. */
export class Scans {
  readonly #find: FindMedium;

  /** @param source the path of the METS file, or of the page itself */
  constructor(source: string) {
    this.#find = folderOf(source);
  }

  /** The pictures of a page that lie beside it, or beside its METS file, and are called as it is. */
  async #beside(path: string): Promise<string[]> {
    const found: string[] = [];
    for (const place of new Set([path, basename(path)]))
      for (const ending of ENDINGS.flatMap((one) => [one, one.toUpperCase()])) {
        const name = withEnding(place, ending);
        if (await this.#find(name)) found.push(name);
      }
    return found;
  }

  /** The scan of a page; nothing where the source names none and none lies beside it. */
  async of({ scan, alto, named }: Scanned): Promise<SourceMedium | undefined> {
    const own = scan === undefined ? undefined : lastOf(scan);
    const known = [
      ...named.map((one) => pathOf(one) ?? one),
      // Its program had it in a folder of another machine.
      ...(own === undefined ? [] : [`${dirname(alto)}/${own}`, own]),
    ];
    const references = [...new Set([...known, ...(await this.#beside(alto))])];
    if (references.length === 0) return undefined;
    return {
      kind: 'facsimile',
      references: references.toSorted((one, other) => rank(one) - rank(other)),
    };
  }
}

/** What is said of the scan of a page, in signs that any language has: its paper, its day, its number. */
export const saidOfPage = (
  { publisher, date }: { publisher?: string | undefined; date?: string | undefined },
  number: string | undefined,
): string | undefined =>
  asLine([publisher, date, number && `p. ${number}`].filter(Boolean).join(', '), 300);

/** Where blocks stand on a scan. */
export const placesOf = (blocks: readonly TextBlock[], { blocks: own }: Scan) =>
  blocks.flatMap((block) => (block.place && own.has(block) ? [block.place] : []));
