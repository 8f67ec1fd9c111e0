import { spellingWords } from '../../domain/search/spelling.ts';
import type { NamesAt } from './columns.ts';

/** A name of a list. */
export interface ListedName {
  /** As the list has it. */
  written: string;
  /** How it may be spelt, the likeliest first. */
  spellings: string[];
  /** How often the list has it. */
  times: number;
}

/** The names of a list, each once. */
export interface NameList {
  names: ListedName[];
  /** How many rows have no name. */
  blank: number;
}

const hasWords = (text: string) => spellingWords(text).some(Boolean);
const isOfWords = (text: string) => text.trim().includes(' ');

/** “Varga, Ada” is Ada Varga, and “Varga, Ada, Jr.” Ada Varga Jr.; what follows a whole name may be its office. */
function spellingsOf(written: string): string[] {
  const [first = '', second = '', ...others] = written
    .split(/[,،、，]/u)
    .map((part) => part.trim());
  if (!hasWords(second)) return [written];
  const turned = [second, first, ...others].join(' ');
  return [turned, written, ...(isOfWords(first) ? [first] : [])];
}

function nameIn(row: readonly string[], at: NamesAt): string {
  if (at === 'row') return row.filter(Boolean).join(', ');
  if ('name' in at) return row[at.name] ?? '';
  const [surname = '', given = ''] = [row[at.surname], row[at.given]];
  return [surname, given].filter(Boolean).join(', ');
}

/** The names that the rows of a table have, in their order. Names that differ in signs, accents and capitals alone are one. */
export function namesIn(rows: readonly (readonly string[])[], at: NamesAt): NameList {
  const known = new Map<string, ListedName>();
  let blank = 0;
  for (const row of rows) {
    const written = nameIn(row, at).replace(/\s+/gu, ' ').trim();
    const spellings = spellingsOf(written);
    const key = spellingWords(spellings[0] ?? '').join(' ');
    const name = known.get(key);
    if (!hasWords(written)) blank++;
    else if (name) name.times++;
    else known.set(key, { written, spellings, times: 1 });
  }
  return { names: [...known.values()], blank };
}
