import type { Root } from 'mdast';
import { foldSpace } from '../../../domain/article/paragraph.ts';
import { bylineOfAuthors } from '../../../domain/citation/authors.ts';
import { shownWords } from '../../../domain/problem.ts';
import {
  asAddress,
  asLine,
  asSubjects,
  noNames,
  type Reading,
  type SourceDocument,
} from '../../source-document.ts';
import { statedPeriod } from '../../time/period.ts';
import { asTime } from '../../time/time.ts';
import { leftOutNote } from '../fields/stated.ts';
import { sha256Of } from '../source.ts';
import { languageOf } from './language.ts';

/** What a bibliography states of an article, whatever its form: each as a text, and nothing read into it. */
export interface Reference {
  title?: string | undefined;
  /** Their names, in the order in which one says them. */
  authors: readonly string[];
  /** The newspaper, magazine or site. */
  publication?: string | undefined;
  /** When it appeared, as far as it is said: the first text that names a day is taken. */
  dates: readonly string[];
  url?: string | undefined;
  doi?: string | undefined;
  /** The day on which it was looked up at its address. */
  accessed?: string | undefined;
  /** A tag, or the name of a language. */
  lang?: string | undefined;
  abstract?: string | undefined;
  subjects: readonly string[];
  volume?: string | undefined;
  issue?: string | undefined;
  edition?: string | undefined;
  page?: string | undefined;
  /** The names of fields that say something and have no place here; what they say is not kept. */
  leftOut: readonly string[];
  /** What else could not be kept. */
  notes?: readonly string[];
}

const LONGEST_TITLE = 300;
const LONGEST_SUMMARY = 1000;
const LONGEST = 200;
const LONGEST_EDITION = 100;
const LONGEST_NUMBER = 60;

const emptyBody = (): Root => ({ type: 'root', children: [] });

/** When it appeared; where no day is said, what is. */
function timeOf(dates: readonly string[], lang: string | undefined) {
  const said = dates.map(foldSpace).filter(Boolean);
  for (const text of said) {
    const time = asTime(text, lang);
    if (time) return { time, period: undefined, notes: [] };
  }
  return {
    time: undefined,
    period: said.map((text) => statedPeriod(text, lang)).find(Boolean),
    notes:
      said.length > 0
        ? [`its date “${shownWords(said.join(', '))}” names no day that can be read`]
        : [],
  };
}

/** The address of an article, or that of its DOI. */
function addressOf({ url, doi }: Reference): { url: string | undefined; notes: string[] } {
  const ofDoi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}\/\S+)$/iu.exec(
    doi?.trim() ?? '',
  )?.[1];
  const address = asAddress(url) ?? asAddress(ofDoi && `https://doi.org/${ofDoi}`);
  const notes =
    url?.trim() && !asAddress(url)
      ? [`its address “${shownWords(url.trim())}” is none of the web, and was left out`]
      : [];
  return { url: address, notes };
}

/** A summary that fits, and whether it had to be cut. */
function summaryOf(abstract: string | undefined): { summary: string | undefined; notes: string[] } {
  const summary = asLine(abstract, LONGEST_SUMMARY);
  const isCut = foldSpace(abstract ?? '').length > LONGEST_SUMMARY;
  return {
    summary,
    notes: isCut
      ? [`of its abstract the first ${LONGEST_SUMMARY.toLocaleString('en')} characters are kept`]
      : [],
  };
}

/**
 * A reference as the record of an article, without a text. Its digest is of what is kept of it, as a list in JSON: what
 * is private changes it as little as the layout of the file.
 */
export function readReference(reference: Reference): Reading {
  const { leftOut, notes: before = [], ...said } = reference;
  const lang = languageOf(said.lang);
  const { time, period, notes: ofTime } = timeOf(said.dates, lang);
  const { url, notes: ofAddress } = addressOf(reference);
  const { summary, notes: ofSummary } = summaryOf(said.abstract);
  const accessed = said.accessed === undefined ? undefined : asTime(said.accessed)?.date;
  const facts = {
    title: asLine(said.title, LONGEST_TITLE),
    date: time?.date,
    published: time && time.published !== time.date ? time.published : undefined,
    author: asLine(bylineOfAuthors(said.authors.filter((name) => /\S/u.test(name))), LONGEST),
    publisher: asLine(said.publication, LONGEST),
    url,
    accessed,
    lang,
    summary,
    subjects: asSubjects(said.subjects),
    volume: asLine(said.volume, LONGEST_NUMBER),
    issue: asLine(said.issue, LONGEST_NUMBER),
    edition: asLine(said.edition, LONGEST_EDITION),
    page: asLine(said.page, LONGEST_NUMBER),
  } satisfies Partial<SourceDocument>;
  const document: SourceDocument = {
    ...facts,
    ...(period !== undefined && { period }),
    kind: 'none',
    sha256: sha256Of(Buffer.from(JSON.stringify(Object.values(facts).map((fact) => fact ?? '')))),
    named: noNames(),
    body: emptyBody(),
    notes: [...before, ...ofTime, ...ofAddress, ...ofSummary, ...leftOutNote(leftOut)],
  };
  if (time && time.date > new Date().toISOString().slice(0, 10))
    document.notes.push(`it is dated ${time.date}, after today: see that it was published`);
  return { document };
}
