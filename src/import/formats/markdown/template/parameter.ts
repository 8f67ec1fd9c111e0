import { foldSpace } from '../../../../domain/article/paragraph.ts';

/** Parameters that a reader sees as words, in the order in which they are written out. */
const SEEN = [
  'quote',
  'text',
  'title',
  'caption',
  'author',
  'attr',
  'credit',
  'attribution',
] as const;

const PARAMETER =
  /([\w:.-]{1,100})=(?:"([^"]{0,4000})"|'([^']{0,4000})'|`([^`]{0,4000})`|\{"([^"]{0,4000})"\}|\{'([^']{0,4000})'\}|\{`([^`{}]{0,4000})`\})/uy;

/** The words of a tag that a reader sees: `caption="…"`. What it has besides is of its program. */
export function wordsOf(parameters: string): string {
  const found = new Map<string, string>();
  for (let at = 0; at < parameters.length; at++) {
    if (at > 0 && !/[\s{]/u.test(parameters[at - 1] ?? '')) continue;
    PARAMETER.lastIndex = at;
    const [whole = '', name = '', ...values] = PARAMETER.exec(parameters) ?? [];
    if (whole === '') continue;
    found.set(name.toLowerCase(), foldSpace(values.find((value) => value !== undefined) ?? ''));
    at += whole.length - 1;
  }
  return SEEN.flatMap((name) => found.get(name) ?? [])
    .filter(Boolean)
    .join(' ');
}
