import { ImportFault, type Reading } from '../../../source-document.ts';
import { decoded } from '../../encoding.ts';
import type { Part } from '../../format.ts';
import type { Source } from '../../source.ts';
import { whyLoose, whyNotPublic, whyOther, whyUnpublished } from '../kind.ts';
import { readReference } from '../reference.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { type Strings, stringsOf } from './strings.ts';
import { addressIn } from './tex.ts';

/** BibTeX and BibLaTeX, in which users of LaTeX and most managers of references keep bibliographies. */

/** Entries of no kind: everything that BibTeX has no word for, web pages among it. */
const LOOSE = new Set(['misc', 'other', 'customa']);
/** What defines words for other entries, or commands. */
const NO_ENTRIES = new Set(['string', 'preamble', 'xdata', 'set']);

/** No entry inherits further. */
const MOST_PARENTS = 5;
const CROSSREF = /\b(?:crossref|xdata)\s{0,99}=\s{0,99}["{]?\s{0,99}([^\s,"{}]{1,300})/iu;

/** The entries from which one inherits, the nearest first. */
function parentsOf(entry: Entry, byKey: ReadonlyMap<string, Entry>): Entry[] {
  const parents: Entry[] = [];
  let key = CROSSREF.exec(entry.source)?.[1];
  while (key !== undefined && parents.length < MOST_PARENTS) {
    const parent = byKey.get(key);
    if (!parent || parent.fault || parent === entry || parents.includes(parent)) break;
    parents.push(parent);
    key = CROSSREF.exec(parent.source)?.[1];
  }
  return parents;
}

/** The names of the fields that say when it appeared, in the forms in which they may say it. */
function datesIn(texts: Fields['texts']): string[] {
  const [date, year, month, day] = ['date', 'year', 'month', 'day'].map((name) => texts.get(name));
  if (date !== undefined) return [date];
  if (year === undefined) return [];
  if (month === undefined) return [year];
  const number = /^\d{1,2}$/u.test(month) ? month.padStart(2, '0') : undefined;
  if (day !== undefined)
    return [number ? `${year}-${number}-${day.padStart(2, '0')}` : `${day} ${month} ${year}`];
  return [number ? `${year}-${number}` : `${month} ${year}`];
}

// The first of each list that says something is taken.
const FIELDS = {
  title: ['title'],
  publication: ['journaltitle', 'journal', 'newspaper', 'maintitle', 'organization', 'publisher'],
  url: ['url', 'howpublished'],
  doi: ['doi'],
  accessed: ['urldate', 'lastchecked', 'lastaccessed'],
  lang: ['langid', 'language', 'hyphenation'],
  abstract: ['abstract'],
  volume: ['volume'],
  issue: ['number', 'issue'],
  edition: ['edition'],
  page: ['pages'],
} as const;
const OF_DATES = ['date', 'year', 'month', 'day'];
/** What says nothing to a reader: how entries hang together. */
const OF_FILES = ['crossref', 'xdata', 'pubstate', 'ids', 'options'];

const isAddress = (text: string) => /^(?:https?:|urn:)/iu.test(text);

function referenceOf(fields: Fields): Parameters<typeof readReference>[0] {
  const { texts, authors, keywords, notes } = fields;
  const taken = new Set<string>([...OF_DATES, ...OF_FILES, 'subtitle']);
  const first = (names: readonly string[], isFit = (_: string) => true) => {
    const name = names.find((one) => texts.has(one) && isFit(texts.get(one) ?? ''));
    if (name === undefined) return undefined;
    taken.add(name);
    return texts.get(name);
  };
  const found = first(FIELDS.url, isAddress) ?? first(['url']);
  const url = found === undefined ? undefined : addressIn(found);
  const doi = url === undefined ? first(FIELDS.doi) : undefined;
  const title = first(FIELDS.title);
  const subtitle = texts.get('subtitle');
  return {
    title: subtitle === undefined ? title : [title, subtitle].filter(Boolean).join(': '),
    authors,
    publication: first(FIELDS.publication),
    dates: datesIn(texts),
    url,
    doi,
    accessed: first(FIELDS.accessed),
    lang: first(FIELDS.lang),
    abstract: first(FIELDS.abstract),
    subjects: keywords,
    volume: first(FIELDS.volume),
    issue: first(FIELDS.issue),
    edition: first(FIELDS.edition),
    page: first(FIELDS.page),
    leftOut: [...texts.keys()].filter((name) => !taken.has(name)),
    notes,
  };
}

function readEntry(entry: Entry, parents: readonly Entry[], strings: Strings): Reading {
  const { kind, fault } = entry;
  if (fault)
    throw new ImportFault(`${fault}. See that each brace is closed, and the entry with its last.`);
  const other = LOOSE.has(kind) ? undefined : whyOther(kind);
  if (other) return other;
  const fields = fieldsOf(entry, parents, strings);
  const { texts } = fields;
  const said = (name: string) => texts.get(name) ?? '';
  const isOnline = [said('url'), said('howpublished')].some(isAddress) || texts.has('doi');
  const loose = LOOSE.has(kind)
    ? whyLoose(kind, isOnline, `${said('type')} ${said('entrysubtype')} ${said('howpublished')}`)
    : undefined;
  return (
    loose ??
    whyUnpublished(said('pubstate')) ??
    whyNotPublic([...texts]) ??
    readReference(referenceOf(fields))
  );
}

/** The entries of a BibTeX file, each by its line. */
export async function* partsOfBibtex(source: Source): AsyncGenerator<Part> {
  const text = decoded(await source.bytes(), source.encoding).replace(/\r\n?/gu, '\n');
  const entries = entriesOf(text);
  const strings = stringsOf(entries);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const works = entries.filter(({ kind }) => !NO_ENTRIES.has(kind));
  if (works.length === 0) throw new ImportFault('It is BibTeX without entries.');
  for (const entry of works)
    yield {
      place: `:${entry.line}`,
      isSole: true,
      read: () => readEntry(entry, parentsOf(entry, byKey), strings),
    };
}
