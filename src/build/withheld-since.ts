import { existsSync } from 'node:fs';
import { withholdingsOf } from '../content/media/withholdings.ts';
import { articlePath } from '../domain/url.ts';

/**
 * True where an article keeps something from readers and has changed since a site was published: what was published may
 * show it still, search files included.
 *
 * @param content the folder of the archive
 * @param site the digests of the files of the built site, by path
 * @param published those of the site that was published
 * @throws UnreadEntry where it cannot be known what an entry withholds
 */
export function isWithheldSince(
  content: string,
  site: ReadonlyMap<string, string>,
  published: ReadonlyMap<string, string>,
): boolean {
  if (!existsSync(content)) return false;
  return withholdingsOf(content).some(({ id }) => {
    const path = `${articlePath(id).slice(1)}index.json`;
    return site.get(path) !== published.get(path);
  });
}
