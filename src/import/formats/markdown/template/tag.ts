/** A tag of HTML or JSX as it stands in a text. */
export interface Tag {
  name: string;
  /** Where it ends. */
  end: number;
  attributes: string;
  isClosing: boolean;
  /** `<a/>` */
  isWhole: boolean;
  /** Whether an attribute is an expression, as only JSX has it. */
  hasExpression: boolean;
}

const OPENING = /<(\/?)([A-Za-z][\w.:-]{0,100})(?=[\s/>])/y;
/** No tag is longer. */
const LONGEST = 5000;

/** The tag that begins at a place of a text; nothing where none does. Nothing in it is run. */
export function tagAt(text: string, start: number): Tag | undefined {
  OPENING.lastIndex = start;
  const [whole = '', slash, name = ''] = OPENING.exec(text) ?? [];
  if (whole === '') return undefined;
  const from = start + whole.length;
  let quote = '';
  let depth = 0;
  let hasExpression = false;
  for (let at = from; at < Math.min(text.length, start + LONGEST); at++) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '{') {
      depth++;
      hasExpression = true;
    } else if (sign === '}') depth--;
    else if (depth > 0) continue;
    else if ((sign === '"' || sign === "'") && text[at - 1] === '=') quote = sign;
    else if (sign === '<' || (sign === '\n' && text[at + 1] === '\n')) return undefined;
    else if (sign === '>') {
      const isWhole = text[at - 1] === '/';
      const attributes = text.slice(from, isWhole ? at - 1 : at);
      return { name, end: at + 1, attributes, isClosing: slash === '/', isWhole, hasExpression };
    }
  }
  return undefined;
}
