import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { whole } from '../../build/stage.ts';
import { contentRoot, shownPath } from '../../content/files/archive-path.ts';
import { shownWords } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { withLock } from '../../lock/lock.ts';
import { trueName } from '../../lock/lock-place.ts';
import { PartCache } from '../../parts/part-cache.ts';
import { makePart } from '../../parts/part-making.ts';
import { folderOf, partName } from '../../parts/part-name.ts';
import { refusePartsPlace } from '../../parts/part-place.ts';
import { PlaceFault, storeAt } from '../../publication/place.ts';
import { timed } from './built.ts';

/** The folder of parts, if none is named. */
export const PARTS = 'parts';

/** The cache of parts at a place. @throws Refusal where it is no place */
export function cacheAt(place: string): PartCache {
  try {
    return new PartCache(storeAt(place));
  } catch (error) {
    throw error instanceof PlaceFault ? new Refusal(error.message, 2) : error;
  }
}

/**
 * Makes a part of the archive.
 *
 * @param part its name as it was given
 * @param parts the folder of the parts
 * @param cache a place where parts are kept between runs
 */
export async function buildPart({
  part,
  parts = PARTS,
  cache,
}: {
  part: string;
  parts: string | undefined;
  cache: string | undefined;
}): Promise<void> {
  const name = partName(part);
  if (!name)
    throw new Refusal(
      `‘${shownWords(part)}’ is no part: write a year, a month or a day (1987, 1987-03, 1987-03-21), or which of how many (3/8).`,
      2,
    );
  const kept = cache === undefined ? undefined : cacheAt(cache);
  refusePartsPlace(parts, contentRoot());
  mkdirSync(parts, { recursive: true });
  const folder = join(trueName(parts), folderOf(name));
  const { articles, seconds } = await withLock([folder], 'npm run build -- --part', () =>
    timed(async () => {
      await kept?.fetch(folder);
      const made = await makePart(name, folder);
      await kept?.keep(folder, made);
      return made;
    }),
  );
  if (articles === 0)
    console.error(`Warning: the archive has no articles for part ${shownWords(part)}.`);
  console.log(
    `Made part ${shownWords(part)}, ${whole(articles)} article${articles === 1 ? '' : 's'}, in ${shownPath(folder)} in ${seconds} s.`,
  );
}
