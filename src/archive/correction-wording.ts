import type { Correction } from './correction.ts';

/** What a correction of a field replaced, as it is said before the old words. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ['title', 'The headline read'],
  ['date', 'The date was'],
  ['summary', 'The summary read'],
  ['text', 'The text was said to be'],
  ['lang', 'The language was said to be'],
  ['dateline', 'It was said to be filed from'],
  ['source.publisher', 'The publisher was said to be'],
  ['source.url', 'The address of the source was'],
  ['source.archivedUrl', 'The address of the copy was'],
  ['source.accessed', 'The source was said to be read on'],
  ['source.published', 'The source was said to be published on'],
  ['source.author', 'The author was said to be'],
  ['source.sha256', 'The digest of the source was'],
  ['layout', 'The parts of the text were'],
  ['name', 'The name was'],
  ['sortName', 'It was filed as'],
  ['description', 'The description read'],
  ['sameAs', 'It was said to be the same as'],
  ['coordinates', 'The coordinates were'],
  ['partOf', 'It was said to lie in'],
  ['distinctFrom', 'It was told apart from'],
]);

/** What a correction replaced, as it is said before the old words; nothing where it only added. */
export function readBefore({ was }: Pick<Correction, 'was'>): string | undefined {
  if (was === undefined) return undefined;
  if (was.startsWith('f-')) return 'The figure read';
  if (was.startsWith('o-')) return 'In the text stood';
  return BEFORE.get(was) ?? 'The paragraph read';
}

/** Fragment of the page at which a correction can be seen; nothing where what it concerned is gone. */
export function placeOf(
  { was, added }: Pick<Correction, 'was' | 'added'>,
  became: readonly string[],
): string | undefined {
  if (was?.startsWith('f-')) return was;
  return became[0] ?? (added?.startsWith('p-') ? added : undefined);
}
