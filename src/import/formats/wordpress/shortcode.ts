/** The shortcodes of WordPress in a text: `[gallery ids="1,2"]`, `[caption]…[/caption]`. */

export interface Shortcode {
  name: string;
  /** Its attributes by name in lower case; those without a name by their number, from 0. */
  attributes: ReadonlyMap<string, string>;
  /** As it is written. */
  written: string;
}

/** A piece of a text: words, or a shortcode that opens or closes. */
export type Token = { text: string } | { open: Shortcode; isClosed: boolean } | { close: string };

/** No shortcode is longer. The limit bounds how far one is looked for. */
const LONGEST = 20_000;
const NAME = /^[a-z][\w-]*/iu;
const ATTRIBUTE =
  /([\w-]+)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+)/gu;

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  let unnamed = 0;
  for (const [, name, ...values] of text.matchAll(ATTRIBUTE)) {
    const value = values.find((one) => one !== undefined) ?? '';
    const key = name?.toLowerCase() ?? `${unnamed++}`;
    if (!attributes.has(key)) attributes.set(key, value);
  }
  return attributes;
}

/** Where the bracket closes that opens at a place; brackets in quotation marks are of an attribute. */
function endOf(text: string, at: number): number {
  let quote = '';
  for (let end = at + 1; end < text.length && end - at < LONGEST; end++) {
    const sign = text.charAt(end);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === ']') return end;
    else if ((sign === '"' || sign === "'") && text[end - 1] === '=') quote = sign;
    else if (sign === '[') return -1;
  }
  return -1;
}

/** What may be a shortcode by its looks, of whatever name; prose has brackets too. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const words = (end: number) => {
    if (end > from) tokens.push({ text: text.slice(from, end) });
  };
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', Math.max(at + 1, from))) {
    const isClose = text[at + 1] === '/';
    const begin = at + (isClose ? 2 : 1);
    const [name] = NAME.exec(text.slice(begin, begin + 80)) ?? [];
    if (name === undefined) continue;
    const end = endOf(text, at);
    if (end < 0) {
      // What does not end is words, and so is every bracket up to where it was looked for.
      continue;
    }
    const rest = text.slice(begin + name.length, end);
    // `[[gallery]]` is WordPress’s way to write of one.
    const isEscaped = text[at - 1] === '[' && text[end + 1] === ']';
    if (isEscaped || (rest !== '' && !/^[\s=/:]/u.test(rest))) continue;
    if (isClose && rest.trim() !== '') continue;
    words(at);
    from = end + 1;
    if (isClose) {
      tokens.push({ close: name.toLowerCase() });
      continue;
    }
    const isClosed = rest.endsWith('/');
    const shortcode = {
      name: name.toLowerCase(),
      attributes: attributesOf((isClosed ? rest.slice(0, -1) : rest).replace(/^[=:]/u, '')),
      written: text.slice(at, end + 1),
    };
    tokens.push({ open: shortcode, isClosed });
  }
  words(text.length);
  return tokens;
}
