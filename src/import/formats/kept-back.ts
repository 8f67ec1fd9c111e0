import type { Root } from 'mdast';
import { putMedia, takeMedia } from '../media/block-media.ts';
import type { Skipped } from './skipped.ts';

/** A picture, sound or film beside a text that its source keeps back: why, and how it names its files. */
export interface KeptBack extends Skipped {
  references: readonly string[];
}

/** What is said of media that a source keeps back: how many, and why; no word of theirs. */
export function notesOfKeptBack(kept: readonly Skipped[]): string[] {
  if (kept.length === 0) return [];
  const reasons = [...new Set(kept.map(({ skipped }) => skipped))].slice(0, 5).join('; ');
  const count =
    kept.length === 1 ? 'one picture or recording' : `${kept.length} pictures or recordings`;
  return [`${count} passed over, kept back by the source: ${reasons}`];
}

/**
 * Takes out of a body the files that its source keeps back beside it: systems show in the text what stands there too.
 *
 * @param allowed how the source names files that it gives beside the text; these stay
 */
export function dropKeptBack(
  body: Root,
  kept: readonly KeptBack[],
  allowed: readonly string[] = [],
): void {
  const held = new Set(kept.flatMap(({ references }) => references));
  for (const reference of allowed) held.delete(reference);
  if (held.size === 0) return;
  for (const place of [body, ...body.children])
    putMedia(
      place,
      takeMedia(place).filter(({ references }) => !references.some((one) => held.has(one))),
    );
}
