import { z } from 'astro/zod';
import { fold, foldWithOrigin } from './fold.ts';
import { formOf, placesOf, unspaced } from './mention.ts';
import { because } from './problem.ts';
import { day, line } from './text.ts';

/** Of fewer letters the same words stand in too many texts that mean something else. */
const FEWEST_LETTERS = 3;
const FEWEST_UNSPACED = 2;

function isLongEnough(name: string): boolean {
  const letters = fold(name).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= (unspaced(name) ? FEWEST_UNSPACED : FEWEST_LETTERS);
}

/** A name, or other words, that an article may not show: a minor’s, a victim’s, a witness’s. */
export const withholdingSchema = z.strictObject({
  /**
   * The words as the text has them, or had them before they were taken out by hand. They stand nowhere in what is built.
   * Whole words are meant, in any accents and in capitals throughout too; what else a text calls somebody, a surname
   * alone or a nickname, is withheld by an entry of its own.
   */
  name: line(200).refine(isLongEnough, {
    error: because(
      'Words that are withheld have at least three letters, or two in a script without spaces.',
      'Write a longer run of words, such as the whole name.',
    ),
  }),
  /** What the reader sees in their place, in square brackets: “a minor”. Where two names have the same, a bracket that stands in the text already is taken for the first. */
  as: line(100).refine((as) => !/[[\]]/.test(as), {
    error: because(
      'What stands for withheld words is put in square brackets by the archive.',
      'Write it without brackets, for instance a minor.',
    ),
  }),
  /** Why, for the reader. */
  reason: line(1000),
  /** The day since which they are withheld. */
  date: day,
});

export type Withholding = z.infer<typeof withholdingSchema>;

// Words next to each other, whatever signs stand between them: “ada-varga” in an address is a name too.
const words = (text: string) => ` ${(fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')} `;

/** True where words give a withheld name away, in whatever capitals, accents and signs. */
export function holdsName(text: string, name: string): boolean {
  const sought = words(name);
  return words(text).includes(unspaced(sought) ? sought.trim() : sought);
}

const formKey = (name: string) => JSON.stringify(formOf(name));

/** What an article withholds; each name once, and none given away by what stands for it. */
export const withholdingsSchema = z.array(withholdingSchema).check((context) => {
  const all = context.value;
  const fail = (path: PropertyKey[], message: string) =>
    context.issues.push({ code: 'custom', message, input: all, path });
  all.forEach(({ name, as, reason }, index) => {
    if (all.findIndex((other) => formKey(other.name) === formKey(name)) < index)
      fail([index, 'name'], because('Each name is withheld once.', 'Take the second one out.'));
    for (const [key, said] of Object.entries({ as, reason })) {
      if (!all.some((other) => holdsName(said, other.name))) continue;
      const message = because(
        'What is said of withheld words does not hold them.',
        'Say what they are without them: a minor, a witness.',
      );
      fail([index, key], message);
    }
  });
});

const shownAs = ({ as }: Pick<Withholding, 'as'>) => `[${as}]`;

/** Where withheld words stand in a text, in order, and what is shown there. Where two overlap the longer counts. */
export function withheldPlaces(
  text: string,
  withheld: readonly Withholding[],
): { start: number; end: number; shown: string }[] {
  if (withheld.length === 0) return [];
  const folded = foldWithOrigin(text);
  const found: ReturnType<typeof withheldPlaces> = [];
  for (const one of withheld.toSorted((a, b) => b.name.length - a.name.length)) {
    for (const { start, end } of placesOf(formOf(one.name), text, folded)) {
      if (!found.some((other) => start < other.end && other.start < end))
        found.push({ start, end, shown: shownAs(one) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** A text as it is shown: withheld words are what stands for them, in square brackets. */
export function withheldText(text: string, withheld: readonly Withholding[]): string {
  let [shown, at] = ['', 0];
  for (const place of withheldPlaces(text, withheld)) {
    shown += text.slice(at, place.start) + place.shown;
    at = place.end;
  }
  return shown + text.slice(at);
}

/** A text with the withheld words in place, whether they stand in it or were taken out by hand; it is never published. */
export const unwithheldText = (text: string, withheld: readonly Withholding[]): string =>
  withheld.reduce((whole, one) => whole.replaceAll(shownAs(one), () => one.name), text);

/** What readers are told of withheld words: all but the words, each thing once. */
export type WithholdingNotice = Omit<Withholding, 'name'>;

/** What readers are told of the words that an article withholds. */
export function noticesOf(withheld: readonly Withholding[]): WithholdingNotice[] {
  const notices = withheld.map(({ as, reason, date }) => ({ as, reason, date }));
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
