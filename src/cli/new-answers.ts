import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { isCancel, multiline, select, text } from '@clack/prompts';
import { regularBytes } from '../content/files/regular-file.ts';
import { Refusal } from '../errors/refusal.mjs';
import { OBJECTIONS, type Written } from '../import/written.ts';

/** The values given on the command line. */
export type Said = Partial<
  Record<'title' | 'date' | 'kind' | 'publisher' | 'url' | 'text', string>
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

/** An article from the values given alone, where no questions can be asked. */
async function fromSaid({ title, date, kind, publisher, url, text: path }: Said): Promise<Written> {
  if (date === undefined) throw new Refusal('Say of which day it is: --date YYYY-MM-DD.');
  if (path === undefined && kind !== 'none')
    throw new Refusal('Say where its text is: --text FILE, or --text - for standard input.');
  return {
    title: title ?? '',
    date,
    kind: asKind(kind ?? 'verbatim'),
    publisher: publisher ?? '',
    url: url ?? '',
    text: path === undefined ? '' : await textAt(path),
  };
}

const line = async (message: string, placeholder = '') =>
  answered(await text({ message, placeholder, defaultValue: '' })).trim();

/** Asks for the values that were not given. */
async function byAsking(said: Said, today: string): Promise<Written> {
  const title = said.title ?? (await line('Headline', 'leave it empty where the source has none'));
  const date =
    said.date ??
    answered(
      await text({
        message: 'Day of the report',
        initialValue: today,
        validate: (value = '') => OBJECTIONS.date(value),
      }),
    );
  const kind =
    said.kind === undefined
      ? answered(
          await select<Written['kind']>({
            message: 'Whose words are they?',
            options: [
              { value: 'verbatim', label: 'The source’s, word for word' },
              { value: 'account', label: 'The archive’s own account of a report' },
              { value: 'none', label: 'Nobody’s: the archive holds the record, and no text' },
            ],
          }),
        )
      : asKind(said.kind);
  const publisher =
    said.publisher ?? (await line('Who published the report?', 'may be left empty'));
  const url =
    said.url ??
    answered(
      await text({
        message: 'At which address?',
        placeholder: 'may be left empty',
        defaultValue: '',
        validate: (value = '') => OBJECTIONS.url(value),
      }),
    );
  const isAsked = said.text === undefined && kind !== 'none';
  const body = isAsked
    ? answered(
        await multiline({
          message: 'Its text, with a blank line between paragraphs (Tab, then Enter, ends it)',
          showSubmit: true,
          validate: (value = '') => OBJECTIONS.text(value),
        }),
      )
    : said.text === undefined
      ? ''
      : await textAt(said.text);
  return { title, date, kind, publisher, url, text: body };
}

/** The article to write, from the values given. On a terminal, missing ones are asked for. */
export const answersFor = (said: Said, today: string): Promise<Written> =>
  process.stdin.isTTY && process.stdout.isTTY ? byAsking(said, today) : fromSaid(said);
