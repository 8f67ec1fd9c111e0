import type { Article } from '../../domain/article/article.ts';
import type { Withholding } from '../../domain/withholding/withholding.ts';
import type { Validated } from '../files/validate.ts';
import type { Facts } from '../markdown/rehype-record.ts';
import type { ArticleEntry } from '../store/article-entry.ts';

/** What is not known of an article with faults. */
export interface Unsure {
  /** Its frontmatter as written: others may refer to what stands there. Undefined if it could not be read. */
  frontmatter: string | undefined;
  /** True where its paragraphs are not known. */
  body: boolean;
  /** The ids of the figures that have faults. */
  figures: readonly string[];
  /** What it withholds, sound or not. */
  withheld: readonly Withholding[];
}

/** What checks between articles need to know of an article. */
export interface CheckedArticle {
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

/** An article with faults, as far as other articles are checked against it. */
export type Outline = CheckedArticle & { unsure: Unsure };

/** The outline of an article that could not be read: only its place is known. */
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

/**
 * The outline of an article with faults.
 *
 * @param parts the sound parts of its fields
 */
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

/** True if an article with faults may contain these words. Then a reference to them is not reported. */
export const mayBeMeant = (words: string, articles: readonly { unsure?: Unsure }[]): boolean =>
  articles.some(({ unsure }) => unsure && (unsure.frontmatter?.includes(words) ?? true));
