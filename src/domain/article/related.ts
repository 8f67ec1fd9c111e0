/** An article that shares names with another. */
export interface Related<A> {
  article: A;
  /** How many names it shares. */
  shared: number;
}

/** How many articles of each name are looked at. */
export const LOOKED_AT = 50;

/**
 * The articles that share the most names with one; of equal ones, those found first come first. Only the latest 50
 * articles of each name are looked at: readers want recent ones, and the work stays the same however large the archive
 * grows.
 *
 * @param namesakes the articles of each of its names, the latest first
 * @param most how many articles to return
 */
export function related<A>(
  article: A,
  namesakes: readonly (readonly A[])[],
  most: number,
): Related<A>[] {
  const shared = new Map<A, number>();
  for (const others of namesakes) {
    for (const other of others.slice(0, LOOKED_AT)) {
      if (other !== article) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  const best: Related<A>[] = [];
  for (const [other, count] of shared) {
    const at = best.findIndex((one) => one.shared < count);
    if (at < 0 && best.length === most) continue;
    best.splice(at < 0 ? best.length : at, 0, { article: other, shared: count });
    if (best.length > most) best.pop();
  }
  return best;
}
