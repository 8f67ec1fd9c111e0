import { namesIn } from '../saved/zip-head.ts';

/** Telling office documents that are not read, by the names of what they hold. */

const SIGN = 'd0cf11e0a1b11ae1';
/** What a zip is, by the name of an entry. */
const ZIPS: readonly [name: RegExp, what: string][] = [
  [/^ppt\//u, 'a presentation'],
  [/^visio\//u, 'a drawing (Visio)'],
  [/^Index(?:\/Document\.iwa|\.zip)$|\.iwa$/u, 'a document of Pages, Keynote or Numbers'],
  [/^META-INF\/container\.xml$/u, 'a book (EPUB)'],
  [/^designmap\.xml$/u, 'a layout of InDesign'],
];
const OF_TYPE: readonly [type: string, what: string][] = [
  ['application/epub+zip', 'a book (EPUB)'],
  ['application/vnd.oasis.opendocument.presentation', 'a presentation'],
  ['application/vnd.oasis.opendocument.graphics', 'a drawing'],
  ['application/vnd.adobe.indesign-idml-package', 'a layout of InDesign'],
];

/** What office document a file is that begins so, and what to do; nothing where it is none that is known. */
export function officeForm(start: Uint8Array): readonly [what: string, todo: string] | undefined {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  // Word keeps what it locks within a file of its older form.
  if (bytes.toString('hex', 0, 8) === SIGN)
    return bytes.includes('EncryptedPackage', 0, 'utf16le')
      ? ['an office document that is locked with a password', 'save it without one']
      : undefined;
  const names = [...namesIn(bytes)];
  const type = bytes.toString('latin1', 30, 100);
  const what =
    OF_TYPE.find(([one]) => type.startsWith(`mimetype${one}`))?.[1] ??
    ZIPS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  return what === undefined ? undefined : [what, 'save it as .docx, .odt or .txt'];
}
