/** The entries of a BibTeX file, each by its bounds: what is broken in one is no fault of the others. */

/** An entry as it is written. */
export interface Entry {
  /** What stands behind its `@`, in small letters. */
  kind: string;
  /** What others call it by in `crossref`; empty where it has no key. */
  key: string;
  /** The line on which it begins. */
  line: number;
  source: string;
  /** What is wrong with its bounds. */
  fault?: string;
}

const ENTRY = /@[ \t]{0,9}([a-z][\w:+.-]{0,60})\s{0,99}([{(])/iy;
const KEY = /\s{0,99}([^\s,{}()"=]{0,300})\s{0,99},/y;
/** What begins another entry, at the start of a line. */
const NEXT = /@[ \t]{0,9}[a-z]{2,30}[ \t]{0,9}[{(]/iy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * Where an entry ends whose first brace stands at `open`: behind the brace that closes it; or before another entry that
 * begins a line, where none does. What a comment holds may look like entries.
 */
function endOf(text: string, open: number, isComment: boolean): { end: number; isClosed: boolean } {
  const inBraces = text[open] === '{';
  let depth = inBraces ? 0 : 1;
  let isLineStart = false;
  let isQuoted = false;
  for (let at = inBraces ? open : open + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') isLineStart = true;
    else if (sign === '@' && isLineStart && !isComment && matchAt(NEXT, text, at))
      return { end: at, isClosed: false };
    else if (sign !== ' ' && sign !== '\t') isLineStart = false;
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (!inBraces && depth === 1 && sign === '"') isQuoted = !isQuoted;
    else if (!inBraces && depth === 1 && sign === ')' && !isQuoted) depth--;
    if (depth === 0) return { end: at + 1, isClosed: true };
  }
  return { end: text.length, isClosed: false };
}

/** What stands between entries and looks like fields: the entry before it was closed too soon. */
const STRAYED = /^\s{0,99}(?:[,}]|[a-z][\w-]{0,40}\s{0,9}=\s{0,9}["{\w])/i;

/** The lines of a text. Each sign is looked at once, so indices rise. */
class Lines {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #isComment: boolean | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The line of an index, and whether it begins with a percent sign. */
  of(index: number): { line: number; isComment: boolean } {
    for (; this.#at < index; this.#at++) {
      const sign = this.#text[this.#at] ?? '';
      if (sign === '\n') {
        this.#line++;
        this.#isComment = undefined;
      } else if (this.#isComment === undefined && sign.trim() !== '')
        this.#isComment = sign === '%';
    }
    return { line: this.#line, isComment: this.#isComment ?? false };
  }
}

/** The entries of a text, `@string` and the like among them; comments are passed over. */
export function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  const lines = new Lines(text);
  let last = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, last))) {
    const head = matchAt(ENTRY, text, at);
    const { line, isComment } = lines.of(at);
    if (!head || isComment) continue;
    const before = entries.at(-1);
    if (before && !before.fault && STRAYED.test(text.slice(last, Math.min(at, last + 200))))
      before.fault = 'A brace closes it before its last field';
    const [whole, word = ''] = head;
    const kind = word.toLowerCase();
    const open = at + whole.length - 1;
    const { end, isClosed } = endOf(text, open, kind === 'comment');
    if (kind !== 'comment' || !isClosed)
      entries.push({
        kind,
        key: matchAt(KEY, text, open + 1)?.[1] ?? '',
        line,
        source: text.slice(at, end),
        ...(!isClosed && { fault: 'A brace of it is not closed' }),
      });
    last = end;
  }
  const before = entries.at(-1);
  if (before && !before.fault && STRAYED.test(text.slice(last, last + 200)))
    before.fault = 'A brace closes it before its last field';
  return entries;
}
