import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { regularBytes } from '../../../content/files/regular-file.ts';
import { shownWords } from '../../../domain/problem.ts';
import { ImportFault } from '../../source-document.ts';
import { decodedPage } from '../encoding.ts';
import { openSource } from '../source.ts';
import { readAlto, type ScannedPage } from './alto.ts';
import { readHocr } from './hocr.ts';
import { isHocr } from './hocr-head.ts';

/** How many pages are kept: an article goes on from one to the next. */
const KEPT = 4;

/** The path below a folder that a METS file names; nothing where it leads elsewhere. */
export function pathOf(href: string): string | undefined {
  let path = href.trim();
  if (/^file:/iu.test(path)) path = path.slice('file:'.length).replace(/^\/\/(?=\.)/u, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A per cent sign is one.
  }
  path = path.replaceAll('\\', '/');
  const isOutside =
    /^[a-z][a-z\d+.-]*:/iu.test(path) ||
    path.includes('\0') ||
    isAbsolute(path) ||
    path.split('/').includes('..');
  return isOutside || path === '' ? undefined : path.replace(/^(?:\.\/)+/u, '');
}

const UNREAD = new Map([
  ['ELOOP', 'is a link. Put the file in its place.'],
  ['EFBIG', 'is larger than 64 MB, as no page is.'],
  ['EISDIR', 'is a folder. Put the file in its place.'],
  ['EFTYPE', 'is a pipe, a socket or a device. Put the file in its place.'],
]);

/** The bytes of a page. @throws ImportFault where it is no regular file */
function bytesAt(path: string, name: string): Uint8Array {
  try {
    return regularBytes(path);
  } catch (error) {
    const code = `${(error as NodeJS.ErrnoException).code}`;
    throw new ImportFault(`Its page “${name}” ${UNREAD.get(code) ?? `cannot be read (${code}).`}`);
  }
}

/** Reads a page of ALTO or hOCR. @throws ImportFault where its file holds several */
async function readPage(path: string, bytes: Uint8Array, name: string): Promise<ScannedPage> {
  const source = await openSource({ name: path, bytes }, undefined);
  if (!isHocr(source.head)) return readAlto(source);
  const [page, ...others] = readHocr(decodedPage(bytes).text);
  if (page && others.length === 0) return page;
  throw new ImportFault(
    `Its page “${name}” is hOCR of ${page ? 'several pages' : 'no page (ocr_page)'}. Give each page a file of its own, and name it so in the METS file.`,
  );
}

/** The files of pages that lie with a METS file, each read when it is asked for. */
export class PageFiles {
  readonly #folder: string;
  readonly #pages = new Map<string, ScannedPage>();

  constructor(mets: string) {
    this.#folder = dirname(resolve(mets));
  }

  /** Where the file of a page lies that was read. */
  localFile(href: string): { path: string } {
    return { path: resolve(this.#folder, pathOf(href) ?? '') };
  }

  /** Reads a page. @throws ImportFault where it is not there, or lies elsewhere */
  async page(href: string): Promise<ScannedPage> {
    const kept = this.#pages.get(href);
    if (kept) return kept;
    const name = shownWords(href);
    const path = pathOf(href);
    if (path === undefined)
      throw new ImportFault(
        `Its page “${name}” does not lie in its folder. Put it there, and name it so in the METS file.`,
      );
    const whole = resolve(this.#folder, path);
    let real: string;
    try {
      real = realpathSync(whole);
    } catch {
      throw new ImportFault(`Its page “${name}” is missing. Put it where the METS file names it.`);
    }
    // A link may lead out of the folder.
    const within = relative(realpathSync(this.#folder), real);
    if (within.startsWith('..') || isAbsolute(within))
      throw new ImportFault(
        `Its page “${name}” is a link to another folder. Put the file in its place.`,
      );
    const page = await readPage(path, bytesAt(whole, name), name);
    this.#pages.set(href, page);
    const [first] = this.#pages.keys();
    if (this.#pages.size > KEPT && first !== undefined) this.#pages.delete(first);
    return page;
  }
}
