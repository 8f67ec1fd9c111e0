import { MANY } from '../../messages/many-names.ts';
import { columnsOf, type NamesAt } from './columns.ts';
import { type NameList, namesIn } from './names.ts';
import { rowsOf } from './table.ts';
import { textOf } from './text.ts';

/** A larger file is no list of names, in bytes. */
const LARGEST = 4_000_000;

/** The text of a file that a reader has chosen, or in words why it cannot be read. */
export async function readList(file: File): Promise<{ text: string } | { fault: string }> {
  if (file.size > LARGEST) return { fault: MANY.tooLarge };
  try {
    const text = textOf(new Uint8Array(await file.arrayBuffer()));
    return text === undefined ? { fault: MANY.noText } : { text };
  } catch {
    return { fault: MANY.unread };
  }
}

/** A place where names may be, for a list of choices. */
interface Choice {
  label: string;
  at: NamesAt;
}

/** A list in text, with where its names may be. */
export class ListSource {
  readonly #rows: string[][];
  /** Where names may be, the likeliest first. */
  readonly choices: readonly Choice[];

  constructor(text: string) {
    const all = rowsOf(text);
    const filled = all.filter((row) => row.some((cell) => cell !== ''));
    const { headings, count, at } = columnsOf(filled);
    const from = headings ? all.indexOf(headings) + 1 : 0;
    this.#rows = all.slice(from);
    const labels = Array.from({ length: count }, (_, at) => headings?.[at] || MANY.column(at));
    const label = (one: NamesAt) => {
      if (one === 'row') return MANY.rows;
      if ('name' in one) return labels[one.name] ?? '';
      return MANY.pair(labels[one.surname] ?? '', labels[one.given] ?? '');
    };
    const columns = labels.map((_, name): NamesAt => ({ name }));
    const pairs = labels.flatMap((_, column): NamesAt[] =>
      column + 1 < count
        ? [
            { surname: column, given: column + 1 },
            { surname: column + 1, given: column },
          ]
        : [],
    );
    const others: NamesAt[] = count > 1 ? ['row', ...columns, ...pairs] : columns;
    const key = (one: NamesAt) => JSON.stringify(one);
    this.choices = [at, ...others.filter((one) => key(one) !== key(at))].map((one) => ({
      label: label(one),
      at: one,
    }));
  }

  /** The names at one of the choices. */
  names(choice: number): NameList {
    return namesIn(this.#rows, this.choices[choice]?.at ?? 'row');
  }
}
