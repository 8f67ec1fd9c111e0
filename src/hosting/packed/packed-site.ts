import { readHeaders, readRedirects } from '../host-rules.ts';
import { allOf, type Bytes, unpacked } from './bytes.ts';
import {
  type Entry,
  entryFor,
  type ListRow,
  type PackRow,
  ROOT,
  readRoot,
  rowFor,
} from './layout.ts';
import type { Source } from './source.ts';

/** A root that was read, with what it says ready for use. */
export interface KnownRoot {
  base: string;
  lists: ListRow[];
  headers: ReturnType<typeof readHeaders>;
  redirects: ReturnType<typeof readRedirects>;
}

/** An entry, the pack that has it, and how many bytes the head of the pack has. */
export interface Found {
  entry: Entry;
  pack: string;
  head: number;
}

/** Thrown where a root names what is not there any more: another site has taken its place meanwhile. */
export class GoneFault extends Error {}

/** For how long a root counts that was read, in milliseconds; and how many earlier ones are known, and for how long. */
const FRESH = 1_000;
const EARLIER = 8;
const KEPT = 24 * 60 * 60_000;
/** How many entries are kept, and rows of lists: an entry takes some 400 bytes of memory, and a Worker has 128 MB. */
const MOST = 50_000;

/** What was read of files whose names are made from their content, so that it never changes: the last of them. */
class Kept<Thing> {
  readonly #values = new Map<string, Thing[]>();
  #size = 0;

  /** The value of a name, which is read where it is not known. Requests share no reading: a Worker may not wait for that of another. */
  async get(name: string, read: () => Promise<Thing[]>): Promise<Thing[]> {
    const value = this.#values.get(name) ?? (await read());
    this.#remove(name);
    this.#values.set(name, value);
    this.#size += value.length;
    for (const [oldest] of this.#values) {
      if (this.#size <= MOST || oldest === name) break;
      this.#remove(oldest);
    }
    return value;
  }

  #remove(name: string): void {
    this.#size -= this.#values.get(name)?.length ?? 0;
    this.#values.delete(name);
  }
}

/** Finds and opens the files of a packed site. */
export class PackedSite {
  readonly #source: Source;
  readonly #now: () => number;
  #text = '';
  #root: KnownRoot | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #earlier: { root: KnownRoot; until: number }[] = [];
  readonly #lists = new Kept<PackRow>();
  readonly #heads = new Kept<Entry>();

  /** @param now the time in milliseconds */
  constructor(source: Source, now: () => number = Date.now) {
    this.#source = source;
    this.#now = now;
  }

  /** The root as it is now, or was a moment ago. @param isAnew whether it is read again, however new it is */
  async root(isAnew = false): Promise<KnownRoot> {
    const now = this.#now();
    if (this.#root && !isAnew && now - this.#readAt < FRESH) return this.#root;
    const bytes = await this.#source.open(ROOT);
    if (!bytes) throw new GoneFault(`There is no ${ROOT}.`);
    const text = new TextDecoder().decode(await allOf(bytes));
    this.#readAt = now;
    if (this.#root && text === this.#text) return this.#root;
    const { base, headers, redirects, lists } = readRoot(text);
    if (this.#root) this.#earlier.unshift({ root: this.#root, until: now + KEPT });
    this.#earlier.length = Math.min(this.#earlier.length, EARLIER);
    this.#text = text;
    this.#root = {
      base,
      lists,
      headers: readHeaders(headers),
      redirects: readRedirects(redirects),
    };
    return this.#root;
  }

  /** The roots before this one, the newest first. */
  earlier(): KnownRoot[] {
    const now = this.#now();
    return this.#earlier.filter(({ until }) => now < until).map(({ root }) => root);
  }

  /** The entry of a path; undefined where the site has none. @throws GoneFault */
  async find(root: KnownRoot, path: string): Promise<Found | undefined> {
    const list = rowFor(root.lists, path)?.[1];
    if (list === undefined) return undefined;
    const packs = await this.#lists.get(list, async () =>
      jsonOf<PackRow[]>(await this.#opened(list)),
    );
    const row = rowFor(packs, path);
    if (!row) return undefined;
    const [, pack, head] = row;
    const entries = await this.#heads.get(pack, async () =>
      jsonOf<Entry[]>(unpacked(await this.#opened(pack, { start: 0, end: head }))),
    );
    const entry = entryFor(entries, path);
    return entry && { entry, pack, head };
  }

  /** Opens the file of an entry, or a part of it as it lies there. @throws GoneFault */
  async open({ entry, pack, head }: Found, range?: { start: number; end: number }): Promise<Bytes> {
    const { size = 0, start = 0, length = size, file } = entry;
    const { start: from, end: to } = range ?? { start: 0, end: length };
    // No host gives a part that has no bytes.
    if (from >= to) return new Response('').body ?? new ReadableStream();
    if (file !== undefined && to - from === length) return this.#opened(file);
    const before = file === undefined ? head + start : 0;
    return this.#opened(file ?? pack, { start: before + from, end: before + to });
  }

  async #opened(file: string, range?: { start: number; end: number }): Promise<Bytes> {
    const bytes = await this.#source.open(file, range);
    if (!bytes) throw new GoneFault(`There is no ${file}.`);
    return bytes;
  }
}

const jsonOf = async <Value>(bytes: Bytes): Promise<Value> =>
  JSON.parse(new TextDecoder().decode(await allOf(bytes)));
