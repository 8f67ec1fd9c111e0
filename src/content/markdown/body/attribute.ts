import type { z } from 'astro/zod';
import { because, type Fault } from '../../../domain/fault.ts';
import { languageTag } from '../../../domain/language/language-tag.ts';
import { faultOf } from '../../../domain/schema-fault.ts';
import { line } from '../../../domain/text.ts';

/** The value of an attribute; `true` if only its name is written. */
export type AttributeValue = string | number | boolean;

/** Gives the fault of an attribute's value, or nothing if the value is sound. */
type Check = (value: AttributeValue) => Fault | undefined;

const text =
  (schema: z.ZodString): Check =>
  (value) => {
    const [issue] = schema.safeParse(value).error?.issues ?? [];
    if (issue === undefined) return undefined;
    return (
      faultOf(issue, schema) ??
      because('body/value', 'This attribute is text.', 'Write it in quotation marks.')
    );
  };

const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.includes(`${value}`)
      ? undefined
      : because(
          'body/value',
          `This attribute is one of ${words.join(', ')}.`,
          'Write one of these words.',
        );

const whole =
  (least: number, most: number): Check =>
  (value) => {
    const isWhole = typeof value !== 'boolean' && /^-?\d{1,6}$/.test(`${value}`);
    return isWhole && Number(value) >= least && Number(value) <= most
      ? undefined
      : because(
          'body/value',
          `This attribute is a whole number from ${least} to ${most}.`,
          'Write such a number in digits.',
        );
  };

const named: Check = (value) =>
  value === true || value === ''
    ? undefined
    : because('body/value', 'This attribute has no value.', 'Write its name alone.');

const TIME =
  /^\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$|^\d\d:\d\d(?::\d\d)?$/;
const time: Check = (value) =>
  typeof value === 'string' && TIME.test(value)
    ? undefined
    : because(
        'body/value',
        'This attribute is a year, a month, a day or a moment.',
        'Write 2023, 2023-10, 2023-10-16 or 2023-10-16T09:30+02:00.',
      );

const LONGEST_TITLE = 500;
const LONGEST_ADDRESS = 4096;

/** The attributes that any element may have. */
const GLOBAL = ['lang', 'dir', 'title'];

const CHECKS = new Map<string, Check>([
  ['lang', text(languageTag)],
  ['dir', oneOf('ltr', 'rtl', 'auto')],
  ['title', text(line(LONGEST_TITLE))],
  // Where the link leads is checked once all articles are known, as for a link written in Markdown.
  ['href', text(line(LONGEST_ADDRESS))],
  ['hreflang', text(languageTag)],
  ['datetime', time],
  ['open', named],
  ['reversed', named],
  ['start', whole(-99_999, 99_999)],
  ['value', whole(-99_999, 99_999)],
  ['type', oneOf('1', 'a', 'A', 'i', 'I')],
  ['colspan', whole(1, 1000)],
  ['rowspan', whole(1, 1000)],
  ['scope', oneOf('row', 'col', 'rowgroup', 'colgroup')],
]);

/** The most common attributes that are refused, each with the reason. */
// biome-ignore format: a table, an attribute's kind a row
const REFUSED: readonly (readonly [names: RegExp, reason: string])[] = [
  [/^on/, 'A body is data: nothing in it is run.'],
  [/^(?:style|class|classname|color|bgcolor|align|width|height|hidden)$/, 'How a body looks is the archive’s.'],
  [/^(?:id|name|for)$/, 'Ids are the archive’s: permalinks are made of the words.'],
  [/^(?:src|srcset|srcdoc|background|poster|action|formaction|ping|target|download)$/, 'A body loads nothing, and says of a link only where it leads.'],
  [/:|^(?:dangerouslysetinnerhtml|slot|is|key|ref|children)$/, 'An attribute of a body is one of HTML, for its readers; none is for a program.'],
];

/**
 * Gives the fault of an attribute of an element, or nothing if it is sound.
 *
 * @param own the attributes that the element takes besides those that every element may have
 */
export function attributeFault(
  element: string,
  own: readonly string[],
  name: string,
  value: AttributeValue,
): Fault | undefined {
  // A `<br>` becomes a line break of Markdown, which has no attributes.
  const taken = element === 'br' ? [] : [...own, ...GLOBAL];
  const check = taken.includes(name) ? CHECKS.get(name) : undefined;
  if (check) return check(value);
  const lower = name.toLowerCase();
  const [, reason] = REFUSED.find(([names]) => names.test(lower)) ?? [];
  return because(
    'body/attribute',
    reason ??
      `<${element}> takes ${taken.length > 0 ? `the attributes ${taken.join(', ')} and no others` : 'no attributes'}.`,
    lower !== name && taken.includes(lower) ? `Write ${lower} for ${name}.` : `Take ${name} out.`,
  );
}
