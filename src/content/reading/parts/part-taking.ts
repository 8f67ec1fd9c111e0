import type { ArchiveStore } from '../../store/archive-store.ts';
import type { HeldArticle } from '../../store/article-pieces.ts';
import { PartStore } from '../../store/part-store.ts';
import { heldOf } from '../held-articles.ts';
import type { Start } from '../start.ts';
import type { FileToRead } from '../stored-article.ts';

/** Thrown if the store of a part cannot be read, or does not hold what it says. */
export class SpoiltPart extends Error {
  override name = 'SpoiltPart';
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(`${file} is no store of a part.`, { cause });
    this.file = file;
  }
}

/** The articles that a part holds as they would be read now, each proved. @throws SpoiltPart */
function heldIn(
  file: string,
  files: readonly FileToRead[],
  store: ArchiveStore,
  start: Start,
): Map<string, HeldArticle> {
  try {
    const part = new PartStore(file);
    try {
      const sha256Of = (path: string) => store.files.sha256Of(path);
      const { held } = heldOf(files, part.articles(), sha256Of, start);
      part.prove(held);
      return held;
    } finally {
      part.close();
    }
  } catch (error) {
    // It is a file of another machine: what is wrong with it may show in any way.
    throw new SpoiltPart(file, error);
  }
}

/**
 * Takes over from parts those articles that are read there as they would be read now.
 *
 * @param parts the files of their stores
 * @param held what the store holds already; what is taken over is added
 * @returns those that are in none
 * @throws SpoiltPart
 */
export function takeParts(
  parts: readonly string[],
  files: readonly FileToRead[],
  store: ArchiveStore,
  start: Start,
  held: Map<string, HeldArticle>,
): readonly FileToRead[] {
  let missing = files;
  for (const file of parts) {
    const there = heldIn(file, missing, store, start);
    const taken = [...there].filter(([id]) => !held.has(id));
    if (taken.length > 0)
      store.takeArticles(
        file,
        taken.map(([id]) => id),
      );
    for (const [id, one] of taken) held.set(id, one);
    missing = missing.filter(({ id }) => !there.has(id));
  }
  return missing;
}
