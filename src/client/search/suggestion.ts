import type { ArchiveFiles } from '../../domain/search/archive-files.ts';
import type { NamedRecord } from '../../domain/search/layout.ts';
import { spellingWords } from '../../domain/search/spelling.ts';

/** A record whose name may begin with what was typed. */
export interface Suggestion {
  record: NamedRecord;
  /** The spelling that matches: the name itself where it does. */
  written: string;
}

const MOST = 8;

/** True where each typed word begins a different word of a spelling: “j ask” matches Jon Askel, and so does “askel jo”. */
function begins(typed: readonly string[], words: readonly string[]): boolean {
  const left = [...words];
  return typed.every((beginning) => {
    const at = left.findIndex((word) => word.startsWith(beginning));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** The names that may begin with what was typed: exact spellings first, then those with the most articles. */
export async function suggestionsFor(typed: string, files: ArchiveFiles): Promise<Suggestion[]> {
  const words = spellingWords(typed).filter(Boolean);
  const [longest] = words.toSorted((a, b) => b.length - a.length);
  if (!longest) return [];
  const whole = words.join(' ');
  const { records, spellings } = await files.names(longest);
  const found = new Map<NamedRecord, { written: string; rank: number }>();
  for (const [spelling, index] of spellings) {
    const record = records[index];
    const spelt = spellingWords(spelling);
    if (!record || !begins(words, spelt)) continue;
    const text = spelt.join(' ');
    const rank = text === whole ? 2 : text.startsWith(whole) ? 1 : 0;
    const { rank: best = -1 } = found.get(record) ?? {};
    // Another spelling is shown only where the name itself does not match.
    const written = begins(words, spellingWords(record.name)) ? record.name : spelling;
    if (rank > best) found.set(record, { written, rank });
  }
  return [...found]
    .toSorted(
      ([a, { rank }], [b, other]) =>
        Number(other.rank === 2) - Number(rank === 2) ||
        b.count - a.count ||
        other.rank - rank ||
        a.name.localeCompare(b.name),
    )
    .slice(0, MOST)
    .map(([record, { written }]) => ({ record, written }));
}
