import type { ArchiveFiles, ArticleNumber } from '../../domain/search/archive-files.ts';
import { mostCoNamed } from '../../domain/search/co-named.ts';
import type { NamedRecord } from '../../domain/search/layout.ts';
import { namingOf } from '../../domain/search/naming.ts';
import { postingOf } from '../../domain/search/posting.ts';
import { type Part, queryParts, wordsOfQuery } from '../../domain/search/query.ts';
import { isBlank, type SearchState } from '../../domain/search/state.ts';
import { type Limits, limitsOf, type Relaxation, relaxations, within } from './limits.ts';
import type { Begun } from './texts/text-engine.ts';

/** Looks words up in the texts. */
export interface TextEngine {
  /** The articles whose text holds the words next to each other, each with its rank, the higher the better. */
  holding: (words: readonly string[]) => Promise<Map<ArticleNumber, number>>;
  /** Begins to fetch what is needed of words, since they are searched for soon. */
  prepare: (words: readonly string[]) => void;
  /** The words that begin with these letters, and the articles that have one of them, with their ranks. */
  beginning: (letters: string) => Promise<Begun>;
}

/** What a search found. */
export interface Finding {
  /** The articles in the order asked for. */
  articles: ArticleNumber[];
  /** The parts of the query: names, words and phrases. */
  parts: Part[];
  /** What was ignored of the query, since it has no letter or digit. */
  ignored: string[];
  /** The parts of the query that no article of the archive has. */
  missing: Part[];
  /** The last word where no article has it, with the words that begin like it and were found in its place. */
  begun: { part: Part; words: string[] } | undefined;
  /** The filters of the search. */
  limits: Limits;
  /** Where nothing was found: the searches with one filter less that find something. */
  relaxed: Relaxation[];
  /** The records that the query names or that were chosen. Hits show where these are mentioned. */
  records: NamedRecord[];
}

type Ranks = Map<ArticleNumber, number>;

/** An article that lists a record ranks above all that only have the words. */
const FILED = 1000;

/** The articles that match a part of the query, with their ranks. */
async function answerOf(part: Part, files: ArchiveFiles, texts: TextEngine): Promise<Ranks> {
  const found = await texts.holding(part.words);
  if (part.type !== 'name') return found;
  // An article may have the words without listing the record, or mention it under another spelling.
  const records = await Promise.all(part.records.map(({ kind, id }) => files.record(kind, id)));
  for (const record of records) {
    for (const [article, mentions] of record ? postingOf(record) : [])
      found.set(article, (found.get(article) ?? 0) + FILED + Math.min(mentions, 50));
  }
  return found;
}

/** The articles that match all parts, with the sums of their ranks. */
function inAll(answers: readonly Ranks[]): Ranks {
  const [first = new Map<ArticleNumber, number>(), ...others] = answers;
  const all = [...first].filter(([article]) => others.every((answer) => answer.has(article)));
  return new Map(
    all.map(([article, rank]) => [
      article,
      others.reduce((sum, answer) => sum + (answer.get(article) ?? 0), rank),
    ]),
  );
}

function ordered(
  articles: readonly ArticleNumber[],
  { sort }: SearchState,
  rank: (article: ArticleNumber) => number,
): ArticleNumber[] {
  if (sort === 'newest') return articles.toSorted((a, b) => b - a);
  if (sort === 'oldest') return articles.toSorted((a, b) => a - b);
  return articles.toSorted((a, b) => rank(b) - rank(a) || b - a);
}

/**
 * The records that occur in most of the articles that were found, each with the number of these articles. For counting them
 * more is read than for the articles.
 */
export async function coNamedIn(
  { articles, limits: { chosen } }: Finding,
  state: SearchState,
  files: ArchiveFiles,
): Promise<NamedRecord[]> {
  const [only, ...others] = chosen;
  if (articles.length === 0) return [];
  // For one record alone the build has already counted which names occur with it.
  if (only?.record && others.length === 0 && !state.q && !state.from && !state.to)
    return only.record.beside;
  const counts = await files.counts(new Set(articles));
  return Promise.all(
    mostCoNamed(counts, files.manifest.records).map(async ([number, count]) => ({
      ...(await files.recordAt(number)),
      count,
    })),
  );
}

/** Answers for the last word, where no article has it, with the words that begin like it: it may not be written out. */
async function begunBy(parts: readonly Part[], answers: Map<Part, Ranks>, texts: TextEngine) {
  const part = parts.at(-1);
  if (part?.type !== 'word' || part.excluded || answers.get(part)?.size !== 0) return undefined;
  const { words, ranks } = await texts.beginning(part.words[0] ?? '');
  if (ranks.size === 0) return undefined;
  answers.set(part, ranks);
  return { part, words };
}

/** Finds what a state asks for. The answer depends on the state and the archive alone. */
export async function find(
  state: SearchState,
  files: ArchiveFiles,
  texts: TextEngine,
): Promise<Finding> {
  const words = wordsOfQuery(state.q);
  texts.prepare(words);
  const [named, limits] = await Promise.all([namingOf(words, files), limitsOf(state, files)]);
  const { parts, ignored } = queryParts(state.q, named);
  const answers = new Map(
    await Promise.all(
      parts.map(async (part) => [part, await answerOf(part, files, texts)] as const),
    ),
  );
  const begun = await begunBy(parts, answers, texts);
  const wanted = parts.filter(({ excluded }) => !excluded);
  const excluded = parts.filter((part) => part.excluded);
  const answersOf = (some: readonly Part[]) => some.flatMap((part) => answers.get(part) ?? []);
  const ranks = inAll(answersOf(wanted));
  // A query without any word, “???”, finds nothing. No query, or one that only excludes, finds everything.
  const isOpen = wanted.length === 0 && (excluded.length > 0 || state.q === '');
  const all = isOpen
    ? Array.from({ length: isBlank(state) ? 0 : files.manifest.articles }, (_, number) => number)
    : [...ranks.keys()];
  const left = all.filter((article) => !answersOf(excluded).some((answer) => answer.has(article)));
  const mentions = (article: ArticleNumber) =>
    limits.chosen.reduce((sum, { posting }) => sum + (posting.get(article) ?? 0), 0);
  const rank = (article: ArticleNumber) => ranks.get(article) ?? mentions(article);
  const articles = ordered(within(left, limits), state, rank);
  return {
    articles,
    parts,
    ignored,
    missing: wanted.filter((part) => answers.get(part)?.size === 0),
    begun,
    limits,
    relaxed: articles.length > 0 ? [] : relaxations(state, limits, left, files.manifest.articles),
    records: [
      ...wanted.flatMap((part) => (part.type === 'name' ? part.records : [])),
      ...limits.chosen.flatMap(({ record }) => record ?? []),
    ],
  };
}
