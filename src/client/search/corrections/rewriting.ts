import { evened, placeOf } from '../../../domain/search/query/word-place.ts';

const MINUS = /(?:^|\s)[-−–]["“”„«]?$/u;

/**
 * A query with words of it in place of others, wherever they stand and are not excluded; as it was where they do not.
 *
 * @param written as they stand in the query, with single spaces
 */
export function replaced(q: string, written: string, by: string): string {
  const text = evened(q);
  let made = '';
  let from = 0;
  for (let at = placeOf(text, written); at >= 0; at = placeOf(text, written, at + 1)) {
    if (at < from || MINUS.test(text.slice(0, at))) continue;
    made += text.slice(from, at) + by;
    from = at + written.length;
  }
  return made + text.slice(from);
}

const MARKS = /["“”„«»]/gu;

/** True where words stand in quotation marks in a query. */
export function isQuoted(q: string, written: string): boolean {
  const text = evened(q);
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const before = text.slice(0, at).trimEnd();
    // Every second mark ends a quotation.
    const opened = before.match(MARKS)?.length ?? 0;
    if (opened % 2 === 1 && '"“”„«»'.includes(before.charAt(before.length - 1))) return true;
  }
  return false;
}
