import { z } from 'astro/zod';
import { formOf, placesOf } from '../authorities/mention.ts';
import { because, type Fault } from '../fault.ts';
import { type Folded, foldWithOrigin } from '../language/fold.ts';
import { failing, issueOf, whatever } from '../schema-fault.ts';
import { day, line, ownLine, REQUIRED } from '../text.ts';
import { judged } from './certainty.ts';
import { isExcepted, readException } from './excepted.ts';
import { exceptionSchema, isNameAlone, type WithholdingException } from './exception.ts';
import { findForms } from './finding.ts';
import { formsOf, isShort } from './form.ts';
import { readWords } from './word.ts';

const hasLetter = (name: string) => /[\p{L}\p{N}]/u.test(name);

/** A name, or other words, that an article may not show: the name of a minor, a victim or a witness. */
export const withholdingSchema = z.strictObject({
  /**
   * The words as the text has them, or had them before they were taken out by hand. They stand nowhere in the built
   * site. Only whole words are replaced, with any accents, and also if they are all in capitals. A surname alone or a
   * nickname needs an entry of its own. The words are also found in other orders, with initials, inflected or hidden;
   * then the build is refused. If such words mean something else, `except` says so. A name of fewer than three letters
   * (two in a script without spaces) is looked for outside this article only with the words beside it.
   */
  name: line(200, REQUIRED).refine(
    hasLetter,
    failing(
      because(
        'withheld/name',
        'Words that are withheld have a letter.',
        'Write the name as the text has it.',
      ),
    ),
  ),
  /**
   * What the reader sees in their place, in square brackets: “a minor”. If two names share it, a bracket that already
   * stands in the text is taken for the first of them.
   */
  as: line(100, REQUIRED).refine(
    (as) => !/[[\]]/.test(as),
    failing(
      because(
        'withheld/brackets',
        'What stands for withheld words is put in square brackets by the archive.',
        'Write it without brackets, for instance a minor.',
      ),
    ),
  ),
  /** Why they are withheld, for the reader. */
  reason: ownLine(1000),
  /** The day since which they are withheld. */
  date: day,
  /** Where these words are not the name. Each entry says who vouches for it. It is for the build, not published. */
  except: z.array(exceptionSchema).default([]),
});

export type Withholding = z.infer<typeof withholdingSchema>;

type Named = Pick<Withholding, 'name'> & Partial<Pick<Withholding, 'except'>>;

/** True if a text certainly holds a withheld name, in whatever form. Words that are only likely do not count. */
export function holdsName(text: string, { name, except = [] }: Named): boolean {
  const words = readWords(text);
  const exceptions = except.map(readException);
  return findForms(formsOf(name), words).some(
    ({ form, at }) =>
      judged(form, words, at, true).certainty === 'certain' &&
      !isExcepted(exceptions, words, { at, length: form.words.length }, ''),
  );
}

/** What is wrong with an exception, if anything. */
function exceptionFault({ words, at }: WithholdingException, name: string): Fault | undefined {
  const read = readWords(words);
  const [found] = findForms(formsOf(name), read);
  if (!found)
    return because(
      'withheld/exception',
      'An exception is a run of words that the withheld name stands in.',
      'Copy the words from the file that the build names, with those beside them.',
    );
  if (read.count > found.form.words.length || at.length > 0) return undefined;
  return because(
    'withheld/exception',
    'The name alone tells nothing apart: an exception has words beside it, or says on whose pages it is another’s.',
    'Write more of the sentence, or the paths of the pages: at: [/people/some-id/].',
  );
}

const formKey = (name: string) => JSON.stringify(formOf(name));

