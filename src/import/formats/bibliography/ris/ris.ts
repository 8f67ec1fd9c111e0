import { unescaped } from '../../../markup/markup.ts';
import { ImportFault, type Reading } from '../../../source-document.ts';
import { decoded } from '../../encoding.ts';
import type { Part } from '../../format.ts';
import type { Source } from '../../source.ts';
import { whyLoose, whyNotPublic, whyOther } from '../kind.ts';
import { type Reference, readReference } from '../reference.ts';
import { type Tagged, taggedIn } from './fields.ts';

/** RIS, in which databases and libraries give references. */

/** Types for which RIS has no word of its own. */
const LOOSE = new Set(['GEN', 'MISC']);

// The first of each list that says something is taken. Databases differ in which tags they use for what.
const TAGS = {
  title: ['TI', 'T1', 'CT'],
  publication: ['T2', 'JF', 'JO', 'BT', 'JA', 'J1', 'J2', 'PB'],
  doi: ['DO'],
  accessed: ['Y2'],
  lang: ['LA'],
  abstract: ['AB', 'N2'],
  volume: ['VL'],
  issue: ['IS', 'CP'],
  edition: ['ET'],
} as const;
const AUTHORS = ['AU', 'A1'];
const SUBJECTS = ['KW'];
const PAGES = ['SP', 'EP'];
const DATES = ['DA', 'Y1', 'PY'];
// L1 to L4 are files and addresses of the bibliography’s owner, with what lets him in.
const ADDRESSES = ['UR', 'LK'];

/** A name as one says it: “Varga, Ada, Jr.” is Ada Varga Jr. */
function nameIn(text: string): string {
  const [family, given, suffix] = text.split(',', 3).map((part) => part.trim());
  return [given, family, suffix].filter(Boolean).join(' ');
}

/** A day as RIS writes it, `2031/04/02/morning`: its parts, those that are blank left out. */
function dateIn(text: string): string {
  const [, year, month, day] = /^(\d{4})\/(\d{0,2})\/(\d{0,2})(?:\/|$)/u.exec(text) ?? [];
  if (year === undefined) return text.split('/').filter(Boolean).join('/');
  return [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
}

/** When it appeared: as one field says it, or a day without a year beside a year. */
function datesIn(said: readonly string[], years: readonly string[]): string[] {
  const dates = said.map(dateIn);
  const year = years.map((text) => /^\d{4}/u.exec(text)?.[0]).find(Boolean);
  const joined = dates.flatMap((date) =>
    year && !/\d{4}/u.test(date) && /\d/u.test(date) ? [`${date} ${year}`] : [],
  );
  return [...new Set([...dates, ...joined])].filter(Boolean);
}

function referenceOf({ fields }: Tagged): Reference {
  const taken = new Set<string>(['TY', ...DATES, ...PAGES, ...AUTHORS, ...SUBJECTS]);
  const all = (tags: readonly string[]) =>
    tags.flatMap((tag) => fields.filter(([one]) => one === tag).map(([, text]) => unescaped(text)));
  const first = (tags: readonly string[]) => {
    const tag = tags.find((one) => fields.some(([name, text]) => name === one && text !== ''));
    if (tag === undefined) return undefined;
    taken.add(tag);
    return all([tag]).find(Boolean);
  };
  const addresses = all(ADDRESSES).flatMap((text) => text.split(/[\s;]+/u));
  const url = addresses.find((text) => /^https?:/iu.test(text)) ?? first(['UR']);
  if (url !== undefined) taken.add('UR');
  const pages = PAGES.map((tag) => first([tag])).filter((page) => page !== undefined);
  return {
    title: first(TAGS.title),
    authors:
      AUTHORS.map((tag) => all([tag]))
        .find((names) => names.some(Boolean))
        ?.map(nameIn) ?? [],
    publication: first(TAGS.publication),
    dates: datesIn(all(DATES), all(['PY', 'Y1'])),
    url,
    doi: url === undefined ? first(TAGS.doi) : undefined,
    accessed: dateIn(first(TAGS.accessed) ?? '') || undefined,
    lang: first(TAGS.lang),
    abstract: first(TAGS.abstract),
    subjects: all(SUBJECTS).flatMap((text) => text.split(/;\s/u)),
    volume: first(TAGS.volume),
    issue: first(TAGS.issue),
    edition: first(TAGS.edition),
    page: [...new Set(pages)].join('–') || undefined,
    leftOut: [
      ...new Set(fields.flatMap(([tag, text]) => (text !== '' && !taken.has(tag) ? [tag] : []))),
    ],
  };
}

function readTagged(tagged: Tagged): Reading {
  const said = (tag: string) => tagged.fields.find(([one]) => one === tag)?.[1] ?? '';
  const type = said('TY');
  if (!tagged.isEnded)
    throw new ImportFault(
      'It has no end, so that part of it may be missing. End it with a line “ER  - ”.',
    );
  const other = LOOSE.has(type)
    ? whyLoose(
        type,
        ADDRESSES.some((tag) => /^https?:/iu.test(said(tag))),
        said('M3'),
      )
    : whyOther(type);
  return other ?? whyNotPublic(tagged.fields) ?? readReference(referenceOf(tagged));
}

/** The references of a RIS file, each by its line. */
export async function* partsOfRis(source: Source): AsyncGenerator<Part> {
  const text = decoded(await source.bytes(), source.encoding);
  for (const tagged of taggedIn(text))
    yield { place: `:${tagged.line}`, isSole: true, read: () => readTagged(tagged) };
}
