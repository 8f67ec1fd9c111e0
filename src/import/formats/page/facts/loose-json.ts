import { unescaped } from '../../../markup/markup.ts';

/** Signs that end a string, where they come after its closing quotation mark. */
const AFTER_STRING = new Set([',', ':', '}', ']', '']);

/** The first sign that is no white space, from a place on. */
function signFrom(text: string, from: number): string {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  return text.charAt(at);
}

/** A string as JSON has it, from its quotation mark on, and the place after it. Quotation marks within and raw line ends are escaped. */
function stringAt(text: string, from: number): { json: string; next: number } {
  let json = '"';
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      const next = text.charAt(++at);
      json += /["\\/bfnrtu]/.test(next) ? `\\${next}` : next === '' ? '' : next;
    } else if (sign === '"' && AFTER_STRING.has(signFrom(text, at + 1)))
      return { json: `${json}"`, next: at + 1 };
    else if (sign === '"') json += '\\"';
    else json += sign < ' ' ? JSON.stringify(sign).slice(1, -1) : sign;
  }
  return { json: `${json}"`, next: text.length };
}

/** The place after a comment, or after a mark that hides the text from old browsers. */
function afterComment(text: string, at: number): number | undefined {
  const past = (mark: string) => {
    const end = text.indexOf(mark, at + 2);
    return end < 0 ? text.length : end + mark.length;
  };
  if (text.startsWith('/*', at)) return past('*/');
  if (text.startsWith('//', at)) {
    // `//<![CDATA[` hides only itself; what follows on its line may be the data.
    return /^\/\/\s?(?:<!\[CDATA\[|\]\]>|<!--|-->)/.test(text.slice(at, at + 12))
      ? at + 2
      : past('\n');
  }
  for (const mark of ['<![CDATA[', ']]>', '<!--', '-->'])
    if (text.startsWith(mark, at)) return at + mark.length;
  return undefined;
}

/** The values that a text holds one after another, each as JSON, without comments and needless commas. */
function mended(text: string): string[] {
  const values: string[] = [];
  let json = '';
  // White space and commas, until it is known what follows them.
  let between = '';
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    const after = afterComment(text, at);
    if (after !== undefined) {
      at = after;
      continue;
    }
    const isOpening = sign === '{' || sign === '[';
    // What stands between values is none.
    if (depth === 0 && !isOpening) {
      at = sign === '"' ? stringAt(text, at).next : at + 1;
      continue;
    }
    if (sign === ',' || /\s/.test(sign)) {
      between += sign;
      at++;
      continue;
    }
    const isClosing = sign === '}' || sign === ']';
    json += isClosing ? '' : between;
    between = '';
    const { json: written, next } =
      sign === '"' ? stringAt(text, at) : { json: sign, next: at + 1 };
    json += written;
    at = next;
    if (isOpening) depth++;
    if (isClosing && --depth === 0) {
      values.push(json);
      json = '';
    }
  }
  return values;
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/**
 * The values of JSON as web pages have it: in a CDATA section or a comment, with comments, raw line ends, commas too many,
 * quotation marks not escaped, or as several values. What cannot be read is left out.
 */
export function looseJson(text: string): unknown[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  const source = text.includes('"') ? text : unescaped(text);
  return mended(source)
    .map(parsed)
    .filter((value) => value !== undefined);
}
