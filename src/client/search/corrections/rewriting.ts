/** What may stand beside a word: a letter, mark or figure there belongs to it. */
const WITHIN = /[\p{L}\p{M}\p{N}]/u;
const MINUS = /(?:^|\s)[-−–]["“”„«]?$/u;

/** A query with its white space in single spaces, as `replaced` looks through it. */
const evened = (q: string): string => q.replace(/\s+/gu, ' ');

/**
 * A query with words of it in place of others, wherever they stand and are not excluded; as it was where they do not.
 *
 * @param written as they stand in the query, with single spaces
 */
export function replaced(q: string, written: string, by: string): string {
  const text = evened(q);
  let made = '';
  let from = 0;
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const end = at + written.length;
    const isPart = WITHIN.test(text.charAt(at - 1)) || WITHIN.test(text.charAt(end));
    if (at < from || isPart || MINUS.test(text.slice(0, at))) continue;
    made += text.slice(from, at) + by;
    from = end;
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
