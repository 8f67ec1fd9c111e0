/** What draws, and by which operators it names what it draws with (ISO 32000-2, annex A). */

/** Lists of what may be drawn with. */
export const CATEGORIES = [
  'ExtGState',
  'ColorSpace',
  'Pattern',
  'Shading',
  'XObject',
  'Font',
  'Properties',
] as const;
export type Category = (typeof CATEGORIES)[number];

const NAMING = new Map<string, readonly Category[]>([
  ['Do', ['XObject']],
  ['Tf', ['Font']],
  ['gs', ['ExtGState']],
  ['cs', ['ColorSpace']],
  ['CS', ['ColorSpace']],
  ['scn', ['Pattern']],
  ['SCN', ['Pattern']],
  ['sh', ['Shading']],
  ['BDC', ['Properties']],
  ['DP', ['Properties']],
]);
/** Operators whose operands name nothing in these lists. */
const OTHERS = new Set(
  `b B b* B* BI BMC BT BX c cm d d0 d1 EI EMC ET EX f F f* g G h i j J k K l m M MP n q Q re rg RG ri s S sc SC
  Tc Td TD Tj TJ TL Tm Tr Ts Tw Tz T* v w W W* y ' "`.split(/\s+/),
);

/** Operators that a text is given to: they show it, or say it of a part. */
const OF_TEXTS = new Set(['Tj', 'TJ', "'", '"', 'BDC', 'DP']);
export const takesTexts = (word: string): boolean => OF_TEXTS.has(word);

export const isOperator = (word: string): boolean => NAMING.has(word) || OTHERS.has(word);

/** In which lists an operator looks for the names before it: in all, where it is not known. */
export const categoriesOf = (word: string): readonly Category[] =>
  NAMING.get(word) ?? (OTHERS.has(word) ? [] : CATEGORIES);
