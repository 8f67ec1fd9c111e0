import { hash } from 'node:crypto';
import type { z } from 'astro/zod';
import { type articleSchema, MOST_ADDRESSES, MOST_SUBJECTS } from '../../domain/article/article.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import type { Spelling } from '../../domain/authorities/mention.ts';
import { openingWords } from '../../domain/language/sentence.ts';
import { slugOf } from '../../domain/slug.ts';
import { site } from '../../site.ts';
import type { AuthorityFile, Filed } from '../matching/authority-file.ts';
import { listedFields, mentioned, recordFor, unique } from '../matching/filing.ts';
import type { WrittenMedium } from '../media/source-medium.ts';
import { asSubjects, ImportFault, type WrittenDocument } from '../source-document.ts';
import { MOST_FIGURES, suggestFigures } from '../suggestions/figure.ts';
import { MOST_NAMES, type Suggested, soundOf, suggestNames } from '../suggestions/suggestion.ts';
import { gapFields } from './medium-fields.ts';

/** What an import will write of a source document: frontmatter and body, and the records that they name. */
export interface Entry {
  date: string;
  /** What its path is made of. */
  slug: string;
  data: z.input<typeof articleSchema>;
  body: string;
  /** The texts that mention names: its paragraphs; without a text, its headline and its summary. */
  paragraphs: string[];
  /** The page that it was read from, packed, if that is kept. */
  capture?: Uint8Array | undefined;
  /** What its source says of its media. In its data they stand as missing until their files are looked at. */
  media: WrittenMedium[];
  /** Every record that it names. */
  records: Filed[];
  suggested: Suggested;
  notes: string[];
}

const langOf = (document: Pick<WrittenDocument, 'lang'>) => document.lang ?? site.lang;

/** The most names that a source may give of one article. */
const MOST_NAMED = 1000;

/** Where a source document comes from; of one that the archivist wrote, as far as that was said. */
function sourceOf(document: WrittenDocument, accessed: string): Pick<Entry['data'], 'source'> {
  const subjects = asSubjects(document.subjects ?? []);
  const former = [...new Set(document.formerUrls)].filter((address) => address !== document.url);
  const source = {
    ...(document.publisher && { publisher: document.publisher }),
    ...(document.author && { author: document.author }),
    ...(document.volume && { volume: document.volume }),
    ...(document.issue && { issue: document.issue }),
    ...(document.edition && { edition: document.edition }),
    ...(document.page && { page: document.page }),
    ...(document.url && { url: document.url }),
    ...(document.published && { published: document.published }),
    ...(subjects.length > 0 && { subjects: subjects.slice(0, MOST_SUBJECTS) }),
    ...(former.length > 0 && { formerUrls: former.slice(0, MOST_ADDRESSES) }),
    ...(document.sha256 && {
      // Who imports a bibliography has read none of its articles.
      accessed: document.accessed ?? (document.kind === 'none' ? undefined : accessed),
      sha256: document.sha256,
    }),
    ...(document.capture && { capture: hash('sha256', document.capture) }),
  };
  return Object.keys(source).length > 0 ? { source } : {};
}

/** Makes the entry of a source document: what the source states in its fields, what the text seems to say beside them. */
export function entryOf(
  document: WrittenDocument,
  authorityFile: AuthorityFile,
  accessed: string,
): Entry {
  if (!document.date)
    throw new ImportFault(
      `It gives no date that can be read${document.notes.length > 0 ? ` (${document.notes.join('; ')})` : ''}. ${document.kind === 'none' ? 'A record is filed by its day: add it to the entry, or name it' : 'Name the day of the report'} with --date YYYY-MM-DD.`,
    );
  const { mdx, title, summary, media = [] } = document;
  const isRecord = document.kind === 'none';
  if (isRecord && title === undefined)
    throw new ImportFault(
      'It has neither a headline nor a text, so nothing names it. Add its title.',
    );
  if (!isRecord && document.paragraphs.length === 0) throw new ImportFault('It has no text.');
  const paragraphs = isRecord
    ? [title, summary].filter((words) => words !== undefined)
    : document.paragraphs;
  const notes = [...document.notes];
  const named = KINDS.reduce((sum, kind) => sum + document.named[kind].length, 0);
  if ((document.subjects?.length ?? 0) > MOST_SUBJECTS)
    notes.push(`of its subjects the first ${MOST_SUBJECTS} are kept`);
  if ((document.formerUrls?.length ?? 0) > MOST_ADDRESSES)
    notes.push(`of its old addresses the first ${MOST_ADDRESSES} are kept`);
  if (named > MOST_NAMED)
    throw new ImportFault(
      `It names ${named.toLocaleString('en')} people, places and organisations; an article has at most ${MOST_NAMED.toLocaleString('en')}.`,
    );
  const text = paragraphs.join('\n');
  const dateline =
    document.located && recordFor('places', document.located, text, authorityFile, notes);
  const stated = unique(
    KINDS.flatMap((kind) =>
      document.named[kind].map((name) => recordFor(kind, name, text, authorityFile, notes)),
    ),
  );
  const { listed, others } = mentioned(stated, paragraphs);
  const lang = langOf(document);
  const known = new Set(stated.map(({ id }) => id));
  const names = isRecord
    ? suggestNames(paragraphs.slice(1), lang, authorityFile, known, title)
    : suggestNames(paragraphs, lang, authorityFile, known);
  const data: Entry['data'] = {
    ...(document.title && { title: document.title }),
    date: document.date,
    ...(document.summary && { summary: document.summary }),
    text: document.kind ?? 'verbatim',
    ...(document.lang && { lang: document.lang }),
    ...sourceOf(document, accessed),
    ...listedFields(listed),
    ...(others.length > 0 && { about: others }),
    ...(dateline && { dateline: dateline.id }),
    ...(media.length > 0 && { media: media.map((one) => gapFields(one)) }),
  };
  const spellings: Spelling[] = stated.flatMap(({ kind, id, spellings }) =>
    spellings.map((spelling) => ({ kind, id, spelling })),
  );
  for (const kind of KINDS)
    for (const { id, name } of names[kind]) if (id) spellings.push({ kind, id, spelling: name });
  const figures = isRecord ? [] : suggestFigures(paragraphs, lang, document.date, spellings);
  if (figures.length === MOST_FIGURES)
    notes.push(`of its counts the first ${MOST_FIGURES} are suggested`);
  if (KINDS.flatMap((kind) => names[kind]).length === MOST_NAMES)
    notes.push(`of its names the first ${MOST_NAMES} are suggested`);
  const opening = paragraphs[0] ?? '';
  return {
    date: document.date,
    slug: slugOf(document.title ?? openingWords(opening, lang, 70), 'article'),
    data,
    body: mdx,
    capture: document.capture,
    media,
    paragraphs,
    records: unique([...stated, dateline || undefined]),
    suggested: soundOf({ ...names, figures, media: [] }),
    notes,
  };
}
