/** Words that the end of a line parts. */

const PARTED = /([\p{L}\p{M}]{1,50})[-\u2010\u00ad]$/u;
const WITHIN = /\p{L}\u2010\p{L}/u;
const REST = /^[\p{L}\p{M}]{1,50}/u;

/** Makes a text of lines, given the words that the whole has. */
export class Hyphens {
  /** How many words keep a hyphen that may be that of a line’s end alone. */
  kept = 0;
  readonly #words = new Set<string>();
  /** Whether words have within a line the hyphen that programs put where they part a word. */
  #writesIt = false;

  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      this.#writesIt ||= WITHIN.test(line);
      for (const word of line
        .replaceAll('\u2010', '-')
        .match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [])
        this.#words.add(word.toLowerCase());
    }
  }

  /** Lines as one text, without the signs that say where a word may be parted. */
  text(lines: readonly string[]): string {
    return this.joined(lines).replaceAll('\u00ad', '');
  }

  /** Lines as one text. A word that is parted is joined where it stands elsewhere so. */
  joined(lines: readonly string[]): string {
    // Not added to a text that grows: a paragraph may have any number of lines.
    const parts: string[] = [];
    for (const line of lines) {
      const last = parts.at(-1);
      const [, start] = (last && PARTED.exec(last.slice(-60))) || [];
      const [rest] = REST.exec(line) ?? [];
      if (last === undefined || start === undefined || rest === undefined)
        parts.push(last === undefined ? line : ` ${line}`);
      else if (
        last.endsWith('\u00ad') ||
        this.#isSet(last, start, rest) ||
        this.#isOne(start, rest)
      )
        parts.splice(-1, 1, last.slice(0, -1), line);
      else {
        if (/^\p{Ll}/u.test(rest) && !this.#words.has(`${start}-${rest}`.toLowerCase()))
          this.kept++;
        parts.push(line);
      }
    }
    return parts.join('');
  }

  /** Whether the hyphen is one that a program put at the end of the line: people write “-”. */
  #isSet(line: string, start: string, rest: string): boolean {
    const isParted = line.endsWith('\u2010') && !this.#writesIt;
    const isWord = /^\P{Lu}/u.test(rest) || start === start.toUpperCase();
    return isParted && isWord && !this.#words.has(`${start}-${rest}`.toLowerCase());
  }

  #isOne(start: string, rest: string): boolean {
    return /^\p{Ll}/u.test(rest) && this.#words.has(`${start}${rest}`.toLowerCase());
  }
}
