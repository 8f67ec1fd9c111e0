import { diffArrays } from 'diff';

/** A run in which two versions of a text differ: the ids that are gone, and those that stand there. */
export interface Hunk {
  removed: string[];
  added: string[];
}

/** The runs in which two versions of a text differ. */
export function hunksOf(sealed: readonly string[], now: readonly string[]): Hunk[] {
  if (sealed.join() === now.join()) return [];
  const found: Hunk[] = [];
  let open = false;
  for (const { value, added, removed } of diffArrays([...sealed], [...now])) {
    if ((added || removed) && !open) found.push({ removed: [], added: [] });
    open = added || removed;
    if (added) found.at(-1)?.added.push(...value);
    if (removed) found.at(-1)?.removed.push(...value);
  }
  return found;
}
