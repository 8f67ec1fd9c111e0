import { closestMatch } from 'leven';
import type { SpeltRecord } from '../../domain/search/layout.ts';
import { spellingKey, spellingWords } from '../../domain/search/spelling.ts';

const SHORTEST = 4;

/** Spellings and their longer words: as they are compared, and as they are written. */
function candidates(records: readonly Pick<SpeltRecord, 'spellings'>[]): Map<string, string> {
  const written = new Map<string, string>();
  for (const spelling of records.flatMap(({ spellings }) => spellings)) {
    for (const part of [spelling, ...spelling.split(/\s+/u)]) {
      const key = spellingWords(part).join(' ');
      if (key.length >= SHORTEST && !written.has(key)) written.set(key, part);
    }
  }
  return written;
}

/** The name, or word of a name, that mistyped words most likely mean; undefined where none is similar enough. */
export function nearestSpelling(
  words: readonly string[],
  records: readonly Pick<SpeltRecord, 'spellings'>[],
): string | undefined {
  const typed = spellingKey(words);
  const maxDistance = Math.floor(typed.length / 4);
  if (maxDistance === 0) return undefined;
  const written = candidates(records);
  const closest = closestMatch(typed, [...written.keys()], { maxDistance });
  return closest === typed || closest === undefined ? undefined : written.get(closest);
}