/** All that an article withholds. Each name is there once, and no `as` or `reason` gives a name away. */
export const withholdingsSchema = z.array(withholdingSchema).check(
  whatever(({ value, issues }, isSound) => {
    const exceptIn = (index: number) =>
      isSound(index, 'except') ? (value[index]?.except ?? []) : [];
    const named = value.flatMap((one, index) =>
      isSound(index, 'name') ? [{ name: one.name, except: exceptIn(index), index }] : [],
    );
    const fail = (path: PropertyKey[], fault: Fault) => issues.push(issueOf(fault, value, path));
    for (const { name, except, index } of named) {
      except.forEach((exception, at) => {
        const fault = exceptionFault(exception, name);
        if (fault) fail([index, 'except', at, 'words'], fault);
      });
      if (named.some((other) => other.index < index && formKey(other.name) === formKey(name)))
        fail(
          [index, 'name'],
          because('withheld/twice', 'Each name is withheld once.', 'Take the second one out.'),
        );
      for (const key of ['as', 'reason'] as const) {
        const said = isSound(index, key) ? (value[index]?.[key] ?? '') : '';
        if (!named.some((other) => holdsName(said, other))) continue;
        const fault = because(
          'withheld/said',
          'What is said of withheld words does not hold them.',
          'Say what they are without them: a minor, a witness.',
        );
        fail([index, key], fault);
      }
    }
  }),
);

const shownAs = ({ as }: Pick<Withholding, 'as'>) => `[${as}]`;

/** The places in a text of those exceptions that are longer than the name. The name inside them is not withheld. */
const exceptedPlaces = ({ name, except = [] }: Named, text: string, folded: Folded) =>
  except
    .filter((exception) => !isNameAlone(exception, name))
    .flatMap(({ words }) => [
      ...placesOf({ ...formOf(words), capitals: false, initial: false }, text, folded),
    ]);

const bare = (words: string) =>
  words
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();

/** False if a short name goes on as a longer word (O’Keel, Li-ion) or has other accents in the text. */
function standsAlone(name: string, text: string, { start, end }: { start: number; end: number }) {
  if (!isShort(name)) return true;
  const goesOn = /^(?:['’ʼ](?!s\b)\p{L}|\p{Pd}\p{Ll})/u.test(text.slice(end));
  return !goesOn && bare(text.slice(start, end)) === bare(name);
}

/** Where withheld words stand in a text, in order, and what is shown there. If two overlap, the longer name counts. */
export function withheldPlaces(
  text: string,
  withheld: readonly Withholding[],
): { start: number; end: number; shown: string }[] {
  if (withheld.length === 0) return [];
  const folded = foldWithOrigin(text);
  const found: ReturnType<typeof withheldPlaces> = [];
  for (const one of withheld.toSorted((a, b) => b.name.length - a.name.length)) {
    const excepted = exceptedPlaces(one, text, folded);
    for (const place of placesOf(formOf(one.name), text, folded)) {
      const { start, end } = place;
      if (!standsAlone(one.name, text, place)) continue;
      if (excepted.some((other) => other.start <= start && end <= other.end)) continue;
      if (!found.some((other) => start < other.end && other.start < end))
        found.push({ start, end, shown: shownAs(one) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** A text as it is shown: withheld words are replaced by what stands for them, in square brackets. */
export function withheldText(text: string, withheld: readonly Withholding[]): string {
  let [shown, at] = ['', 0];
  for (const place of withheldPlaces(text, withheld)) {
    shown += text.slice(at, place.start) + place.shown;
    at = place.end;
  }
  return shown + text.slice(at);
}

/** A text with the withheld words in place, even if they were taken out by hand. It is never published. */
export const unwithheldText = (text: string, withheld: readonly Withholding[]): string =>
  withheld.reduce((whole, one) => whole.replaceAll(shownAs(one), () => one.name), text);

/** What readers are told of withheld words: everything but the words themselves. */
export type WithholdingNotice = Pick<Withholding, 'as' | 'reason' | 'date'>;

/** What readers are told of the words that an article withholds. Equal notices are given once. */
export function noticesOf(withheld: readonly Withholding[]): WithholdingNotice[] {
  const notices = withheld.map(({ as, reason, date }) => ({ as, reason, date }));
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
