import { join } from 'node:path';
import { keepText, keptText } from '../../content/store/kept-text.ts';
import { codeOf } from '../../dependencies/imports.ts';
import { articlePath, LEDGER_PATH, mediumPath } from '../../domain/url.ts';
import type { Finding } from './group-search.ts';
import { groupsOf, type SearchedFile } from './rendition-group.ts';
import { searchAll } from './search-workers.ts';
import { type SoughtMedia, soughtMedia, soughtNames } from './sought-media.ts';
import type { MediaArticle, WithheldMedium } from './withheld-medium.ts';

/** A withheld medium that a file of the site shows, or of which it has a trace. */
export interface MediaDisclosure extends Finding {
  withheld: WithheldMedium;
}

/** What is kept from one build to the next. */
interface Kept {
  /** The code that searched. */
  code: string;
  /** What it searched for. */
  sought: string;
  clean: string[];
  same: string[];
}

const KEPT = 'media-audit.json';

/** If this changes, every file is searched again. */
const soughtKey = ({ media, shown }: SoughtMedia, withheld: readonly WithheldMedium[]) =>
  JSON.stringify([media, shown, withheld.map(({ path }) => path !== undefined)]);

function lastSearch(cache: string, code: string): Kept {
  const text = keptText(join(cache, KEPT));
  const kept: Kept | undefined = text === undefined ? undefined : JSON.parse(text);
  return kept?.code === code ? kept : { code, sought: '', clean: [], same: [] };
}

/** True where a file may have a trace of a withheld medium. */
function mayHave({ path, trace }: Finding, { id = '', of, allowed, why }: WithheldMedium): boolean {
  const isShown = allowed.some((other) => path.startsWith(mediumPath(other).slice(1)));
  if (trace === 'picture' || trace === 'bytes') return isShown;
  // A draft hides nothing from those who know its file already.
  if (why === 'draft' && trace === 'name') return true;
  if (trace !== 'id' && trace !== 'address') return false;
  const isOwnPage = path === `${mediumPath(id).slice(1)}index.html`;
  const isOfArticle = path.startsWith(articlePath(of).slice(1)) && trace === 'id';
  return isOwnPage || isOfArticle || path === LEDGER_PATH.slice(1);
}

const SURER = ['file', 'folder', 'bytes', 'picture', 'address', 'id', 'name'];

/** Of several traces of a medium in one file, the one that says most. */
function surest(disclosures: readonly MediaDisclosure[]): MediaDisclosure[] {
  const order = ({ certainty, trace }: MediaDisclosure) =>
    (certainty === 'certain' ? 0 : SURER.length) + SURER.indexOf(trace);
  const all = Map.groupBy(disclosures, ({ path, medium }) => `${medium} ${path}`);
  return [...all.values()].flatMap((some) => some.toSorted((a, b) => order(a) - order(b))[0] ?? []);
}

/**
 * Searches every file of a site for media that are published nowhere. A file in which the last build found nothing is not
 * read again, as long as the same is searched for.
 *
 * @param cache the folder in which is kept what was searched
 * @param progress is called with about how many files have been searched
 * @returns what was found, in the order of the paths
 */
export async function mediaDisclosuresIn(
  files: readonly SearchedFile[],
  withheld: readonly WithheldMedium[],
  articles: readonly MediaArticle[],
  cache: string,
  progress: (done: number) => void = () => undefined,
): Promise<MediaDisclosure[]> {
  const names = soughtNames(withheld, articles);
  const code = codeOf(new URL('./search-worker.ts', import.meta.url));
  const key = soughtKey(names, withheld);
  const last = lastSearch(cache, code);
  const clean = new Set(last.sought === key ? last.clean : []);
  const known = { clean, same: new Set(last.same) };
  // To decode what is withheld takes seconds, and where every file is known to be clean nobody asks for it.
  const isDue = files.some(({ digest }) => !clean.has(digest));
  const sought = isDue ? await soughtMedia(withheld, names) : names;
  const searched = await searchAll(groupsOf(files), sought, known, progress);
  const kept: Kept = { code, sought: key, clean: searched.clean, same: searched.same };
  keepText(join(cache, KEPT), JSON.stringify(kept));
  const disclosures = searched.findings.flatMap((finding): MediaDisclosure[] => {
    const medium = withheld[finding.medium];
    return medium && !mayHave(finding, medium) ? [{ ...finding, withheld: medium }] : [];
  });
  return surest(disclosures).toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
