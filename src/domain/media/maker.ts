import { type AuthorityRecord, type Kind, spellings } from '../authorities/authority.ts';

/** A record as far as somebody may be known by it. */
interface Named {
  kind: Kind;
  data: Pick<AuthorityRecord, 'name' | 'aliases'>;
}

const plain = (name: string) => name.normalize('NFC').trim();

/** Who makes pictures, sounds and films, by each spelling of the records of an archive. No place does. */
export class Makers<R extends Named> {
  readonly #bySpelling = new Map<string, R[]>();

  constructor(records: Iterable<R>) {
    for (const record of records) {
      if (record.kind === 'places') continue;
      for (const spelling of new Set(spellings(record.data).map(plain))) {
        const same = this.#bySpelling.get(spelling);
        if (same) same.push(record);
        else this.#bySpelling.set(spelling, [record]);
      }
    }
  }

  /** The one person or organisation that has a name; undefined where none has it, or several have. */
  of(name: string): R | undefined {
    const [one, ...others] = this.#bySpelling.get(plain(name)) ?? [];
    return others.length === 0 ? one : undefined;
  }
}
