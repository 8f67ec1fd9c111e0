import type { Article } from '../../domain/article/article.ts';
import type { FiledMedium } from '../../domain/media/filed-medium.ts';
import type { FieldOfFile } from '../../domain/media/of-file.ts';
import type { Withholding } from '../../domain/withholding/withholding.ts';
import type { Validated } from '../files/validate.ts';
import type { Facts } from '../markdown/rehype-record.ts';
import type { ArticleEntry } from '../store/article-entry.ts';

/** What is not certain about an article with faults. */
export interface Unsure {
  /** Its frontmatter as written, since others may refer to what is in it. Undefined where it could not be read. */
  frontmatter: string | undefined;
  /** True where its paragraphs are not known. */
  body: boolean;
  /** The ids of the figures that have faults. */
  figures: readonly string[];
  /** The files of the pictures that its body places. */
  placed: readonly string[];
  /** What it withholds, also where an entry has faults. */
  withheld: readonly Withholding[];
}

/** A medium of an article, as far as those of other articles are checked against it. */
export interface KnownMedium extends FiledMedium {
  /** Of an article with faults: the fields that have one, so that it is not known what they say. */
  unsure?: readonly (FieldOfFile | 'withheld')[];
  /** The file as it is named, where none lies there; empty where no name is known. */
  sought?: string;
}

/** What checks between articles need to know of an article. */
export interface CheckedArticle {
  id: string;
  path: string;
  entry: Pick<
    ArticleEntry,
    | 'draft'
    | 'withdrawn'
    | 'withheld'
    | 'date'
    | 'figures'
    | 'corrections'
    | 'formerly'
    | 'links'
    | 'paragraphIds'
  > & { media: readonly KnownMedium[] };
  /** Set where it has faults. */
  unsure?: Unsure;
}

/** An article with faults, as far as other articles are checked against it. */
export type FaultyArticle = CheckedArticle & { unsure: Unsure };

/** An article that could not be read at all: only its id and its file are known. */
export const unreadArticle = (id: string, path: string): FaultyArticle => ({
  id,
  path,
  entry: {
    date: id.slice(0, 10).replaceAll('/', '-'),
    draft: false,
    withheld: [],
    figures: [],
    corrections: [],
    formerly: [],
    links: [],
    media: [],
    paragraphIds: [],
  },
  unsure: { frontmatter: undefined, body: true, figures: [], placed: [], withheld: [] },
});

/**
 * What other articles may rely on of an article with faults.
 *
 * @param parts its fields as far as they are valid; undefined where its frontmatter could not be read
 * @param facts of its body; undefined where that could not be read
 * @param media what is known of its media
 */
export function faultyArticle(
  { id, path }: { id: string; path: string },
  parts: Article | undefined,
  { isSound }: Pick<Validated<Article>, 'isSound'>,
  facts: Facts | undefined,
  media: readonly KnownMedium[],
  unsure: Pick<Unsure, 'frontmatter' | 'body' | 'withheld'>,
): FaultyArticle {
  const { entry } = unreadArticle(id, path);
  const links = facts?.links ?? [];
  const paragraphIds = facts?.paragraphs.map((paragraph) => paragraph.id) ?? [];
  const placed = facts?.placed.map(({ file }) => file) ?? [];
  if (!parts)
    return {
      id,
      path,
      entry: { ...entry, links, paragraphIds },
      unsure: { ...unsure, placed, figures: [] },
    };
  const { draft, withdrawn, date, figures, corrections, formerly } = parts;
  return {
    id,
    path,
    entry: {
      ...{ draft, withdrawn, withheld: [], media, links, paragraphIds },
      date: isSound('date') ? date : entry.date,
      figures: figures.filter((_, at) => isSound('figures', at, 'id')),
      corrections: corrections.filter((_, at) => isSound('corrections', at)),
      formerly: formerly.filter((_, at) => isSound('formerly', at)),
    },
    unsure: {
      ...unsure,
      placed,
      figures: figures.filter((_, at) => !isSound('figures', at)).map((figure) => figure.id),
    },
  };
}

/** True if an article with faults may contain these words. Then a reference to them is not reported. */
export const mayBeMeant = (words: string, articles: readonly { unsure?: Unsure }[]): boolean =>
  articles.some(({ unsure }) => unsure && (unsure.frontmatter?.includes(words) ?? true));
