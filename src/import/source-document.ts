import type { Root } from 'mdast';
import type { Article } from '../domain/article/article.ts';
import { foldSpace } from '../domain/article/paragraph.ts';
import type { Kind } from '../domain/authorities/authority.ts';
import { addressFault } from '../domain/web-address.ts';
import type { Skipped } from './formats/skipped.ts';
import type { FindMedium } from './media/folder.ts';
import type { SourceMedium, WrittenMedium } from './media/source-medium.ts';

/** A page as it was saved, by a browser or a crawler. */
export interface SavedPage {
  /** Its bytes, as its server sent them but for their packing. */
  bytes: Uint8Array;
  /** The encoding in which it was read. */
  encoding: string;
  /** The address that it was loaded from. */
  address?: string | undefined;
  /** When it was saved: a moment, or a day. */
  time?: string | undefined;
}

/** An article as its source states it, whatever its format; nothing in it is a guess of ours. */
export interface SourceDocument {
  /** SHA-256 of the file, or of the line where each line is an item of its own; empty where the archivist wrote it here. */
  sha256: string;
  /** The kind of text, where it is not the source's own words; `none` where the source is a record without a text. */
  kind?: Article['text'];
  title?: string | undefined;
  /** The day of the report. */
  date?: string | undefined;
  /** The month (`YYYY-MM`) or year (`YYYY`) that it states where it states no day. */
  period?: string | undefined;
  published?: string | undefined;
  author?: string | undefined;
  /** Where in a newspaper or magazine it stands. */
  volume?: string | undefined;
  issue?: string | undefined;
  edition?: string | undefined;
  page?: string | undefined;
  publisher?: string | undefined;
  url?: string | undefined;
  /** The day on which it was read at its address, where its file says so; else that of the import. */
  accessed?: string | undefined;
  lang?: string | undefined;
  summary?: string | undefined;
  /** The names that the source itself gives, as it spells them. */
  named: Record<Kind, string[]>;
  /** What the source files it under: categories, tags, keywords, as it spells them. */
  subjects?: string[];
  /** Other addresses that it had. */
  formerUrls?: string[];
  /** The place that it was filed from, as the source spells it. */
  located?: string | undefined;
  /** The page that it was read from, where it was one. */
  saved?: SavedPage;
  /** The file that it was read from, where it is a medium itself, such as a PDF. */
  original?: SourceMedium;
  /** Why that file cannot be published. */
  unkept?: string;
  body: Root;
  /** Pictures, documents, sounds and films that go with it; those in its text are the media of the blocks of its body. */
  media?: SourceMedium[];
  /** Finds files that its source itself holds, such as parts of a message. */
  find?: FindMedium;
  /** What could not be kept, told to the archivist. */
  notes: string[];
}

/** A source document whose body is written: what an entry is made of. */
export interface WrittenDocument
  extends Omit<SourceDocument, 'body' | 'saved' | 'original' | 'unkept' | 'media' | 'find'> {
  /** The page that it was read from, as a packed web archive; where captures are kept. */
  capture?: Uint8Array | undefined;
  /** The body as MDX. */
  mdx: string;
  /** The texts of its paragraphs. */
  paragraphs: string[];
  media?: WrittenMedium[];
}

/** What reading an input gives: a source document, or why there is none. */
export type Reading = { document: SourceDocument } | Skipped;

/** An input that cannot be imported as it is; the message says why and what to do. */
export class ImportFault extends Error {
  override name = 'ImportFault';
}

/** A page in which no article was found. */
export class NoArticleFault extends ImportFault {
  override name = 'NoArticleFault';
}

// Direction controls are left out of headlines and names, where they only deceive. In a text they stay, visible as
// references.
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text as one line that a field can hold: white space folded, what no field may hold left out; nothing if blank. */
export function asLine(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = foldSpace(foldSpace(value).toWellFormed().replace(UNFIT, ''));
  if (!/[^\s\p{Cf}]/u.test(line)) return undefined;
  if (line.length <= longest) return line;
  const atWord = /^.*\S(?=\s)/u.exec(line.slice(0, longest - 1))?.[0];
  return `${atWord ?? line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** An address if the archive can hold it. */
export function asAddress(value: unknown): string | undefined {
  const address = typeof value === 'string' ? value.trim() : '';
  return addressFault(address, 'source') === undefined ? address : undefined;
}

/** A language tag in its canonical form, if it is one. */
export function asLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Lines that a list of subjects can hold, each once. */
export const asSubjects = (values: readonly unknown[]): string[] => [
  ...new Set(values.flatMap((value) => asLine(value, 200) ?? [])),
];

/** No names. */
export const noNames = (): SourceDocument['named'] => ({
  people: [],
  places: [],
  organisations: [],
});
