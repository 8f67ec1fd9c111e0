import { readFileSync } from 'node:fs';
import { byTime } from '../../domain/article/chronology.ts';
import type { MediumData } from '../../domain/data/medium.ts';
import { queryWords } from '../../domain/search/indexed-text.ts';
import { MANIFEST_PATH, type Manifest, NAMES_PATH } from '../../domain/search/layout.ts';
import { WORDS_PATH } from '../../domain/search/words/layout.ts';
import type { Certainty } from '../../domain/withholding/judgement.ts';
import { publishedTerms } from '../../outputs/search-index/words/published-terms.ts';
import { lookThrough } from './audit-workers.ts';
import { BareText } from './bare-text.ts';
import { judgedBy } from './common.ts';
import { CERTAIN, type Disclosure, foundIn, INDEX, type SiteFile } from './file-audit.ts';
import { IndexDisclosures } from './index-disclosures.ts';
import { checkNearWords } from './near-words.ts';
import { RunFinder } from './run-finder.ts';
import {
  indexedNames,
  mediaRuns,
  type PublishedEntry,
  type SiteTexts,
  type WithheldWords,
  withdrawnRuns,
  withheldWordsIn,
} from './withheld-words.ts';

/** A disclosure that was judged after it was known which words of names are also ordinary words. */
export interface JudgedDisclosure extends Disclosure {
  certainty: Certainty;
}

const isShown = ({ entry }: PublishedEntry) => !entry.draft && !entry.withdrawn;

/**
 * Looks through every file of a site for what its articles withhold and for withdrawn texts.
 *
 * @param progress is called with about how many files have been looked through
 * @returns the disclosures, in the order of their paths
 */
export async function disclosuresIn(
  files: readonly SiteFile[],
  texts: SiteTexts,
  progress: (done: number) => void = () => undefined,
): Promise<JudgedDisclosure[]> {
  const bare = new BareText();
  const rows = (text: string) =>
    [...bare.wordsOf(Buffer.from(text), true)].map((words) =>
      Array.from({ length: words.count }, (_, index) => words.word(index)),
    );
  const withheldWords = await withheldWordsIn(texts, rows);
  const found = await lookThrough(files, withheldWords, progress);
  const meant = found.disclosures
    .map((one) => ({ ...one, certainty: judgedBy(one.judgement, found.occurrences) }))
    .filter(({ certainty }) => certainty !== 'none');
  const disclosures = withoutShown(meant, bare, texts);
  const indexed = [
    ...indexedNames(texts.articles, queryWords),
    ...(await withdrawnRuns(texts.articles, (text) => [queryWords(text)])),
    ...(await mediaRuns(texts.articles, (text) => [queryWords(text)])),
  ];
  if (indexed.length > 0)
    disclosures.push(...indexedIn(files, new IndexDisclosures(indexed), texts));
  return disclosures.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The data of an article without what they tell of media that readers do not see: that is no excuse for telling it. */
function seenOf(data: string): string {
  const article: { media?: MediumData[] } = JSON.parse(data);
  const media = article.media?.filter(({ id, missing }) => id !== undefined || missing);
  return JSON.stringify({ ...article, media });
}

/** Leaves out words of withdrawn texts, and of media that are published nowhere, that a published article has too. */
function withoutShown(
  disclosures: readonly JudgedDisclosure[],
  bare: BareText,
  { articles, dataOf }: SiteTexts,
): JudgedDisclosure[] {
  const keyOf = ({ words }: WithheldWords) => words.join(' ');
  const withdrawn = disclosures
    .map(({ withheldWords }) => withheldWords)
    .filter(({ as }) => as === undefined);
  if (withdrawn.length === 0) return [...disclosures];
  const finder = new RunFinder([...new Map(withdrawn.map((one) => [keyOf(one), one])).values()]);
  const shown = new Set<string>();
  for (const { id } of articles.filter(isShown))
    for (const { of } of foundIn(Buffer.from(seenOf(dataOf(id))), bare, finder))
      shown.add(keyOf(of));
  return disclosures.filter(
    ({ withheldWords }) => withheldWords.as !== undefined || !shown.has(keyOf(withheldWords)),
  );
}

/** Finds withheld words that are in the index of words, but not in the articles as they are shown. */
function* indexedIn(
  files: readonly SiteFile[],
  disclosures: IndexDisclosures,
  { articles, dataOf }: SiteTexts,
): Generator<JudgedDisclosure> {
  const inIndex = new Map(files.filter(([path]) => INDEX.test(path)));
  const manifest = files.find(([path]) => path === MANIFEST_PATH.slice(1))?.[1];
  if (!manifest) {
    if (inIndex.size > 0) throw new Error('An index of words has no manifest.');
    return;
  }
  const { words, near }: Manifest = JSON.parse(readFileSync(manifest, 'utf8'));
  const read = new Set<string>();
  const readWords = (name: string) => {
    const path = WORDS_PATH.slice(1) + name;
    read.add(path);
    const file = inIndex.get(path);
    if (file === undefined) throw new Error(`The index of words lacks its file ${path}.`);
    return JSON.parse(readFileSync(file, 'utf8'));
  };
  const shown = new Set<string>();
  const termsOf = function* () {
    for (const term of publishedTerms(words, readWords)) {
      for (const word of term.words) shown.add(word);
      yield term;
    }
  };
  const ids = articles
    .filter(isShown)
    .map(({ id, entry }) => ({ id, data: entry }))
    .toSorted(byTime)
    .map(({ id }) => id);
  const what = {
    path: WORDS_PATH.slice(1),
    place: 0,
    isIndexed: true,
    judgement: CERTAIN,
    certainty: 'certain' as const,
  };
  for (const withheldWords of disclosures.in(termsOf, ids, (id) => JSON.parse(dataOf(id))))
    yield { withheldWords, ...what };
  const names = files.find(([path]) => path === NAMES_PATH.slice(1))?.[1];
  const records = names ? JSON.parse(readFileSync(names, 'utf8')) : [];
  checkNearWords({ near }, readWords, { words: shown, records });
  for (const path of inIndex.keys())
    if (!read.has(path))
      throw new Error(`Nothing leads to ${path}, so nobody can say what it shows.`);
}
