import { type Entry as Parsed, type ParseError, parse } from '@retorquere/bibtex-parser';
import { shownWords } from '../../../../domain/problem.ts';
import { ImportFault } from '../../../source-document.ts';
import { boundsFault } from './bounds.ts';
import type { Entry } from './entries.ts';
import { definitionsFor, type Strings } from './strings.ts';
import { guarded, plain, unguarded, withDollars, withoutCommand } from './tex.ts';

/** The fields of an entry, its commands of TeX read as what they print. */
export interface Fields {
  texts: ReadonlyMap<string, string>;
  authors: string[];
  keywords: string[];
  notes: string[];
}

const isMild = ({ error }: ParseError) => /^(?:unhandled |Unresolved @string)/iu.test(error);

type Names = NonNullable<Parsed['fields']['author']>;

function namesIn(names: Names): string[] {
  const said = names.map(({ name, firstName, prefix, lastName, suffix }) =>
    plain(name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ')),
  );
  // BibTeX’s own word for those who are not named.
  return said.length > 1 && said.at(-1) === 'others'
    ? [...said.slice(0, -2), `${said.at(-2)} and others`]
    : said;
}

const MOST_TOLD = 10;
const listed = (words: Iterable<string>) =>
  [...new Set(words)]
    .slice(0, MOST_TOLD)
    .map((word) => `“${shownWords(word)}”`)
    .join(', ');

/** What of an entry could be read as it stands alone: commands that are not known, and words that nothing defines. */
function notesOf(errors: readonly ParseError[]): string[] {
  const commands = errors.flatMap(({ input = '' }) => /^\\[a-z]{1,40}/iu.exec(input)?.[0] ?? []);
  const words = errors.flatMap(
    ({ error }) => /^Unresolved @string reference "([^"]{1,100})"/u.exec(error)?.[1] ?? [],
  );
  return [
    ...(commands.length > 0
      ? [`commands of TeX that are not known stand as they are: ${listed(commands)}`]
      : []),
    ...(words.length > 0 ? [`no @string defines ${listed(words)}`] : []),
  ];
}

/** What an article has of the issue in which it stands, besides the name of the newspaper. */
const OF_ISSUES = new Set([
  'volume',
  'number',
  'issue',
  'edition',
  'publisher',
  'langid',
  'language',
]);
const OF_DATES = new Set(['date', 'year', 'month', 'day']);

/** The fields of an entry that are texts, by their names in small letters; those that say nothing are left out. */
function textsIn({ fields }: Parsed): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'author' || name === 'keywords' || value === undefined) continue;
    const whole = Array.isArray(value)
      ? value.map((one) => (typeof one === 'string' ? one : namesIn([one]).join())).join(' and ')
      : value;
    const text = plain(withoutCommand(whole)).trim();
    if (text !== '') texts.set(name.toLowerCase(), text);
  }
  return texts;
}

const parsed = (source: string, strings: string) =>
  parse(source, {
    english: false,
    sentenceCase: false,
    caseProtection: false,
    // Else commands in them stand as they are.
    fieldMode: { keywords: 'richtext' },
    strings,
  });

/**
 * Reads an entry. Fields that it has of another come from those.
 *
 * @param others the entries from which it inherits, the nearest first
 * @throws ImportFault where it cannot be read
 */
export function fieldsOf(entry: Entry, others: readonly Entry[], strings: Strings): Fields {
  const source = [entry, ...others].map((one) => one.source).join('\n');
  const outside = boundsFault(source, strings);
  if (outside) throw new ImportFault(outside);
  const given = guarded(source);
  const definitions = definitionsFor(source, strings);
  const first = parsed(given, definitions);
  const isUneven = first.errors.some(({ error }) => error.startsWith('Unclosed math'));
  const { entries, errors } = isUneven ? parsed(withDollars(given), definitions) : first;
  const broken = errors.find((error) => !isMild(error));
  const [read, ...inherited] = entries;
  if (broken || !read)
    throw new ImportFault(
      `It is no entry that BibTeX reads${broken ? `: ${shownWords(unguarded(broken.error.split('\n')[0] ?? ''))}` : ''}. Fields have the form “name = {value}”, with commas between them.`,
    );
  const texts = textsIn(read);
  const isDated = texts.has('date') || texts.has('year');
  for (const parent of inherited)
    for (const [name, text] of textsIn(parent))
      if (OF_ISSUES.has(name) || (OF_DATES.has(name) && !isDated))
        if (!texts.has(name)) texts.set(name, text);
  return {
    texts,
    authors: namesIn(read.fields.author ?? []),
    keywords: (read.fields.keywords ?? []).map(plain),
    notes: notesOf(errors),
  };
}
