import { join } from 'node:path';
import { contentRoot } from '../../content/files/archive-path.ts';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { readText } from '../../content/files/text-file.ts';
import { readProse } from '../../content/markdown/prose.ts';
import type { RecordFile } from '../../content/reading/record.ts';
import type { ArticleEntry } from '../../content/store/article-entry.ts';
import { withParticles } from '../../domain/authorities/mention.ts';
import { articlePath } from '../../domain/url.ts';
import { type ReadException, readException } from '../../domain/withholding/excepted.ts';
import { formsOf, isShort } from '../../domain/withholding/form.ts';
import type { Alternatives, NameForm } from '../../domain/withholding/name-form.ts';
import { hasSilentMedia, mediaTexts } from './media-words.ts';
import { addressed, adjoiningForms, type BySpelling, bySpelling, namesOf } from './name.ts';

/** Words in a row that must not be published, and the article that withholds them. */
export interface WithheldWords {
  /** The forms that each word may have; an empty list stands for any word. */
  words: readonly Alternatives[];
  /** Id of the article that withholds the words, or that was withdrawn. */
  id: string;
  /** What is shown in their place; left out for a withdrawn text. */
  as?: string;
  /** The file of a medium that is published nowhere, where they are its words. */
  medium?: string;
  /** For a name, the form of it that these words are. */
  form?: NameForm;
  /** The places where these words are not the name. */
  except?: readonly ReadException[];
}

/** Splits a text into rows of words. Words of different rows are not next to each other. */
type Rows = (text: string) => string[][];

/** How many words in a row identify a withdrawn text. */
const RUN = 8;

/** The path of an article's file. */
export const fileOf = (id: string): string => join(contentRoot(), 'articles', `${id}.mdx`);

/** Every run of words of a text, except those that are also in its address, which stays public. */
function runsOf(text: string, id: string, rows: Rows): Alternatives[][] {
  const address = ` ${rows(articlePath(id)).flat().join(' ')} `;
  return rows(text)
    .map((words) => words.map((word) => [word]))
    .flatMap((words) => words.map((_, index) => words.slice(index, index + RUN)))
    .filter((run) => run.length === RUN && !address.includes(` ${run.join(' ')} `));
}

/** The paragraphs and other words of a withdrawn article that are still in its file. */
async function textsOf(id: string, entry: ArticleEntry): Promise<string[]> {
  const file = fileOf(id);
  const { text } = readText(file);
  const frontmatter = frontmatterOf(file, text);
  const body = 'bodyStart' in frontmatter ? text.slice(frontmatter.bodyStart) : '';
  const { paragraphs } = await readProse(body, 0, { needles: [], figures: [], base: '/' });
  const around = [
    entry.title,
    entry.summary,
    ...entry.figures.map(({ asStated }) => asStated),
    ...entry.corrections.flatMap(({ note, text }) => [note, text]),
  ];
  return [
    ...paragraphs.map((paragraph) => paragraph.text),
    ...around.filter((one) => one !== undefined),
  ];
}

/** An article that is published, or was. */
export interface PublishedEntry {
  id: string;
  entry: ArticleEntry;
}

/** The articles and records of a site. `dataOf` gives an article's `index.json`, as text. */
export interface SiteTexts {
  articles: readonly PublishedEntry[];
  records: readonly RecordFile[];
  dataOf: (id: string) => string;
}

/** All words to look for because of an article's withheld names: in all their forms, and in all spellings. */
function* formsIn(
  { id, entry }: PublishedEntry,
  records: BySpelling,
  dataOf: SiteTexts['dataOf'],
): Generator<WithheldWords> {
  // An exception to one name is an exception to the others too: Perrin Quaile and P. Quaile share a surname.
  const except = entry.withheld.flatMap((one) => one.except.map(readException));
  for (const withholding of entry.withheld) {
    const { as } = withholding;
    const forms = [
      ...namesOf(withholding, records).flatMap((name) => (isShort(name) ? [] : formsOf(name))),
      ...adjoiningForms(withholding, entry, dataOf(id)),
    ];
    for (const form of forms) yield { words: form.words, id, as, form, except };
  }
}

/** The withheld names as an index of words holds them. @param wordsIn the words of a text as they are indexed */
export const indexedNames = (
  articles: readonly PublishedEntry[],
  wordsIn: (text: string) => string[],
): WithheldWords[] =>
  shownOf(articles).flatMap(({ id, entry }) =>
    entry.withheld.flatMap(({ name, as }) => {
      const words = wordsIn(name);
      const [first = '', ...rest] = words;
      const attached = withParticles(first).map((start) => [start, ...rest]);
      const all = [words, [words.join('')], wordsIn(addressed(name)), ...attached];
      const forms = new Map(all.map((form) => [form.join(' '), form]));
      forms.delete('');
      return [...forms.values()].map((form) => ({ words: form.map((word) => [word]), id, as }));
    }),
  );

const shownOf = (articles: readonly PublishedEntry[]) =>
  articles.filter(({ entry }) => !entry.draft);

/** The runs of words of withdrawn texts. @param rows splits texts in the same way as those that are searched */
export async function withdrawnRuns(
  articles: readonly PublishedEntry[],
  rows: Rows,
): Promise<WithheldWords[]> {
  const withheldWords: WithheldWords[] = [];
  for (const { id, entry } of shownOf(articles).filter(({ entry }) => entry.withdrawn))
    for (const text of await textsOf(id, entry))
      for (const words of runsOf(text, id, rows)) withheldWords.push({ words, id });
  return withheldWords;
}

/** What is said of a medium and has fewer words than this may be said of many. */
const FEW = 5;

/** The runs of words of media that are published nowhere; a short text is one run. */
export async function mediaRuns(
  articles: readonly PublishedEntry[],
  rows: Rows,
): Promise<WithheldWords[]> {
  const withheldWords: WithheldWords[] = [];
  for (const { id, entry } of shownOf(articles).filter(({ entry }) => hasSilentMedia(entry)))
    for (const { file, text } of await mediaTexts({ id, path: fileOf(id) }, entry)) {
      const short = rows(text).filter(({ length }) => length >= FEW && length < RUN);
      const runs = [
        ...runsOf(text, id, rows),
        ...short.map((words) => words.map((word) => [word])),
      ];
      for (const words of runs) withheldWords.push({ words, id, medium: file });
    }
  return withheldWords;
}

/** Everything that articles withhold. @param rows splits texts in the same way as the files that are searched */
export async function withheldWordsIn(
  { articles, records, dataOf }: SiteTexts,
  rows: Rows,
): Promise<WithheldWords[]> {
  const known = bySpelling(records);
  const forms = shownOf(articles).flatMap((article) => [...formsIn(article, known, dataOf)]);
  return [...forms, ...(await withdrawnRuns(articles, rows)), ...(await mediaRuns(articles, rows))];
}
