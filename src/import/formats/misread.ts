/** Signs that a text was read in a wrong encoding before it came here. Such a text is kept as it is, and the archivist told. */

const SIGNS = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at),
);
const BYTES = new Map(Array.from(SIGNS, (sign, at) => [sign, 0x80 + at]));
const utf8 = new TextDecoder('utf-8', { fatal: true });

// What texts are written in; NKo and Syriac come of an ß or an Ý before a soft hyphen.
const WRITTEN = /^[\p{L}\p{P}\p{S}\p{Zs}\p{Cf}]/u;
const RARE = /[\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Armenian}]/u;

/** Whether signs are a letter of UTF-8 read as Windows-1252: “Ã¤” is ä. */
function isMisread(signs: string): boolean {
  // An umlaut before a soft hyphen is an umlaut.
  if (/^[^ÃÂ]\u00ad/u.test(signs)) return false;
  try {
    const letter = utf8.decode(Uint8Array.from(signs, (sign) => BYTES.get(sign) ?? 0));
    return WRITTEN.test(letter) && !RARE.test(letter);
  } catch {
    return false;
  }
}

const LONGEST = 4;

/** Every run of signs of a text that is one letter of UTF-8 read as Windows-1252. */
export function misreadIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const lead = BYTES.get(text.charAt(at)) ?? 0;
    if (lead < 0xc2) continue;
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : LONGEST;
    const signs = text.slice(at, at + length);
    if (!isMisread(signs)) continue;
    found.push(signs);
    at += length - 1;
  }
  return found;
}

// A capital may well stand before a quotation mark: “Ö“ is nothing but an Ö, once.
const isLikely = (found: readonly string[]) =>
  found.length > 2 || found.some((signs) => /^(?:Ã|â€)/u.test(signs));

const around = (text: string, at: number) =>
  text.slice(Math.max(0, at - 20), at + 20).replace(/\s+/gu, ' ');

/** What the archivist should know of how a text was encoded before. */
export function misreadNotes(text: string): string[] {
  const notes: string[] = [];
  const found = misreadIn(text);
  if (isLikely(found))
    notes.push(
      `its source was read in a wrong encoding before it came here (“${around(text, text.indexOf(found[0] ?? ''))}”); it is kept as it is`,
    );
  const unread = text.split('\uFFFD').length - 1;
  if (unread > 0)
    notes.push(
      `${unread === 1 ? 'one character' : `${unread} characters`} could not be read (“${around(text, text.indexOf('\uFFFD'))}”): the source is spoilt there, or --encoding names another encoding`,
    );
  return notes;
}
