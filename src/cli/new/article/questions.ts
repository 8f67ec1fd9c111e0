import { isCancel, multiline, select, text } from '@clack/prompts';
import { Refusal } from '../../../errors/refusal.mjs';
import { OBJECTIONS, type Written } from '../../../import/written.ts';

/** @throws Refusal where somebody ends the questions */
export function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Refusal('Nothing was written.', 130);
  return answer as Exclude<T, symbol>;
}

/** A field of an article that is asked. */
export type Field = keyof Written;

/** What a field is called, and how it is asked: with what was answered before, where that is corrected. */
interface Question<Answer> {
  label: string;
  ask: (before: Answer) => Promise<Answer>;
}

/** A field that is one line. @param objection tells what is wrong with it */
const line = (
  label: string,
  message: string,
  placeholder: string,
  objection: (value: string) => string | undefined = () => undefined,
): Question<string> => ({
  label,
  ask: async (initialValue) =>
    answered(
      await text({
        ...{ message, placeholder, initialValue, defaultValue: '' },
        validate: (value = '') => objection(value.trim()),
      }),
    ).trim(),
});

/** A day. The one that is offered is taken by Enter, and goes where another is typed: most cuttings are of long ago. */
const DAY: Question<string> = {
  label: 'Day',
  ask: async (offered) =>
    answered(
      await text({
        message: 'Day of the report',
        placeholder: offered,
        defaultValue: offered,
        validate: (value = '') => (value === '' ? undefined : OBJECTIONS.date(value.trim())),
      }),
    ).trim(),
};

const KIND: Question<Written['kind']> = {
  label: 'Whose words they are',
  ask: async (initialValue) =>
    answered(
      await select<Written['kind']>({
        message: 'Whose words are they?',
        initialValue,
        options: [
          { value: 'verbatim', label: 'The source’s, word for word' },
          { value: 'account', label: 'The archive’s own account of a report' },
          { value: 'none', label: 'Nobody’s: the archive holds the record, and no text' },
        ],
      }),
    ),
};

const WORDS: Question<string> = {
  label: 'Text',
  ask: async (initialValue) =>
    answered(
      await multiline({
        message: 'Its text, with a blank line between paragraphs (Tab, then Enter, ends it)',
        initialValue,
        showSubmit: true,
        validate: (value = '') => OBJECTIONS.text(value),
      }),
    ),
};

const LANGUAGE = 'In which language is it? (en, pt-BR)';

/** The question about each field of an article, in their order. */
export const QUESTIONS: { [field in Field]: Question<Written[field]> } = {
  title: line('Headline', 'Headline', 'leave it empty where the source has none'),
  date: DAY,
  kind: KIND,
  publisher: line('Publisher', 'Who published the report?', 'may be left empty'),
  url: line('Address', 'At which address?', 'may be left empty', OBJECTIONS.url),
  lang: line('Language', LANGUAGE, 'empty where it is that of the archive', OBJECTIONS.lang),
  text: WORDS,
};

/** The fields of an article, in the order in which they are asked. */
export const FIELDS = Object.keys(QUESTIONS) as Field[];
