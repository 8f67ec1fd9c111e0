import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { isCancel, log, multiline, select, text } from '@clack/prompts';
import { regularBytes } from '../content/files/regular-file.ts';
import { shownText } from '../domain/problem.ts';
import { Refusal } from '../errors/refusal.mjs';
import { OBJECTIONS, type Written } from '../import/written.ts';

/** The values given on the command line. */
export type Said = Partial<
  Record<'title' | 'date' | 'kind' | 'publisher' | 'url' | 'text' | 'article-lang', string>
>;

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Refusal('Nothing was written.', 130);
  return answer as Exclude<T, symbol>;
}

/** Reads the text that an option names: a file, or standard input for `-`. */
async function textAt(path: string): Promise<string> {
  if (path === '-') return readText(process.stdin);
  // npm runs a script in the project's folder, wherever it was called from.
  const file = resolve(process.env['INIT_CWD'] ?? '.', path);
  try {
    // A symbolic link is allowed, but reading a pipe or device might never end.
    return regularBytes(realpathSync(file)).toString();
  } catch (error) {
    throw new Refusal(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

const asKind = (kind: string): Written['kind'] => {
  if (kind === 'verbatim' || kind === 'account' || kind === 'none') return kind;
  throw new Refusal(`--kind is verbatim, account or none; “${kind}” is none of these.`);
};

/** The values given, each looked at before anything is asked, so that nothing that is typed then is lost. */
async function given(said: Said): Promise<Partial<Written>> {
  const { title, date, kind, publisher, url, text: path, 'article-lang': lang } = said;
  const objection =
    (date === undefined ? undefined : OBJECTIONS.date(date)) ??
    (url === undefined ? undefined : OBJECTIONS.url(url)) ??
    (lang === undefined ? undefined : OBJECTIONS.lang(lang));
  if (objection !== undefined) throw new Refusal(objection);
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(kind !== undefined && { kind: asKind(kind) }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
    ...(lang !== undefined && { lang }),
    ...(path !== undefined && { text: await textAt(path) }),
  };
}

const NOTHING: Omit<Written, 'date'> = {
  ...{ title: '', kind: 'verbatim', publisher: '', url: '', lang: '', text: '' },
};

/** An article from the values given alone, where no questions can be asked. */
function fromSaid(said: Partial<Written>): Written {
  const { date } = said;
  if (date === undefined) throw new Refusal('Say of which day it is: --date YYYY-MM-DD.');
  if (said.text === undefined && said.kind !== 'none')
    throw new Refusal('Say where its text is: --text FILE, or --text - for standard input.');
  return { ...NOTHING, ...said, date };
}

const line = async (
  message: string,
  placeholder: string,
  initialValue = '',
  validate: (value: string) => string | undefined = () => undefined,
) =>
  answered(
    await text({
      ...{ message, placeholder, initialValue, defaultValue: '' },
      validate: (value = '') => validate(value.trim()),
    }),
  ).trim();

/** A field of an article that is asked. */
type Field = keyof Written;

/** What each field is called, and how it is asked: with what was answered before, where that is corrected. */
const QUESTIONS: {
  [field in Field]: { label: string; ask: (before: Written[field]) => Promise<Written[field]> };
} = {
  title: {
    label: 'Headline',
    ask: (before) => line('Headline', 'leave it empty where the source has none', before),
  },
  date: {
    label: 'Day',
    ask: (before) => line('Day of the report', '', before, OBJECTIONS.date),
  },
  kind: {
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
  },
  publisher: {
    label: 'Publisher',
    ask: (before) => line('Who published the report?', 'may be left empty', before),
  },
  url: {
    label: 'Address',
    ask: (before) => line('At which address?', 'may be left empty', before, OBJECTIONS.url),
  },
  lang: {
    label: 'Language',
    ask: (before) =>
      line(
        'In which language is it? (en, pt-BR)',
        'empty where it is that of the archive',
        before,
        OBJECTIONS.lang,
      ),
  },
  text: {
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
  },
};
const FIELDS = Object.keys(QUESTIONS) as Field[];

const withAnswer = async <F extends Field>(written: Written, field: F): Promise<Written> => ({
  ...written,
  // biome-ignore lint/plugin: it is a field of an article
  [field]: await QUESTIONS[field].ask(written[field]),
});

/** Asks for the values that were not given. */
async function byAsking(said: Partial<Written>, today: string): Promise<Written> {
  let written: Written = { ...NOTHING, date: today, ...said };
  for (const field of FIELDS) {
    const isAsked = said[field] === undefined && !(field === 'text' && written.kind === 'none');
    if (isAsked) written = await withAnswer(written, field);
  }
  return written;
}

const canAsk = () => process.stdin.isTTY && process.stdout.isTTY;

/** The article to write, from the values given. On a terminal, missing ones are asked for. */
export async function answersFor(said: Said, today: string): Promise<Written> {
  const values = await given(said);
  return canAsk() ? byAsking(values, today) : fromSaid(values);
}

const LEAVE = 'leave';

/**
 * The article with another answer, where it is refused; all that was typed stays.
 *
 * @throws what refused it, where nothing is to be corrected
 */
export async function correctedAnswers(written: Written, refused: Error): Promise<Written> {
  log.error(shownText(refused.message));
  const chosen = answered(
    await select<Field | typeof LEAVE>({
      message: 'Nothing is lost. What is corrected?',
      options: [
        ...FIELDS.map((value) => ({ value, label: QUESTIONS[value].label })),
        { value: LEAVE, label: 'Nothing: leave it unwritten' },
      ],
    }),
  );
  if (chosen === LEAVE) throw refused;
  const next = await withAnswer(written, chosen);
  if (chosen !== 'kind') return next;
  if (next.kind === 'none') return { ...next, text: '' };
  return next.text.trim() === '' ? withAnswer(next, 'text') : next;
}
