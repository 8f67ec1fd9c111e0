import type { ArchiveFiles, ArticleNumber } from '../../../domain/search/archive-files.ts';
import { postingOf } from '../../../domain/search/posting.ts';
import { type Part, rowsOfPart } from '../../../domain/search/query/part.ts';
import { filedRankOf } from '../../../domain/search/words/weight.ts';
import type { Ranks, TextEngine } from '../texts/engine.ts';

/** A name is meant as often as not where one in so many articles with its words is filed under it. */
const OFTEN_MEANT = 4;

/**
 * Whether a name is a word first: few of the articles that have it are filed under any of its records, as under a surname
 * “Oil”.
 *
 * @param found how many articles have it
 */
export const isSeldomMeant = (part: Part, found: number): boolean =>
  part.type === 'name' &&
  OFTEN_MEANT * part.records.reduce((sum, { count }) => sum + count, 0) < found;

/** The articles that match a part of a query, excluded or not. */
export async function answerOf(part: Part, files: ArchiveFiles, texts: TextEngine): Promise<Ranks> {
  if (part.type === 'any') return inAnyGroup(part.groups, files, texts);
  if (part.type === 'date') return allBetween(await files.between(part.from, part.to));
  const rows = rowsOfPart(part);
  const isPlain = rows.length === 1 && !part.inTitle && part.type !== 'amount';
  const found = isPlain
    ? await texts.holding(part.words)
    : await texts.holdingAny(rows, part.inTitle);
  if (part.type !== 'name') return found;
  // An article may have the words without listing the record, or mention it under another spelling.
  const records = await Promise.all(part.records.map(({ kind, id }) => files.record(kind, id)));
  const filed = new Map<ArticleNumber, number>();
  for (const record of records)
    for (const [article, mentions] of record ? postingOf(record) : [])
      filed.set(article, mentions + (filed.get(article) ?? 0));
  const all = files.manifest.articles;
  const holding = new Set([...found.keys(), ...filed.keys()]).size;
  // A name under which few are filed of all that have its words, as a surname “Oil”, is seldom meant.
  const meant = Math.min(1, (OFTEN_MEANT * filed.size) / holding);
  for (const [article, mentions] of filed)
    found.set(article, meant * filedRankOf(mentions, holding, all) + (found.get(article) ?? 0));
  return found;
}

async function inAnyGroup(
  groups: readonly (readonly Part[])[],
  files: ArchiveFiles,
  texts: TextEngine,
): Promise<Ranks> {
  const best: Ranks = new Map();
  const answers = groups.map(async (parts) => {
    const ofParts = await Promise.all(parts.map((part) => answerOf(part, files, texts)));
    const wanted = ofParts.filter((_, at) => parts[at]?.excluded === false);
    const excluded = ofParts.filter((_, at) => parts[at]?.excluded === true);
    const all = wanted.length > 0 ? inAll(wanted) : allBetween([0, files.manifest.articles]);
    return [...all].filter(([article]) => !excluded.some((answer) => answer.has(article)));
  });
  for (const [article, rank] of (await Promise.all(answers)).flat())
    best.set(article, Math.max(rank, best.get(article) ?? 0));
  return best;
}

const allBetween = ([first, end]: [ArticleNumber, ArticleNumber]): Ranks =>
  new Map(Array.from({ length: Math.max(0, end - first) }, (_, at) => [first + at, 0]));

/** The articles that match all answers, with the sums of their ranks. */
export function inAll(answers: readonly Ranks[]): Ranks {
  const [first = new Map<ArticleNumber, number>(), ...others] = answers.toSorted(
    (a, b) => a.size - b.size,
  );
  const all = [...first].filter(([article]) => others.every((answer) => answer.has(article)));
  return new Map(
    all.map(([article, rank]) => [
      article,
      others.reduce((sum, answer) => sum + (answer.get(article) ?? 0), rank),
    ]),
  );
}
