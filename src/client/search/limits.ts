import type { Kind } from '../../domain/authorities/authority.ts';
import type { ArchiveFiles, ArticleNumber } from '../../domain/search/archive-files.ts';
import type { RecordFile } from '../../domain/search/layout.ts';
import { postingOf } from '../../domain/search/posting.ts';
import { FILTERED_KINDS, type SearchState, widened } from '../../domain/search/state.ts';

/** A record that a search is filtered by. */
export interface Chosen {
  kind: Kind;
  id: string;
  /** Undefined where the archive has no such record. */
  record: RecordFile | undefined;
  /** Its articles, with the number of mentions. */
  posting: ReadonlyMap<ArticleNumber, number>;
}

/** The filters of a search: records, and a range of days. */
export interface Limits {
  chosen: Chosen[];
  /** The range of days as numbers of articles: the first one, and one past the last. */
  between: [ArticleNumber, ArticleNumber];
}

/** Looks up the filters of a search. */
export async function limitsOf(state: SearchState, files: ArchiveFiles): Promise<Limits> {
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
  { chosen, between: [first, end] }: Limits,
): ArticleNumber[] {
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
    limits: { ...limits, between: [0, all] as Limits['between'] },
  };
  return [...records, ...(state.from || state.to ? [dates] : [])]
    .map(({ without, state, limits }) => ({
      without,
      state,
      count: within(articles, limits).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
