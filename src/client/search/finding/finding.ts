import { isFunctionWord } from '../../../domain/language/function-word.ts';
import type { ArchiveFiles, ArticleNumber } from '../../../domain/search/archive-files.ts';
import { mostCoNamed } from '../../../domain/search/co-named.ts';
import { POINT } from '../../../domain/search/indexed-text.ts';
import type { NamedRecord } from '../../../domain/search/layout.ts';
import { namingOf } from '../../../domain/search/naming.ts';
import { type Part, withinPart } from '../../../domain/search/query/part.ts';
import { queryParts, wordsOfQuery } from '../../../domain/search/query.ts';
import { isBlank, type SearchState } from '../../../domain/search/state.ts';
import { FEW } from '../corrections/few.ts';
import type { Ranks, TextEngine } from '../texts/engine.ts';
import { answerOf, inAll, isSeldomMeant } from './answering.ts';
import { calendarOf, mayHaveDates } from './calendar.ts';
import { datesOf, type Limits, limitsOf, type Relaxation, relaxations, within } from './limits.ts';
import { required, telling, withMost } from './most-words.ts';
import { inOrder } from './ordering.ts';

/** What a search found. */
export interface Finding {
  /** The articles in the order asked for. */
  articles: ArticleNumber[];
  /** The parts of the query: names, words and phrases. */
  parts: Part[];
  /** What was ignored of the query, since it has no letter or digit. */
  ignored: string[];
  /** Operators of the query that this search does not have, and whether an `OR` of it stands between nothing. */
  unread: { operators: string[]; isOpenOr: boolean };
  /** The parts of the query that no article of the archive has. */
  missing: Part[];
  /** Names that are words first, so that nobody is asked which of their records is meant. */
  seldomMeant: ReadonlySet<Part>;
  /** Words that few articles have, and how many. */
  rare: Map<Part, number>;
  /** What articles lack that have most of the query and not all of it. They come after those that have all. */
  lacking: ReadonlyMap<ArticleNumber, Part[]>;
  /** The last word where no article has it, with the words that begin like it and were found in its place. */
  begun: { part: Part; words: string[] } | undefined;
  /** The filters of the search. */
  limits: Limits;
  /** Where nothing was found: the searches with one filter less that find something. */
  relaxed: Relaxation[];
  /** The records that the query names or that were chosen. Hits show where these are mentioned. */
  records: NamedRecord[];
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

/** The words of which names are looked up. What is too common to be one by itself stands in names beside other words. */
function namingWords(words: readonly string[]): string[] {
  const isNumber = (word: string) => !/\p{L}/u.test(word.replace(POINT, ''));
  const some = words.filter((word) => !isFunctionWord(word) && !isNumber(word));
  return some.length > 0 ? some : [...words];
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

/**
 * Finds what a state asks for. The answer depends on the state and the archive alone.
 *
 * @param lang the language of the site, in which a query may name months
 */
export async function find(
  state: SearchState,
  files: ArchiveFiles,
  texts: TextEngine,
  lang: string,
): Promise<Finding> {
  const words = wordsOfQuery(state.q);
  // Words of dates are not looked for in texts.
  if (!mayHaveDates(state.q)) texts.prepare(words.filter((word) => !isFunctionWord(word)));
  const [named, outer, calendar] = await Promise.all([
    namingOf(namingWords(words), files),
    limitsOf(state, files),
    calendarOf(state.q, files, lang),
  ]);
  const { parts, ignored, unknown, isOpenOr } = queryParts(state.q, named, calendar);
  const limits = { ...outer, dated: await datesOf(parts, files) };
  const undated = parts.filter((part) => part.type !== 'date' || part.excluded);
  const wanted = telling(parts.filter((part) => !part.excluded)).filter(
    ({ type }) => type !== 'date',
  );
  const excluded = undated.filter((part) => part.excluded);
  const answers = new Map(
    await Promise.all(
      [...wanted, ...excluded].map(
        async (part) => [part, await answerOf(part, files, texts)] as const,
      ),
    ),
  );
  const begun = await begunBy(undated, answers, texts);
  const answersOf = (some: readonly Part[]) => some.flatMap((part) => answers.get(part) ?? []);
  const mustHave = required(wanted, answers, files.manifest.articles);
  const ranks = inAll(answersOf(mustHave));
  for (const part of wanted)
    if (!mustHave.includes(part))
      for (const [article, rank] of answers.get(part) ?? [])
        if (ranks.has(article)) ranks.set(article, rank + (ranks.get(article) ?? 0));
  // A query without any word, “???”, finds nothing. No query, or one that only excludes or names days, finds everything.
  const isOpen = wanted.length === 0 && (parts.length > 0 || state.q === '');
  const all = isOpen
    ? Array.from({ length: isBlank(state) ? 0 : files.manifest.articles }, (_, number) => number)
    : [...ranks.keys()];
  const left = (articles: readonly ArticleNumber[]) =>
    articles.filter((article) => !answersOf(excluded).some((answer) => answer.has(article)));
  const mentions = (article: ArticleNumber) =>
    limits.chosen.reduce((sum, { posting }) => sum + (posting.get(article) ?? 0), 0);
  const rank = (article: ArticleNumber) => ranks.get(article) ?? mentions(article);
  const sizeOf = (part: Part) => answers.get(part)?.size ?? 0;
  const isRare = (part: Part) => part.type === 'word' && sizeOf(part) > 0 && sizeOf(part) <= FEW;
  const whole = await inOrder(within(left(all), limits), state.sort, rank, mustHave, texts);
  const passes = (some: readonly ArticleNumber[]) => within(left(some), limits);
  const { articles: count } = files.manifest;
  const most = withMost(mustHave, answers, passes, whole.length, count);
  const articles = [...whole, ...most.map(({ article }) => article)];
  return {
    articles,
    parts,
    ignored,
    unread: { operators: unknown, isOpenOr },
    missing: wanted.filter((part) => answers.get(part)?.size === 0),
    seldomMeant: new Set(wanted.filter((part) => isSeldomMeant(part, sizeOf(part)))),
    rare: new Map(wanted.flatMap((part) => (isRare(part) ? [[part, sizeOf(part)]] : []))),
    lacking: new Map(most.map(({ article, parts }) => [article, parts])),
    begun,
    limits,
    relaxed:
      articles.length > 0 ? [] : relaxations(state, limits, left(all), files.manifest.articles),
    records: [
      ...wanted.flatMap(withinPart).flatMap((part) => (part.type === 'name' ? part.records : [])),
      ...limits.chosen.flatMap(({ record }) => record ?? []),
    ],
  };
}
