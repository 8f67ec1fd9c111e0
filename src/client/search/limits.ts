import type { Kind } from '../../domain/authorities/authority.ts';
import type { ArchiveFiles, ArticleNumber } from '../../domain/search/archive-files.ts';
import type { RecordFile } from '../../domain/search/layout.ts';
import { postingOf } from '../../domain/search/posting.ts';
import { FILTERED_KINDS, type SearchState, widened } from '../../domain/search/state.ts';

/** A record that a search is narrowed to. */
export interface Chosen {
  kind: Kind;
  id: string;
  /** Nothing where the archive has no such record. */
  record: RecordFile | undefined;
  /** Its articles, with the number of mentions. */
  posting: ReadonlyMap<ArticleNumber, number>;
}

/** What a search is narrowed to: records, and a run of days. */
export interface Limits {
  chosen: Chosen[];
  /** The first article of these days, and one past the last. */
  between: [ArticleNumber, ArticleNumber];
}

/** Reads what a state narrows a search to. */
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

/** The articles among these that are within the limits. */
export function within(
  articles: readonly ArticleNumber[],
  { chosen, between: [first, end] }: Limits,
): ArticleNumber[] {
  return articles.filter(
    (article) =>
      article >= first && article < end && chosen.every(({ posting }) => posting.has(article)),
  );
}

/** A search without one of its limits, and how many articles it finds. */
export interface Relaxation {
  /** What is left out: a name, or the dates. */
  without: string;
  state: SearchState;
  count: number;
}

/** The same search without each of its limits in turn, as far as that finds something; most found first. */
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
