import { KINDS, type Kind } from '../archive/authority.ts';
import type { ArticleNumber, Catalogue, Facet, RecordNumber } from './catalogue.ts';
import { type Part, queryParts } from './query.ts';
import type { SearchState } from './state.ts';

/** Looks words up in the texts. */
export interface TextEngine {
  /** The articles whose text holds the words next to each other, each with its rank, the higher the better. */
  holding: (words: readonly string[]) => Promise<Map<ArticleNumber, number>>;
}

/** What a search found. */
export interface Finding {
  /** The articles in the order asked for. */
  articles: ArticleNumber[];
  /** The names among the words of the query, with what they could mean. */
  names: Extract<Part, { type: 'name' }>[];
  /** Everything that is looked for in the texts, as words to be marked. */
  parts: Part[];
  /** Words and phrases that no text of the archive holds. */
  missing: string[];
  /** Records to be shown as context of each hit: those named and those chosen. */
  records: RecordNumber[];
  facets: Record<Kind, Facet[]>;
}

function intersection<V>(
  a: ReadonlyMap<number, V>,
  b: { has: (article: number) => boolean },
): Map<number, V> {
  return new Map([...a].filter(([article]) => b.has(article)));
}

/** The articles that answer the parts of a query, with their ranks; `undefined` where it has none. */
async function answering(parts: readonly Part[], catalogue: Catalogue, texts: TextEngine) {
  const held = await Promise.all(parts.map((part) => texts.holding(part.words)));
  const missing = parts.flatMap((part, index) =>
    part.type !== 'name' && held[index]?.size === 0 ? [part.words.join(' ')] : [],
  );
  let ranks: Map<ArticleNumber, number> | undefined;
  parts.forEach((part, index) => {
    const found = new Map(held[index]);
    if (part.type === 'name') {
      // An article may hold the words without being filed under the name, or the name under another spelling.
      for (const record of part.records) {
        for (const [article, mentions] of catalogue.mentionsOf(record)) {
          found.set(article, (found.get(article) ?? 0) + FILED + Math.min(mentions, 50));
        }
      }
    }
    if (!ranks) ranks = found;
    else
      ranks = new Map(
        [...intersection(ranks, found)].map(([article, rank]) => [
          article,
          rank + (found.get(article) ?? 0),
        ]),
      );
  });
  return { ranks, missing };
}

/** Being filed under a name outweighs holding its words. */
const FILED = 1000;

/** Finds what a state asks for. The answer depends on the state and the archive alone. */
export async function find(
  state: SearchState,
  catalogue: Catalogue,
  texts: TextEngine,
): Promise<Finding> {
  const parts = queryParts(state.q, catalogue.named);
  const { ranks, missing } = await answering(parts, catalogue, texts);
  // A query of signs alone asks for something, and nothing answers it.
  const isUnanswerable = state.q !== '' && parts.length === 0;
  const chosen = KINDS.flatMap((kind) =>
    state.chosen[kind].map((id) => catalogue.numberOf(kind, id)),
  );
  const everything = isUnanswerable
    ? []
    : Array.from({ length: catalogue.size }, (_, article) => article);
  const all = ranks ? [...ranks.keys()] : everything;
  const kept = all.filter((article) => {
    const day = catalogue.dayOf(article);
    if ((state.from && day < state.from) || (state.to && day > state.to)) return false;
    return chosen.every(
      (record) => record !== undefined && catalogue.mentionsOf(record).has(article),
    );
  });
  const mentions = (article: ArticleNumber) =>
    chosen.reduce<number>(
      (sum, record) =>
        sum + (record === undefined ? 0 : (catalogue.mentionsOf(record).get(article) ?? 0)),
      0,
    );
  const rank = (article: ArticleNumber) => ranks?.get(article) ?? mentions(article);
  const order = {
    newest: (a: ArticleNumber, b: ArticleNumber) => b - a,
    oldest: (a: ArticleNumber, b: ArticleNumber) => a - b,
    relevance: (a: ArticleNumber, b: ArticleNumber) => rank(b) - rank(a) || b - a,
  };
  const names = parts.filter((part) => part.type === 'name');
  return {
    articles: kept.toSorted(order[state.sort]),
    names,
    parts,
    missing: isUnanswerable ? [state.q] : missing,
    records: [
      ...new Set([
        ...names.flatMap(({ records }) => records),
        ...chosen.filter((record) => record !== undefined),
      ]),
    ],
    facets: catalogue.facets(new Set(kept)),
  };
}
