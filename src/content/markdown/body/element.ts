/**
 * The rule for an HTML element in a body. `holds` says what it may contain: only words, blocks (words between them
 * become paragraphs), nothing, or only the elements that are listed. An `inline` element stands among words; all others
 * stand on lines of their own.
 */
export interface ElementRule {
  inline?: true;
  holds: 'words' | 'blocks' | 'nothing' | readonly string[];
  /** The only elements that may directly contain it. If left out, it may stand anywhere. */
  within?: readonly string[];
  /** The attributes it takes besides those that every element may have. */
  takes?: readonly string[];
  /** True if words in it need no paragraph around them, because the element has a permalink itself. */
  leaf?: true;
}

const INLINE: ElementRule = { inline: true, holds: 'words' };
const LINE: ElementRule = { holds: 'words', leaf: true };
const BLOCK: ElementRule = { holds: 'blocks' };
const ROWS: ElementRule = { holds: ['tr'], within: ['table'] };

/** The HTML elements that may be written in a body, besides Markdown. */
export const ELEMENTS: ReadonlyMap<string, ElementRule> = new Map<string, ElementRule>([
  ...['abbr', 'b', 'bdi', 'cite', 'code', 'dfn', 'em', 'i', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'var'].map((name): [string, ElementRule] => [name, INLINE]), // biome-ignore format: a list of names
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, ElementRule] => [name, LINE]),
  ...['aside', 'blockquote', 'div', 'section'].map((name): [string, ElementRule] => [name, BLOCK]),
  ...['thead', 'tbody', 'tfoot'].map((name): [string, ElementRule] => [name, ROWS]),
  ['a', { ...INLINE, takes: ['href', 'hreflang'] }],
  ['del', { ...INLINE, takes: ['datetime'] }],
  ['ins', { ...INLINE, takes: ['datetime'] }],
  ['time', { ...INLINE, takes: ['datetime'] }],
  ['br', { inline: true, holds: 'nothing' }],
  ['hr', { holds: 'nothing' }],
  ['ul', { holds: ['li'] }],
  ['ol', { holds: ['li'], takes: ['start', 'reversed', 'type'] }],
  ['li', { ...BLOCK, within: ['ul', 'ol'], takes: ['value'], leaf: true }],
  ['dl', { holds: ['dt', 'dd'] }],
  ['dt', { ...LINE, within: ['dl'] }],
  ['dd', { ...BLOCK, within: ['dl'], leaf: true }],
  ['details', { ...BLOCK, takes: ['open'] }],
  ['summary', { ...LINE, within: ['details'] }],
  ['figure', BLOCK],
  ['figcaption', { ...BLOCK, within: ['figure'], leaf: true }],
  ['table', { holds: ['caption', 'thead', 'tbody', 'tfoot', 'tr'] }],
  ['caption', { ...LINE, within: ['table'] }],
  ['tr', { holds: ['th', 'td'], within: ['table', 'thead', 'tbody', 'tfoot'] }],
  ['th', { ...BLOCK, within: ['tr'], takes: ['colspan', 'rowspan', 'scope'], leaf: true }],
  ['td', { ...BLOCK, within: ['tr'], takes: ['colspan', 'rowspan'], leaf: true }],
]);
