import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../../domain/date.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { isHost } from '../../import/fetching/reachable.ts';
import { isReportName } from '../../import/report/report-file.ts';
import { asLanguage, asLine } from '../../import/source-document.ts';

/** What --help prints. */
export const HELP = `npm run import -- PATH…

Brings articles into the archive: texts, manuscripts, PDF, saved web pages and web archives, feeds, exports of content
systems, Markdown, tables, wire and press formats, digitised newspapers, newsletters, bibliographies; docs/import.md has
them all. Only what its source calls published comes in. PATH is a file, a folder with all files below it, or - for
standard input.

  --accept           publish the names and figures found in the text, and what files say of who made them and whose they
                     are, without asking
  --dry-run          show what would be written, and write nothing
  --check            compare what is in the archive with its sources, list every difference, and write nothing
  --report FILE      keep what became of each item: as a page (.html) or for programs (.json)
  --review           go through the suggestions that earlier imports left (PATH: the entries; all, if none is named)
  --update           take over the new text where a source has changed since it was imported
  --fetch            get pictures, documents, sound and film from the web where a source has their addresses alone;
                     without PATH: those that entries of the archive still lack. docs/import.md says within which bounds
  --fetch-local HOST fetch from this host too, though it is this machine or in a private network; may be given again
  --uploads FOLDER   where the pictures of an export lie, if not beside it (wp-content/uploads, content/images)
  --keep-captures    keep each saved page or PDF beside its article, and publish it: see that nothing in it is private
  --title TEXT       the headline of an article that has none
  --date YYYY-MM-DD  the day of the report, for those that give none
  --publisher NAME   who published it, for those that do not say
  --lang TAG         the language, for those that do not say (en, ar, pt-BR)
  --encoding NAME    how the files are encoded, where they are not UTF-8
  --json             one JSON object a line, for programs
  --help             this text

  npm run import -- report.txt                          one text; it asks about the names and figures in it
  npm run import -- --dry-run saved-pages/              what a folder of web pages would give
  npm run import -- --accept wire.ndjson                a wire file, all suggestions taken
  npm run import -- --check --report moved.html dump.xml  is all of it in, word for word?
  curl -s https://gazette.example/feed | npm run import -- -
  ARCHIVE_CONTENT=elsewhere npm run import -- feed.xml  into another archive

Exit code: 0; 1 where some inputs failed (the others are in), a check found a difference, or a file that was fetched
could not be filed; 2 for a wrong option. An article whose picture cannot be had is in, with a named gap, and is no
failure; how many are missing is said at the end.`;

const OPTIONS = {
  accept: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'keep-captures': { type: 'boolean' },
  uploads: { type: 'string' },
  fetch: { type: 'boolean' },
  'fetch-local': { type: 'string', multiple: true },
  check: { type: 'boolean' },
  report: { type: 'string' },
  review: { type: 'boolean' },
  update: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  title: { type: 'string' },
  date: { type: 'string' },
  publisher: { type: 'string' },
  lang: { type: 'string' },
  encoding: { type: 'string' },
} as const;

const USAGE = 2;
const usage = (message: string) =>
  new Refusal(`${message}\nRun npm run import -- --help for examples.`, USAGE);

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** @throws Refusal where what is said of fetching does not go with the rest, or names no host */
function refuseFetching(values: Values, paths: readonly string[]): void {
  const { fetch, 'fetch-local': hosts = [] } = values;
  if (hosts.length > 0 && !fetch) throw usage('--fetch-local is for --fetch.');
  for (const host of hosts)
    if (!isHost(host))
      throw usage(`--fetch-local is the name of a host or its IP address; “${host}” is none.`);
  if (!fetch) return;
  if (values.check || values.review)
    throw usage('--fetch is for an import: leave out --check and --review.');
  const others = [
    'accept',
    'update',
    'keep-captures',
    'title',
    'date',
    'publisher',
    'lang',
    'uploads',
  ] as const;
  const other = others.find((name) => values[name] !== undefined);
  if (paths.length === 0 && other)
    throw usage(`--${other} is for what is imported, and no file is named.`);
}

/** Reads the command line of an import. Throws a Refusal with exit code 2 where it says what cannot be. */
export function readArguments() {
  let parsed: ReturnType<typeof parse>;
  const parse = () => parseArgs({ options: OPTIONS, allowPositionals: true });
  try {
    parsed = parse();
  } catch (error) {
    throw usage((error as Error).message.split('. ')[0] ?? '');
  }
  const { values } = parsed;
  // npm runs a script in the project's folder, wherever it was called from.
  const here =
    process.env['npm_lifecycle_event'] === 'import' ? process.env['INIT_CWD'] : undefined;
  const paths = parsed.positionals.map((path) =>
    path === '-' ? path : resolve(here ?? '.', path),
  );
  const { date, lang, encoding } = values;
  if (date !== undefined && !isDay(date))
    throw usage(`--date is a day of the calendar, YYYY-MM-DD; “${date}” is none.`);
  if (lang !== undefined && asLanguage(lang) === undefined)
    throw usage(`--lang is a language tag such as en or pt-BR; “${lang}” is none.`);
  for (const name of ['title', 'publisher'] as const)
    if (values[name] !== undefined && asLine(values[name], 300) === undefined)
      throw usage(`--${name} is blank.`);
  try {
    new TextDecoder(encoding ?? 'utf-8');
  } catch {
    throw usage(
      `“${encoding}” is no encoding that is known here; windows-1252, iso-8859-1 and utf-16le are.`,
    );
  }
  if (values.report !== undefined && !isReportName(values.report))
    throw usage(`--report is a file that ends in .html or .json; “${values.report}” does not.`);
  if (values.check && (values.update || values.review || values.accept || values['keep-captures']))
    throw usage(
      '--check writes nothing: leave out --update, --review, --accept and --keep-captures.',
    );
  const uploads = values.uploads === undefined ? undefined : resolve(here ?? '.', values.uploads);
  if (uploads !== undefined && values.review)
    throw usage('--uploads is for an import: leave out --review.');
  if (uploads !== undefined && !statSync(uploads, { throwIfNoEntry: false })?.isDirectory())
    throw usage(
      `--uploads is the folder in which what was uploaded lies, as wp-content/uploads; “${values.uploads}” is no folder.`,
    );
  if (values.report !== undefined && values.review)
    throw usage('--report is of an import, and --review is none.');
  refuseFetching(values, paths);
  if (paths.length === 0 && !values.review && !values.fetch && !values.help)
    throw usage('Name the files or folders to import, or - for standard input.');
  if (paths.filter((path) => path === '-').length > 1)
    throw usage('Standard input can be read once.');
  const report = values.report === undefined ? undefined : resolve(here ?? '.', values.report);
  return { values: { ...values, report, uploads }, paths };
}

export type Arguments = ReturnType<typeof readArguments>;
