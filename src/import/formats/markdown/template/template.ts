import { shownWords } from '../../../../domain/problem.ts';
import { wordsOf } from './parameter.ts';
import { tagAt } from './tag.ts';

/**
 * What programs of sites put into Markdown: shortcodes of Hugo, tags of Liquid, components of MDX. None of it is run: the
 * words in it stay, and it is named.
 */

/** What stands in place of a piece of a text up to `end`. */
interface Piece {
  end: number;
  words: string;
  /** How it is named to the archivist; nothing where nothing is lost with it. */
  named?: string;
  /** Whether its words are lines of their own already. */
  isFence?: boolean;
}

const SHORTCODE = /\{\{([<%])\s*(?:(\/)\s*)?([\w./-]{1,100})/y;
const LIQUID = /\{%-?\s*([\w-]{1,100})/y;
const FENCE = '``````';

/** A line of a fence in place of a tag: what stands between two of them is code. */
const fenceFor = (text: string, start: number, end: number, isOpening: boolean): Piece =>
  isOpening
    ? { end: end + (text[end] === '\n' ? 1 : 0), words: `\n\n${FENCE}\n`, isFence: true }
    : { end, words: `${text[start - 1] === '\n' ? '' : '\n'}${FENCE}\n\n`, isFence: true };

/** Finds a text from a place on. What was not found once is not looked for again. */
function finder(text: string) {
  const missing = new Set<string>();
  return (sought: string, from: number): number => {
    if (missing.has(sought)) return -1;
    const at = text.indexOf(sought, from);
    if (at < 0) missing.add(sought);
    return at;
  };
}
type Find = ReturnType<typeof finder>;

/** Where a comment ends whose opening tag ends here: readers of the site do not see it. */
function endOfComment(find: Find, from: number, closings: readonly string[]): number {
  const ends = closings.map((closing) => [find(closing, from), closing.length] as const);
  const [at, length] = ends.filter(([found]) => found >= 0).toSorted(([a], [b]) => a - b)[0] ?? [
    from,
    0,
  ];
  return at + length;
}

function shortcode(text: string, start: number, find: Find): Piece | undefined {
  SHORTCODE.lastIndex = start;
  const [whole = '', sign = '', slash, name = ''] = SHORTCODE.exec(text) ?? [];
  const close = sign === '<' ? '>}}' : '%}}';
  const at = whole === '' ? -1 : find(close, start + whole.length);
  if (at < 0) return undefined;
  const end = at + close.length;
  if (name === 'highlight') return fenceFor(text, start, end, slash === undefined);
  if (slash) return { end, words: '' };
  if (name === 'comment') {
    const closings = ['{{< /comment >}}', '{{% /comment %}}', '{{</comment>}}'];
    return { end: endOfComment(find, end, closings), words: '', named: 'a comment' };
  }
  return {
    end,
    words: wordsOf(text.slice(start + whole.length, at)),
    named: shownWords(text.slice(start, end)),
  };
}

function liquid(text: string, start: number, find: Find): Piece | undefined {
  LIQUID.lastIndex = start;
  const [whole = '', name = ''] = LIQUID.exec(text) ?? [];
  const at = whole === '' ? -1 : find('%}', start + whole.length);
  if (at < 0) return undefined;
  const end = at + 2;
  if (name.endsWith('highlight')) return fenceFor(text, start, end, name === 'highlight');
  if (name.startsWith('end') || name === 'raw') return { end, words: '' };
  if (name === 'comment') {
    const closings = ['{% endcomment %}', '{%- endcomment -%}', '{%endcomment%}'];
    return { end: endOfComment(find, end, closings), words: '', named: 'a comment' };
  }
  return {
    end,
    words: wordsOf(text.slice(start + whole.length, at)),
    named: shownWords(text.slice(start, end)),
  };
}

/** A value of Liquid where an address should be; elsewhere it stays as it is written. */
function output(text: string, start: number, find: Find): Piece | undefined {
  if (!/(?:\]\(|="|=')$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const at = find('}}', start);
  return at < 0
    ? undefined
    : { end: at + 2, words: '', named: shownWords(text.slice(start, at + 2)) };
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;

function element(text: string, start: number): Piece | undefined {
  const tag = tagAt(text, start);
  if (!tag) return undefined;
  const { name, end, attributes, isClosing, isWhole, hasExpression } = tag;
  // `<VIDEO>` is HTML; a component has small letters too.
  const isComponent = /^[A-Z]/u.test(name) && /[a-z.]/u.test(name);
  if (isComponent && isClosing) return { end, words: '' };
  if (isComponent) return { end, words: wordsOf(attributes), named: `<${shownWords(name)}>` };
  if (isClosing || (!hasExpression && !isWhole) || (isWhole && VOID.test(name) && !hasExpression))
    return undefined;
  // HTML knows no `<video/>`: it would take what follows for its content.
  const kept = hasExpression ? '' : attributes;
  return { end, words: `<${name}${kept}>${isWhole && !VOID.test(name) ? `</${name}>` : ''}` };
}

const ATTRIBUTES = /\{[:#.][^{}\n]{0,200}\}(?=[ \t]{0,9}(?:\n|$))/y;

/** Classes and ids that kramdown and others have at the end of a line. */
function attributeList(text: string, start: number): Piece | undefined {
  ATTRIBUTES.lastIndex = start;
  const [whole] = ATTRIBUTES.exec(text) ?? [];
  return whole === undefined ? undefined : { end: start + whole.length, words: '' };
}

const MODULE = /(?:import|export)\s/y;

/** A module’s line, up to a blank one; only MDX has it. */
function moduleLine(text: string, start: number, find: Find): Piece | undefined {
  MODULE.lastIndex = start;
  if ((start > 0 && text[start - 1] !== '\n') || !MODULE.test(text)) return undefined;
  const blank = find('\n\n', start);
  const end = blank < 0 ? text.length : blank;
  return { end, words: '', named: shownWords(text.slice(start, end)) };
}

function mdxComment(start: number, find: Find): Piece | undefined {
  const at = find('*/}', start);
  return at < 0 ? undefined : { end: at + 3, words: '', named: 'a comment' };
}

const SIGNS = /\{\{[<%]|\{%|\{\{|\{\/\*|\{[:#.]|<(?=[/A-Za-z])|(?<![^\n])(?:import|export)(?=\s)/gu;

function pieceAt(text: string, sign: string, at: number, find: Find, isMdx: boolean) {
  if (sign === '{{<' || sign === '{{%') return shortcode(text, at, find);
  if (sign === '{%') return liquid(text, at, find);
  if (sign === '{{') return output(text, at, find);
  if (sign === '<') return element(text, at);
  if (sign === '{/*') return isMdx ? mdxComment(at, find) : undefined;
  if (sign.startsWith('{')) return attributeList(text, at);
  return isMdx ? moduleLine(text, at, find) : undefined;
}

const isAlone = (text: string, start: number, end: number) =>
  /(?:^|\n)[ \t]{0,20}$/u.test(text.slice(Math.max(0, start - 21), start)) &&
  /^[ \t]{0,20}(?:\n|$)/u.test(text.slice(end, end + 21));

/** The words of a piece as they stand in the text: a block of their own where the piece was one. */
function placed(text: string, start: number, { words, end, isFence }: Piece): string {
  if (isFence) return words;
  if (isAlone(text, start, end)) return `\n\n${words}\n\n`;
  return words === '' || words.startsWith('<') ? words : ` ${words} `;
}

/**
 * A text without what programs put into it, and the names of that.
 *
 * @param code the ranges of the text that are code, in order: there nothing is taken out
 * @param isMdx whether it may hold modules and comments of MDX
 */
export function withoutTemplates(
  text: string,
  code: readonly (readonly [start: number, end: number])[],
  isMdx: boolean,
): { text: string; named: string[] } {
  const find = finder(text);
  const named = new Set<string>();
  const parts: string[] = [];
  let kept = 0;
  let range = 0;
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    while ((code[range]?.[1] ?? Number.POSITIVE_INFINITY) <= index) range++;
    if (index < kept || index >= (code[range]?.[0] ?? Number.POSITIVE_INFINITY)) continue;
    const piece = pieceAt(text, sign, index, find, isMdx);
    if (!piece) continue;
    if (piece.named) named.add(piece.named);
    parts.push(text.slice(kept, index), placed(text, index, piece));
    kept = piece.end;
  }
  parts.push(text.slice(kept));
  return { text: parts.join(''), named: [...named] };
}
