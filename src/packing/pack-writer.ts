import { type Entry, LISTS, type ListRow, PACKS, type PackRow } from '../hosting/packed/layout.ts';
import { endsAfter, endsBefore, listEndsAfter } from './boundaries.ts';
import { gzipped } from './packed-bytes.ts';
import type { WrittenFiles } from './written-files.ts';

/** What an entry counts in bytes besides those of its file: some 100 of the head, compressed. */
const ENTRY = 100;

/** Writes packs, and the lists of them, of entries in the order of their paths. */
export class PackWriter {
  readonly #files: WrittenFiles;
  readonly #scale: number;
  #entries: Entry[] = [];
  #bytes: Uint8Array[] = [];
  #length = 0;
  #weight = 0;
  #packs: PackRow[] = [];
  #lists: ListRow[] = [];

  constructor(files: WrittenFiles, scale: number) {
    this.#files = files;
    this.#scale = scale;
  }

  /** Adds an entry. @param bytes what lies in the pack of its file; nothing where it is elsewhere, or there is none */
  async add(entry: Entry, bytes: Uint8Array = new Uint8Array()): Promise<void> {
    const weight = bytes.length + ENTRY;
    if (endsBefore(this.#weight, weight, this.#scale)) await this.#endPack();
    const isHere = entry.size !== undefined && entry.file === undefined;
    this.#entries.push(
      isHere ? { ...entry, start: this.#length, ...lengthOf(entry, bytes) } : entry,
    );
    this.#bytes.push(bytes);
    this.#length += bytes.length;
    this.#weight += weight;
    if (endsAfter(this.#weight, entry.path, weight, this.#scale)) await this.#endPack();
  }

  /** Writes what is left. @returns the lists of all packs */
  async end(): Promise<ListRow[]> {
    if (this.#entries.length > 0) await this.#endPack();
    if (this.#packs.length > 0) this.#endList();
    return this.#lists;
  }

  async #endPack(): Promise<void> {
    const head = await gzipped(Buffer.from(JSON.stringify(this.#entries)));
    const path = this.#files.writeNamed(PACKS, '.pack', Buffer.concat([head, ...this.#bytes]));
    const first = this.#entries[0]?.path ?? '';
    this.#packs.push([first, path, head.length]);
    [this.#entries, this.#bytes, this.#length, this.#weight] = [[], [], 0, 0];
    if (listEndsAfter(this.#packs.length, first)) this.#endList();
  }

  #endList(): void {
    const rows = this.#packs.map((row) => JSON.stringify(row)).join(',\n');
    const path = this.#files.writeNamed(LISTS, '.json', `[\n${rows}\n]\n`);
    this.#lists.push([this.#packs[0]?.[0] ?? '', path]);
    this.#packs = [];
  }
}

const lengthOf = ({ size }: Entry, { length }: Uint8Array) => (length === size ? {} : { length });
