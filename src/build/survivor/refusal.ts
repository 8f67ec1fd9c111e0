import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { because, type Problem } from '../../archive/problem.ts';
import { problemAt, problemWith, shownPath } from '../../loaders/content.ts';
import { Galley } from '../../loaders/galley.ts';
import { ArchiveError } from '../../loaders/reading.ts';
import { filesIn } from '../outputs.ts';
import { Stage } from '../stage.ts';
import { fileOf, type PublishedEntry } from './concealment.ts';
import type { SiteFile, Survivor } from './looking.ts';
import { survivorsIn } from './survivors.ts';

/** Files that are named for words that survive; how many more there are is said. */
const MOST_NAMED = 5;

const STALE =
  'Remove the built site and node_modules/.astro, and build again: the index of words holds what the text does not show.';
const NAMED =
  'Withhold them wherever they come from, or take them out there; where they mean somebody else, withhold a longer run of words, such as a name with its title.';
const WITHDRAWN =
  'Take them out of what this file is made of. Where they are anybody’s words, take them out of the withdrawn entry.';

function messageOf({ concealed, isIndexed }: Survivor, more: number): string {
  const { id, as } = concealed;
  const entry = shownPath(fileOf(id));
  const rule =
    as === undefined
      ? `The text of ${entry} was withdrawn; ${concealed.words.length} words of it in a row stand here, and in no article that is published.`
      : `The words that ${entry} shows as “[${as}]” stand nowhere in the site, in whatever form.`;
  const others = more === 1 ? 'Another file has them too. ' : `${more} more files have them too. `;
  return because(
    rule,
    `${more > 0 ? others : ''}${isIndexed ? STALE : as === undefined ? WITHDRAWN : NAMED}`,
  );
}

/**
 * What survives, as problems: the file, the place, what stands for the words, and what can be done. The words themselves
 * are not told: others may read what a build says.
 *
 * @param site where the files will lie
 */
export function survivorProblems(
  survivors: readonly Survivor[],
  files: readonly SiteFile[],
  site: string,
): Problem[] {
  const keyOf = ({ id, as }: Survivor['concealed']) => JSON.stringify([id, as]);
  const byConcealed = Map.groupBy(survivors, ({ concealed }) => keyOf(concealed));
  return [...byConcealed.values()].flatMap((all) => {
    const inFiles = [
      ...new Map(all.toReversed().map((one) => [one.path, one])).values(),
    ].toReversed();
    return inFiles.slice(0, MOST_NAMED).map((survivor, index) => {
      const more = index === MOST_NAMED - 1 ? inFiles.length - MOST_NAMED : 0;
      return problemOf(survivor, messageOf(survivor, more), files, site);
    });
  });
}

function problemOf(
  { concealed, path, place }: Survivor,
  message: string,
  files: readonly SiteFile[],
  site: string,
): Problem {
  const words = concealed.as === undefined ? '' : `[${concealed.as}]`;
  const file = files.find(([one]) => one === path)?.[1];
  if (place === 0 || file === undefined) return problemWith(join(site, path), words, message);
  const text = readFileSync(file).subarray(0, place).toString();
  return problemAt(join(site, path), text, text.length, words, message);
}

/**
 * Looks through everything that is about to be published, made and kept.
 *
 * @param folders the galley’s, that of the site as it is built, and where it will lie
 * @param kept the files of the last site that stay
 * @throws ArchiveError naming files in which concealed words survive
 */
export async function refuseSurvivors(
  articles: readonly PublishedEntry[],
  { cache, next, site }: { cache: string; next: string; site: string },
  kept: Iterable<string>,
): Promise<void> {
  const stage = new Stage('withheld', 'file looked through', 'files looked through');
  const inFolder = (folder: string, paths: Iterable<string>) =>
    [...paths].map((path): SiteFile => [path, join(folder, path)]);
  const files = [...inFolder(site, kept), ...inFolder(next, filesIn(next))];
  const galley = new Galley(cache);
  try {
    const texts = { articles, dataOf: (id: string) => galley.dataOf(id) };
    const survivors = await survivorsIn(files, texts, (done) => stage.at(done, files.length));
    stage.end(files.length);
    if (survivors.length > 0) throw new ArchiveError(survivorProblems(survivors, files, site));
  } finally {
    galley.close();
  }
}
