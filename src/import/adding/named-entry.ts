import { join, resolve } from 'node:path';
import { articleFiles } from '../../content/files/article-files.ts';
import { shownWords } from '../../domain/problem.ts';
import { ImportFault } from '../source-document.ts';

/** An entry of an archive. */
export interface NamedEntry {
  id: string;
  path: string;
}

/** How many entries are offered whose address has the letters of a name. */
const MOST_NEAR = 5;

/** The id in what an archivist may copy: an address of the site, its path, or the id itself. */
function idIn(name: string): string {
  const path = URL.canParse(name) ? new URL(name).pathname : name;
  return /\d{4}\/\d{2}\/\d{2}\/[a-z\d-]{1,200}(?=\/?$)/.exec(path)?.[0] ?? '';
}

/**
 * Finds an entry by its file, or by the address of its page.
 *
 * @param here the folder from which a relative path is meant
 * @throws ImportFault where there is none
 */
export function entryNamed(root: string, name: string, here: string): NamedEntry {
  const { files } = articleFiles(root);
  const path = resolve(here, name);
  const id = idIn(name);
  const found =
    files.find((one) => resolve(one.path) === path) ?? files.find((one) => one.id === id);
  if (found) return found;
  const like = files.filter((one) => one.id.endsWith(`/${name}`));
  const [only] = like;
  if (only && like.length === 1) return only;
  const word = name.trim().toLowerCase();
  const near = files.flatMap((one) => (one.id.includes(word) ? [one.id] : []));
  throw new ImportFault(
    like.length > 1
      ? `Several entries are called “${shownWords(name)}”: ${like.map((one) => one.id).join(', ')}. Name one of these.`
      : near.length > 0
        ? `There is no entry “${shownWords(name)}”. With these letters there ${near.length === 1 ? 'is' : 'are'} ${near.slice(0, MOST_NEAR).join(', ')}${near.length > MOST_NEAR ? ` and ${near.length - MOST_NEAR} more` : ''}: name one of them whole.`
        : `There is no entry “${shownWords(name)}”. Name its file, as ${join('content', 'articles', '2031', '04', '02', 'ferry.mdx')}, or the address of its page.`,
  );
}
