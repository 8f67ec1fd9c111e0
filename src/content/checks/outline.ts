import type { Article } from '../../domain/article/article.ts';
import type { Withholding } from '../../domain/withholding/withholding.ts';
import type { Validated } from '../files/validate.ts';
import type { Facts } from '../markdown/rehype-record.ts';
import type { ArticleEntry } from '../store/article-entry.ts';

/** What is not known of an article that has faults. */
export interface Unsure {
  /** Its frontmatter as it is written: what stands there may be meant by others. Nothing where it could not be read. */
  frontmatter: string | undefined;
  /** True where its paragraphs are not known. */
  body: boolean;
  /** The ids of the figures of which something is at fault. */
  figures: readonly string[];
  /** What it withholds, sound or not. */
  withheld: readonly Withholding[];
}

/** What is asked of an article when it is checked against the others. */
export interface ReadArticle {
  id: string;
  path: string;
  entry: Pick<
    ArticleEntry,
    | 'draft'
    | 'withdrawn'
    | 'date'
    | 'figures'
    | 'corrections'
    | 'formerly'
    | 'links'
    | 'paragraphIds'
  >;
  /** Where it has faults. */
  unsure?: Unsure;
}

/** An article that has faults, as far as others are checked against it. */
export type Outline = ReadArticle & { unsure: Unsure };

/** What others can know of an article of which nothing could be read but its place. */
export const blankOutline = (id: string, path: string): Outline => ({
  id,
  path,
  entry: {
    date: id.slice(0, 10).replaceAll('/', '-'),
    draft: false,
    figures: [],
    corrections: [],
    formerly: [],
    links: [],
    paragraphIds: [],
  },
  unsure: { frontmatter: undefined, body: true, figures: [], withheld: [] },
});

/** What others can know of an article that has faults. @param parts what is sound of its fields */
export function outlineOf(
  { id, path }: { id: string; path: string },
  parts: Article | undefined,
  { isSound }: Pick<Validated<Article>, 'isSound'>,
  facts: Facts | undefined,
  unsure: Pick<Unsure, 'frontmatter' | 'body' | 'withheld'>,
): Outline {
  const { entry } = blankOutline(id, path);
  const links = facts?.links ?? [];
  const paragraphIds = facts?.paragraphs.map((paragraph) => paragraph.id) ?? [];
  if (!parts)
    return {
      id,
      path,
      entry: { ...entry, links, paragraphIds },
      unsure: { ...unsure, figures: [] },
    };
  const { draft, withdrawn, date, figures, corrections, formerly } = parts;
  return {
    id,
    path,
    entry: {
      ...{ draft, withdrawn, links, paragraphIds },
      date: isSound('date') ? date : entry.date,
      figures: figures.filter((_, at) => isSound('figures', at, 'id')),
      corrections: corrections.filter((_, at) => isSound('corrections', at)),
      formerly: formerly.filter((_, at) => isSound('formerly', at)),
    },
    unsure: {
      ...unsure,
      figures: figures.filter((_, at) => !isSound('figures', at)).map((figure) => figure.id),
    },
  };
}

/** True where words may be what an article says that has faults: they are no fault of whoever refers to them. */
export const mayBeMeant = (words: string, articles: readonly { unsure?: Unsure }[]): boolean =>
  articles.some(({ unsure }) => unsure && (unsure.frontmatter?.includes(words) ?? true));
