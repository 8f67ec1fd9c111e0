/** Words that the end of a line parts. */

const PARTED = /([\p{L}\p{M}]{1,50})[-\u2010\u00ad]$/u;
const REST = /^[\p{L}\p{M}]{1,50}/u;

/** Makes a text of lines, given the words that the whole has. */
export class Hyphens {
  /** How many words keep a hyphen that may be that of a line’s end alone. */
  kept = 0;
  readonly #words = new Set<string>();

  constructor(lines: Iterable<string>) {
    for (const line of lines)
      for (const word of line.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [])
        this.#words.add(word.toLowerCase());
  }

  /** Lines as one text. A word that is parted is joined where it stands elsewhere so. */
  text(lines: readonly string[]): string {
    // Not added to a text that grows: a paragraph may have any number of lines.
    const parts: string[] = [];
    for (const line of lines) {
      const last = parts.at(-1);
      const [, start] = (last && PARTED.exec(last.slice(-60))) || [];
      const [rest] = REST.exec(line) ?? [];
      if (last === undefined || start === undefined || rest === undefined)
        parts.push(last === undefined ? line : ` ${line}`);
      else if (last.endsWith('\u00ad') || this.#isOne(start, rest))
        parts.splice(-1, 1, last.slice(0, -1), line);
      else {
        if (/^\p{Ll}/u.test(rest) && !this.#words.has(`${start}-${rest}`.toLowerCase()))
          this.kept++;
        parts.push(line);
      }
    }
    return parts.join('').replaceAll('\u00ad', '');
  }

  #isOne(start: string, rest: string): boolean {
    return /^\p{Ll}/u.test(rest) && this.#words.has(`${start}${rest}`.toLowerCase());
  }
}
