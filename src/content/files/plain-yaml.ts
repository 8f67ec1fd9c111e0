// A tab, any other white space but spaces and line feeds, or a sign that is not seen.
const RARE = /[^\S \n]|(?!\n)\p{C}/u;
const INDENT = /^ */;
const HYPHEN = /^- +/;
const KEY = /^([a-zA-Z][a-zA-Z\d]{0,60}):(?: +|$)/;
// None of the signs that a word may begin with has a meaning in YAML.
const WORD = /^(?:[\p{L}\p{N}($/“‘«¿¡£€…]|-\d)/u;
// Within a word a colon before a space has a meaning, and # after one. A space at its end is no part of it.
const MEANT = /: | #|[: ]$/;
const SINGLE = /^'(?:[^']|'')*'$/;
const DOUBLE = /^"(?:[^"\\]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"$/;
const LIST = /^\[(?:[a-zA-Z\d]|-\d)[\w.-]*(?:, ?(?:[a-zA-Z\d]|-\d)[\w.-]*)*\]$/;
const OF_JSON = /^[[{]/;
const WHOLE = /^-?\d{1,15}$/;
const DECIMAL = /^-?\d{1,15}\.\d{1,15}$/;
const NO_TEXT = /^(?:null|true|false|0o[0-7]+|0x[\da-f]+|-?\d[\d.]*(?:e[-+]?\d+)?)$/i;
const NO_KEY = /^(?:null|true|false)$/i;

/** More levels than any entry has, and far fewer than YAML may have here. */
const DEEPEST = 8;

/** A line: its indentation, its hyphen with the spaces after it, its key, and what follows. */
interface Line {
  indent: number;
  hyphen: number;
  key: string | undefined;
  rest: string;
}

/** Thrown where YAML is not plain; it never leaves this module. */
const NOT_PLAIN = new Error('This YAML is not plain.');

function lineOf(text: string): Line {
  const indent = INDENT.exec(text)?.[0].length ?? 0;
  const item = text.slice(indent);
  const hyphen = HYPHEN.exec(item)?.[0].length ?? 0;
  const words = item.slice(hyphen);
  const [begun = '', key] = KEY.exec(words) ?? [];
  return { indent, hyphen, key, rest: words.slice(begun.length) };
}

/** JSON in the form in which programs write it: none of its keys stands twice then, and each number is a number of YAML. */
function jsonOf(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw NOT_PLAIN;
  }
  const levels = text.match(/[[{]/g)?.length ?? 0;
  if (levels > DEEPEST || /"(?:__proto__)?":/.test(text) || JSON.stringify(value) !== text)
    throw NOT_PLAIN;
  return value;
}

function wordOf(text: string): unknown {
  if (!NO_TEXT.test(text)) return text;
  if (WHOLE.test(text)) return Number.parseInt(text, 10);
  if (DECIMAL.test(text)) return Number.parseFloat(text);
  if (text === 'true' || text === 'false') return text === 'true';
  throw NOT_PLAIN;
}

function scalarOf(text: string): unknown {
  if (WORD.test(text) && !MEANT.test(text)) return wordOf(text);
  if (SINGLE.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (DOUBLE.test(text)) return JSON.parse(text);
  if (LIST.test(text)) return text.slice(1, -1).split(/, ?/).map(wordOf);
  if (OF_JSON.test(text)) return jsonOf(text);
  throw NOT_PLAIN;
}

/** Reads lines from the first to the last; each is taken once. */
class PlainReader {
  readonly #lines: Line[];
  #next = 0;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  /** Whether there are lines, and the first has a key and no indentation. */
  isMap(): boolean {
    return this.#lines[0]?.key !== undefined && this.#isAt(0, false);
  }

  /** The map whose keys stand in this column. Its first line may be that of an item. */
  map(column: number, level: number): unknown {
    if (level > DEEPEST) throw NOT_PLAIN;
    const map = new Map<string, unknown>();
    do {
      const { key, rest } = this.#lines[this.#next++] as Line;
      if (key === undefined || NO_KEY.test(key) || map.has(key)) throw NOT_PLAIN;
      map.set(key, rest === '' ? this.#below(column, level + 1) : scalarOf(rest));
    } while (this.#isAt(column, false));
    // biome-ignore lint/plugin: whoever reads YAML gets such objects, and takes from them with `own`.
    return Object.fromEntries(map);
  }

  /** Whether all lines were read. A line that goes on with the one above it was not. */
  isAtEnd(): boolean {
    return this.#next === this.#lines.length;
  }

  #isAt(column: number, isItem: boolean): boolean {
    const line = this.#lines[this.#next];
    return line !== undefined && line.indent === column && line.hyphen > 0 === isItem;
  }

  /** The value of a key in this column that stands on the lines below it. */
  #below(column: number, level: number): unknown {
    const line = this.#lines[this.#next];
    if (line === undefined || line.indent < column) return null;
    // A list may stand in the column of its key.
    if (line.hyphen > 0) return this.#list(line.indent, level);
    return line.indent === column ? null : this.map(line.indent, level);
  }

  #list(column: number, level: number): unknown[] {
    if (level > DEEPEST) throw NOT_PLAIN;
    const list: unknown[] = [];
    do {
      const { key, rest, hyphen } = this.#lines[this.#next] as Line;
      if (key !== undefined) {
        list.push(this.map(column + hyphen, level + 1));
      } else {
        this.#next += 1;
        list.push(scalarOf(rest));
      }
    } while (this.#isAt(column, true));
    return list;
  }
}

/**
 * The value of YAML that is plain, as that of nearly all entries is: a map of words, of lists and of maps, each word on
 * its line. It is the same value that the whole parser gives, but many times as fast. `undefined` for any other YAML,
 * and for any that has a fault.
 */
export function plainYaml(source: string): unknown {
  if (RARE.test(source)) return undefined;
  const lines = source.split('\n').filter((line) => line !== '');
  const reader = new PlainReader(lines.map(lineOf));
  if (!reader.isMap()) return undefined;
  try {
    const map = reader.map(0, 1);
    return reader.isAtEnd() ? map : undefined;
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}
