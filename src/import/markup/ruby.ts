import type { ElementContent, Parents, Root } from 'hast';

/** Readings that stand over words (ruby): no words of the sentence, which they would part and double. */

const READINGS = new Set(['rt', 'rp', 'rtc']);

const nameOf = (node: { type: string; tagName?: string }) =>
  node.type === 'element' ? node.tagName : undefined;

/**
 * Takes the readings out of a tree; what they stand over stays.
 *
 * @returns how many there were
 */
export function dropReadings(tree: Root): number {
  let count = 0;
  const look = (node: Parents) => {
    node.children = node.children.filter((child) => {
      const name = nameOf(child);
      if (name === 'rt') count++;
      return name === undefined || !READINGS.has(name);
    }) as ElementContent[];
    for (const child of node.children) if (child.type === 'element') look(child);
  };
  look(tree);
  return count;
}
