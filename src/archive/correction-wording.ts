import type { Correction } from './correction.ts';

/** What a correction replaced, as it is said before the old words; nothing where it only added. */
export function readBefore({ was }: Pick<Correction, 'was'>): string | undefined {
  if (was === undefined) return undefined;
  if (was === 'title') return 'The headline read';
  if (was === 'date') return 'The date was';
  return was.startsWith('f-') ? 'The figure read' : 'The paragraph read';
}

/** Fragment of the page at which a correction can be seen; nothing where what it concerned is gone. */
export function placeOf(
  { was, added }: Pick<Correction, 'was' | 'added'>,
  became: readonly string[],
): string | undefined {
  if (was?.startsWith('f-')) return was;
  return became[0] ?? (added === undefined ? undefined : added);
}
