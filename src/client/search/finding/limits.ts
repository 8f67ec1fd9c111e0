import type { Kind } from '../../../domain/authorities/authority.ts';
import type { ArchiveFiles, ArticleNumber } from '../../../domain/search/archive-files.ts';
import type { RecordFile } from '../../../domain/search/layout.ts';
import { postingOf } from '../../../domain/search/posting.ts';
import type { DatePart, Part } from '../../../domain/search/query/part.ts';
import {
  FILTERED_KINDS,
  queryWithout,
  type SearchState,
  widened,
} from '../../../domain/search/state.ts';

/** A record that a search is filtered by. */
interface Chosen {
  kind: Kind;
  id: string;
  /** Undefined where the archive has no such record. */
  record: RecordFile | undefined;
  /** Its articles, with the number of mentions. */
  posting: ReadonlyMap<ArticleNumber, number>;
}

/** Days as numbers of articles: the first one, and one past the last. */
type Between = [ArticleNumber, ArticleNumber];

/** A date in the query, which limits the search as one of its filters does. */
export interface Dated {
  part: DatePart;
  between: Between;
}

/** The filters of a search: records, a range of days, and the dates of its query. */
export interface Limits {
  chosen: Chosen[];
  between: Between;
  dated: Dated[];
}

/** The dates of a query as filters. */
export const datesOf = (parts: readonly Part[], files: ArchiveFiles): Promise<Dated[]> =>
  Promise.all(
    parts.flatMap(async (part) =>
      part.type === 'date' && !part.excluded
        ? [{ part, between: await files.between(part.from, part.to) }]
        : [],
    ),
  ).then((all) => all.flat());

/** Looks up the filters of a search that stand besides its query. */
export async function limitsOf(
  state: SearchState,
  files: ArchiveFiles,
): Promise<Omit<Limits, 'dated'>> {
  const chosen = FILTERED_KINDS.flatMap((kind) =>
    state.chosen[kind].map(async (id): Promise<Chosen> => {
      const record = await files.record(kind, id);
      return { kind, id, record, posting: record ? postingOf(record) : new Map() };
    }),
  );
  const hasDays = state.from !== '' || state.to !== '';
  return {
    chosen: await Promise.all(chosen),
    between: hasDays ? await files.between(state.from, state.to) : [0, files.manifest.articles],
  };
}

/** The articles that pass the filters. */
export function within(
  articles: readonly ArticleNumber[],
  { chosen, between, dated }: Limits,
): ArticleNumber[] {
  const all = [between, ...dated.map((date) => date.between)];
  const first = Math.max(...all.map(([from]) => from));
  const end = Math.min(...all.map(([, to]) => to));
  return articles.filter(
    (article) =>
      article >= first && article < end && chosen.every(({ posting }) => posting.has(article)),
  );
}

/** A search with one filter less, and how many articles it finds. */
export interface Relaxation {
  /** The filter that is left out, in words: a name, or the dates. */
  without: string;
  state: SearchState;
  count: number;
}

/**
 * The searches with one filter less that find something, those that find most first.
 *
 * @param articles what the query finds without filters
 * @param all the number of articles in the archive
 */
export function relaxations(
  state: SearchState,
  limits: Limits,
  articles: readonly ArticleNumber[],
  all: ArchiveFiles['manifest']['articles'],
): Relaxation[] {
  const records = limits.chosen.map((left) => {
    const { kind, id, record } = left;
    return {
      without: record?.name ?? id,
      state: widened(state, kind, id),
      limits: { ...limits, chosen: limits.chosen.filter((other) => other !== left) },
    };
  });
  const dates = {
    without: 'the dates',
    state: { ...state, from: '', to: '', page: 1 },
    limits: { ...limits, between: [0, all] as Between },
  };
  const dated = limits.dated.map((left) => ({
    without: `“${left.part.written}”`,
    state: queryWithout(state, left.part.written),
    limits: { ...limits, dated: limits.dated.filter((other) => other !== left) },
  }));
  return [...records, ...(state.from || state.to ? [dates] : []), ...dated]
    .map(({ without, state, limits }) => ({
      without,
      state,
      count: within(articles, limits).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
