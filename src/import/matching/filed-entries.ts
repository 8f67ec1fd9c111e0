import { join } from 'node:path';
import { articleFiles } from '../../content/files/article-files.ts';
import { freeSlug } from '../../domain/slug.ts';
import { dayIn, type FiledEntry, readEntry } from './filed-entry.ts';
import { headlineDigest } from './headline.ts';
import { ALIKE, likeness, sketchOf } from './sketch.ts';

/** The entries of an archive, by what they came from and by what they say. */
export interface FiledEntries {
  /** The entry that came from an address. */
  byAddress: (url: string) => FiledEntry | undefined;
  /** The entry that says that it had an address before. */
  byFormerAddress: (url: string) => FiledEntry | undefined;
  /** The entries of a day with a headline, by its digest. */
  byHeadline: (date: string, digest: string) => readonly FiledEntry[];
  /** True where its text was withdrawn already. */
  isWithdrawn: (id: string) => boolean;
  /** The entries that came from bytes; a feed gives many. */
  byBytes: (sha256: string) => FiledEntry[];
  /** The entry with nearly the same text; for a text of a few words, with the same text and headline. */
  alike: (texts: readonly string[], slug: string) => FiledEntry | undefined;
  /** True where a text has anything in common with the text of an entry. */
  shares: (texts: readonly string[], id: string) => boolean;
  /** A path for an entry of a day that no other has. */
  place: (date: string, slug: string) => { id: string; path: string };
  /** Adds an entry, or what an entry that is there became. */
  add: (entry: FiledEntry, texts: readonly string[]) => void;
}

const headlineKey = (day: string, digest: string) => `${day} ${digest}`;

// The second source document with the same headline is filed as `…-2`.
const slugIn = (id: string) => (id.split('/').at(-1) ?? '').replace(/-\d+$/, '');

/** Opens the entries of an archive. */
export function openFiledEntries(root: string): FiledEntries {
  const folder = join(root, 'articles');
  const byAddress = new Map<string, FiledEntry>();
  const byBytes = new Map<string, FiledEntry[]>();
  const sketches = new Map<string, { entry: FiledEntry; sketch: number[] }>();
  const byHash = new Map<number, string[]>();
  const taken = new Set<string>();
  const byFormerAddress = new Map<string, FiledEntry>();
  const byHeadline = new Map<string, FiledEntry[]>();
  const withdrawn = new Set<string>();
  const add = (entry: FiledEntry, texts: readonly string[]) => {
    taken.add(entry.id.toLowerCase());
    if (entry.title !== undefined) {
      const key = headlineKey(dayIn(entry.id), headlineDigest(entry.title));
      const others = (byHeadline.get(key) ?? []).filter(({ id }) => id !== entry.id);
      byHeadline.set(key, [...others, entry]);
    }
    if (entry.url) byAddress.set(entry.url, entry);
    if (entry.sha256) {
      const others = (byBytes.get(entry.sha256) ?? []).filter(({ id }) => id !== entry.id);
      byBytes.set(entry.sha256, [...others, entry]);
    }
    const sketch = sketchOf(texts, slugIn(entry.id));
    sketches.set(entry.id, { entry, sketch });
    for (const value of sketch) {
      const ids = byHash.get(value);
      if (ids) ids.push(entry.id);
      else byHash.set(value, [entry.id]);
    }
  };
  for (const { id, path } of articleFiles(root).files) {
    const read = readEntry(path);
    const entry = { ...read.entry, id, path };
    add(entry, read.texts);
    for (const url of read.formerUrls) byFormerAddress.set(url, entry);
    if (read.isWithdrawn) withdrawn.add(id);
    // An old path still leads to its article, and is no other’s.
    for (const old of read.formerly) taken.add(old.slice(1, -1));
  }
  return {
    byAddress: (url) => byAddress.get(url),
    byFormerAddress: (url) => byFormerAddress.get(url),
    byHeadline: (date, digest) => byHeadline.get(headlineKey(date, digest)) ?? [],
    isWithdrawn: (id) => withdrawn.has(id),
    byBytes: (sha256) => byBytes.get(sha256) ?? [],
    alike: (texts, slug) => {
      const sketch = sketchOf(texts, slugIn(slug));
      const counts = new Map<string, number>();
      for (const value of sketch)
        for (const id of byHash.get(value) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
      const near = [...counts]
        .filter(([, count]) => count >= sketch.length * ALIKE * 0.75)
        .map(([id]) => ({
          entry: sketches.get(id)?.entry,
          likeness: likeness(sketch, sketches.get(id)?.sketch ?? []),
        }))
        .filter(({ likeness }) => likeness >= ALIKE)
        .toSorted((a, b) => b.likeness - a.likeness);
      return near[0]?.entry;
    },
    shares: (texts, id) => {
      const there = sketches.get(id)?.sketch ?? [];
      return sketchOf(texts, slugIn(id)).some((value) => there.includes(value));
    },
    place: (date, slug) => {
      const day = date.replaceAll('-', '/');
      const free = freeSlug(slug, (other) => taken.has(`${day}/${other}`));
      const id = `${day}/${free}`;
      return { id, path: join(folder, `${id}.mdx`) };
    },
    add,
  };
}
