import { join } from 'node:path';
import slugify from '@sindresorhus/slugify';
import { withParticles } from '../../archive/mention.ts';
import { articlePath } from '../../archive/url.ts';
import { contentRoot, readText } from '../../loaders/content.ts';
import type { ArticleEntry } from '../../loaders/entry.ts';
import { frontmatterOf } from '../../loaders/frontmatter.ts';
import { readProse } from '../../loaders/prose.ts';

/** Words that nothing published may hold, next to each other, and whose they are. */
export interface Concealed {
  words: readonly string[];
  /** Id of the article that withholds the words, or that was withdrawn. */
  id: string;
  /** What stands for them; left out where they are of a withdrawn text. */
  as?: string;
}

/** Parts a text into words; rows of words that do not go on into each other. */
type Rows = (text: string) => string[][];

/** As many words in a row as are a withdrawn text’s own. */
const RUN = 8;

/** The file of an article, as the archivist would type it. */
export const fileOf = (id: string): string => join(contentRoot(), 'articles', `${id}.mdx`);

/** The forms in which a name may stand: its words, all of them as one, with particles attached, as in an address. */
function formsOf(name: string, rows: Rows): string[][] {
  const [words = []] = rows(name);
  const [first = '', ...rest] = words;
  const [slug = []] = rows(slugify(name));
  const attached = withParticles(first).map((start) => [start, ...rest]);
  const forms = [words, [words.join('')], slug, ...attached].filter(({ length }) => length > 0);
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()];
}

/** The runs of words of a text; those that its own address has are published with it. */
function runsOf(text: string, id: string, rows: Rows): string[][] {
  const address = ` ${rows(articlePath(id)).flat().join(' ')} `;
  return rows(text)
    .flatMap((words) => words.map((_, index) => words.slice(index, index + RUN)))
    .filter((run) => run.length === RUN && !address.includes(` ${run.join(' ')} `));
}

/** The words of a withdrawn article that are still in its file. */
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

/** Everything that articles conceal. @param rows how the words are parted in which it is looked for */
export async function concealedIn(
  articles: readonly PublishedEntry[],
  rows: Rows,
): Promise<Concealed[]> {
  const concealed: Concealed[] = [];
  for (const { id, entry } of articles) {
    if (entry.draft) continue;
    for (const { name, as } of entry.withheld)
      for (const words of formsOf(name, rows)) concealed.push({ words, id, as });
    if (!entry.withdrawn) continue;
    for (const text of await textsOf(id, entry))
      for (const words of runsOf(text, id, rows)) concealed.push({ words, id });
  }
  return concealed;
}
