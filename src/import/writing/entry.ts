import type { z } from 'astro/zod';
import type { articleSchema } from '../../domain/article/article.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import type { Spelling } from '../../domain/authorities/mention.ts';
import { openingWords } from '../../domain/language/sentence.ts';
import { slugOf } from '../../domain/slug.ts';
import { site } from '../../site.ts';
import type { Cabinet, Filed } from '../matching/authority-file.ts';
import { listedFields, mentioned, recordFor, unique } from '../matching/filing.ts';
import { ImportFault, type WrittenStory } from '../source-document.ts';
import { MOST_FIGURES, suggestFigures } from '../suggestions/figure.ts';
import { MOST_NAMES, type Suggested, soundOf, suggestNames } from '../suggestions/suggestion.ts';

/** What an import will write of a story: frontmatter and body, and the records that they name. */
export interface Entry {
  date: string;
  /** What its path is made of. */
  slug: string;
  data: z.input<typeof articleSchema>;
  body: string;
  paragraphs: string[];
  /** Every record that it names. */
  records: Filed[];
  suggested: Suggested;
  notes: string[];
}

const langOf = (story: Pick<WrittenStory, 'lang'>) => story.lang ?? site.lang;

/** The most names that a source may give of one article. */
const MOST_NAMED = 1000;

/** Where a story comes from; of one that the archivist wrote, as far as that was said. */
function sourceOf(story: WrittenStory, accessed: string): Pick<Entry['data'], 'source'> {
  const source = {
    ...(story.publisher && { publisher: story.publisher }),
    ...(story.author && { author: story.author }),
    ...(story.url && { url: story.url }),
    ...(story.published && { published: story.published }),
    ...(story.sha256 && { accessed, sha256: story.sha256 }),
  };
  return Object.keys(source).length > 0 ? { source } : {};
}

/** Makes the entry of a story: what the source states in its fields, what the text seems to say beside them. */
export function entryOf(story: WrittenStory, cabinet: Cabinet, accessed: string): Entry {
  if (!story.date)
    throw new ImportFault(
      `It gives no date that can be read${story.notes.length > 0 ? ` (${story.notes.join('; ')})` : ''}. Name the day of the report with --date YYYY-MM-DD.`,
    );
  const { mdx, paragraphs } = story;
  if (paragraphs.length === 0) throw new ImportFault('It has no text.');
  const notes = [...story.notes];
  const named = KINDS.reduce((sum, kind) => sum + story.named[kind].length, 0);
  if (named > MOST_NAMED)
    throw new ImportFault(
      `It names ${named.toLocaleString('en')} people, places and organisations; an article has at most ${MOST_NAMED.toLocaleString('en')}.`,
    );
  const text = paragraphs.join('\n');
  const dateline = story.located && recordFor('places', story.located, text, cabinet, notes);
  const stated = unique(
    KINDS.flatMap((kind) =>
      story.named[kind].map((name) => recordFor(kind, name, text, cabinet, notes)),
    ),
  );
  const { listed, others } = mentioned(stated, paragraphs);
  const lang = langOf(story);
  const names = suggestNames(paragraphs, lang, cabinet, new Set(stated.map(({ id }) => id)));
  const data: Entry['data'] = {
    ...(story.title && { title: story.title }),
    date: story.date,
    ...(story.summary && { summary: story.summary }),
    text: story.kind ?? 'verbatim',
    ...(story.lang && { lang: story.lang }),
    ...sourceOf(story, accessed),
    ...listedFields(listed),
    ...(others.length > 0 && { about: others }),
    ...(dateline && { dateline: dateline.id }),
  };
  const spellings: Spelling[] = stated.flatMap(({ kind, id, spellings }) =>
    spellings.map((spelling) => ({ kind, id, spelling })),
  );
  for (const kind of KINDS)
    for (const { id, name } of names[kind]) if (id) spellings.push({ kind, id, spelling: name });
  const figures = suggestFigures(paragraphs, lang, story.date, spellings);
  if (figures.length === MOST_FIGURES)
    notes.push(`of its counts the first ${MOST_FIGURES} are suggested`);
  if (KINDS.flatMap((kind) => names[kind]).length === MOST_NAMES)
    notes.push(`of its names the first ${MOST_NAMES} are suggested`);
  const opening = paragraphs[0] ?? '';
  return {
    date: story.date,
    slug: slugOf(story.title ?? openingWords(opening, lang, 70), 'article'),
    data,
    body: mdx,
    paragraphs,
    records: unique([...stated, dateline || undefined]),
    suggested: soundOf({ ...names, figures }),
    notes,
  };
}
