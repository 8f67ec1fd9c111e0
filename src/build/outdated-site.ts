import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../content/files/archive-path.ts';
import { UnreadEntry } from '../content/media/withheld-files.ts';
import { type EntryWithholdings, withholdingsOf } from '../content/media/withholdings.ts';
import type { PublishedArticleData } from '../domain/data/article.ts';
import { shownWords } from '../domain/problem.ts';
import { articlePath, mediumPath } from '../domain/url.ts';
import { noticesOf } from '../domain/withholding/withholding.ts';
import { Refusal } from '../errors/refusal.mjs';

/** The files of a site, however they lie in its folder. */
export interface SiteContents {
  folder: string;
  /** A file of it; undefined where there is none. */
  read(path: string): Buffer | undefined;
  /** The paths of what is in a folder of the site, which ends in a slash. */
  below(folder: string): string[];
}

/** A site whose files lie in its folder as they are. */
export const plainSite = (folder: string): SiteContents => ({
  folder,
  read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined),
  below: (path) =>
    existsSync(join(folder, path))
      ? readdirSync(join(folder, path)).map((name) => path + name)
      : [],
});

/** The data of an article of a site; undefined where it has none that can be read. */
function dataOf(
  site: SiteContents,
  id: string,
): { text: string; data: PublishedArticleData } | undefined {
  const text = site.read(`${articlePath(id).slice(1)}index.json`)?.toString();
  return text === undefined ? undefined : { text, data: JSON.parse(text) };
}

// A notice stays at the address of a withheld medium; no file of it does.
function isMediumShown(site: SiteContents, id: string): boolean {
  const folder = mediumPath(id).slice(1);
  return site.below(folder).some((path) => path !== `${folder}index.html`);
}

/** What a site shows that an entry keeps from readers, in words; undefined where it shows nothing of it. */
function shownOf(site: SiteContents, entry: EntryWithholdings): string | undefined {
  const medium = entry.media.find((id) => isMediumShown(site, id));
  if (medium !== undefined) return `a picture or other medium that it withholds (${medium})`;
  const published = dataOf(site, entry.id);
  if (!published || 'withdrawn' in published.data) return undefined;
  if (entry.isWithdrawn) return 'the article, which is withdrawn';
  if (entry.withheld.length === 0) return undefined;
  const told = new Set(published.data.withheld.map((notice) => JSON.stringify(notice)));
  const isTold = noticesOf(entry.withheld).every((notice) => told.has(JSON.stringify(notice)));
  // Another name may be withheld in the same words; one of a single word may stand there as a word.
  const isThere = entry.withheld.some(
    ({ name, except }) =>
      except.length === 0 &&
      /\s/.test(name) &&
      published.text.includes(JSON.stringify(name).slice(1, -1)),
  );
  return isTold && !isThere ? undefined : 'the article without what it withholds now';
}

/**
 * Refuses to hand on a site that shows what its archive withholds since.
 *
 * @throws Refusal says which entries, and what to do
 */
export function refuseOutdated(content: string, site: SiteContents): void {
  if (!existsSync(content)) return;
  let entries: EntryWithholdings[];
  try {
    entries = withholdingsOf(content);
  } catch (error) {
    if (!(error instanceof UnreadEntry)) throw error;
    throw new Refusal(
      `${shownWords(shownPath(error.entry))} has a fault, so that it is not known what it withholds. Run npm run build, which tells it, and mend it.`,
    );
  }
  const shown = entries.flatMap((entry) => {
    const what = shownOf(site, entry);
    return what === undefined ? [] : [`${shownWords(shownPath(entry.path))}: ${what}`];
  });
  if (shown.length > 0)
    throw new Refusal(
      `${shownPath(site.folder)} was built before this was withheld, and shows it still:\n${shown.join('\n')}\nRun npm run build.`,
    );
}
