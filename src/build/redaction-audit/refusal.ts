import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../../content/files/archive-path.ts';
import { problemAt, problemWith } from '../../content/files/problem-place.ts';
import { ArchiveError } from '../../content/reading/archive-error.ts';
import { ArchiveStore } from '../../content/store/archive-store.ts';
import { because, type Fault } from '../../domain/fault.ts';
import { type Problem, problemText } from '../../domain/problem.ts';
import { pageOf } from '../../domain/withholding/excepted.ts';
import { filesIn } from '../../fixity/site-paths.ts';
import { Stage } from '../stage.ts';
import { disclosuresIn, type JudgedDisclosure } from './disclosures.ts';
import type { SiteFile } from './file-audit.ts';
import { remedyOf } from './remedy.ts';
import { fileOf, type PublishedEntry, type WithheldWords } from './withheld-words.ts';

/** At most this many files are listed for each withheld name; of the others only the number is given. */
const MOST_NAMED = 20;

const STALE =
  'Remove the built site and node_modules/.astro, and build again: the index of words holds what the text does not show.';
const WITHDRAWN =
  'Take them out of what this file is made of. Where they are anybody’s words, take them out of the withdrawn entry.';

const OF_MEDIUM =
  'Take them out of what this file is made of. Where they may be shown, take them out of caption, alternative text or transcript of that medium.';

function faultOf(
  { withheldWords, isIndexed, path, certainty }: JudgedDisclosure,
  more: number,
): Fault {
  const { id, as, medium } = withheldWords;
  const entry = shownPath(fileOf(id));
  const count = withheldWords.words.length;
  if (medium !== undefined)
    return because(
      'withheld/medium',
      `${medium} of ${entry} is published nowhere, nor what it says and is said of it; ${count} words of that in a row stand here, and in no article that is published.`,
      isIndexed ? STALE : OF_MEDIUM,
    );
  const rule =
    as === undefined
      ? `The text of ${entry} was withdrawn; ${count} words of it in a row stand here, and in no article that is published.`
      : `The words that ${entry} shows as “[${as}]” stand nowhere in the site, in whatever form.${certainty === 'likely' ? ' These may be they; it is not certain.' : ''}`;
  const others = more === 1 ? 'Another file has them too. ' : `${more} more files have them too. `;
  const remedy = isIndexed ? STALE : as === undefined ? WITHDRAWN : remedyOf(path, withheldWords);
  return because(
    as === undefined ? 'withdrawn/site' : 'withheld/site',
    rule,
    `${more > 0 ? others : ''}${remedy}`,
  );
}

/**
 * Disclosures as problems: the file, the place, the words that are shown for the withheld ones, and what can be done. The
 * withheld words themselves are not printed, since others may read the output of a build.
 * @param site the folder in which the files will be
 */
export function disclosureProblems(
  disclosures: readonly JudgedDisclosure[],
  files: readonly SiteFile[],
  site: string,
): Problem[] {
  const keyOf = ({ id, as, medium }: WithheldWords) => JSON.stringify([id, as, medium]);
  const byWords = Map.groupBy(disclosures, ({ withheldWords }) => keyOf(withheldWords));
  return [...byWords.values()].flatMap((all) => {
    const inFiles = firstOfEach(all, ({ path }) => path);
    const named = firstOfEach(inFiles, ({ path }) => pageOf(path) || path)
      // Pages of articles and records come first, and then alone: lists, feeds and data only repeat what they say.
      .toSorted((a, b) => Number(pageOf(a.path) === '') - Number(pageOf(b.path) === ''))
      .filter(({ path }, _, [first]) => pageOf(path) !== '' || pageOf(first?.path ?? '') === '')
      .slice(0, MOST_NAMED);
    return named.map((disclosure, index) => {
      const more = index === named.length - 1 ? inFiles.length - named.length : 0;
      return problemOf(disclosure, faultOf(disclosure, more), files, site);
    });
  });
}

function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...Map.groupBy(all, keyOf).values()].flatMap(([first]) => first ?? []);
}

function problemOf(
  { withheldWords, path, place }: JudgedDisclosure,
  fault: Fault,
  files: readonly SiteFile[],
  site: string,
): Problem {
  const words = withheldWords.as === undefined ? '' : `[${withheldWords.as}]`;
  const file = files.find(([one]) => one === path)?.[1];
  if (place === 0 || file === undefined) return problemWith(join(site, path), words, fault);
  const text = readFileSync(file).subarray(0, place).toString();
  return problemAt(join(site, path), text, text.length, words, fault);
}

/**
 * Looks through everything that is about to be published, new files and those that are kept from the last site.
 * @param folders `cache` has the store, `next` the new files; `site` has the last site, and will have the new one
 * @param kept paths of the files of the last site that stay
 * @throws ArchiveError naming the files that certainly show withheld words; it only warns of words that are possibly
 * meant
 */
export async function refuseDisclosures(
  articles: readonly PublishedEntry[],
  { cache, next, site }: { cache: string; next: string; site: string },
  kept: Iterable<string>,
): Promise<void> {
  const stage = new Stage('withheld', 'file looked through', 'files looked through');
  const inFolder = (folder: string, paths: Iterable<string>) =>
    [...paths].map((path): SiteFile => [path, join(folder, path)]);
  const files = [...inFolder(site, kept), ...inFolder(next, filesIn(next))];
  const store = new ArchiveStore(cache);
  try {
    const records = store.records();
    const texts = { articles, records, dataOf: (id: string) => store.dataOf(id) };
    const disclosures = await disclosuresIn(files, texts, (done) => stage.at(done, files.length));
    stage.end(files.length);
    const isCertain = ({ certainty }: JudgedDisclosure) => certainty === 'certain';
    const certain = disclosures.filter(isCertain);
    if (certain.length > 0) throw new ArchiveError(disclosureProblems(certain, files, site));
    warnOf(disclosureProblems(disclosures, files, site));
  } finally {
    store.close();
  }
}

function warnOf(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const warned =
    'Warning: words that may be withheld ones stand in the site. It is built all the same.';
  console.error(`${[...problems.map(problemText), warned].join('\n\n')}\n`);
}
