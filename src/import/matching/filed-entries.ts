import { join } from 'node:path';
import { parse } from 'yaml';
import { articleFiles } from '../../content/files/article-files.ts';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { regularBytes } from '../../content/files/regular-file.ts';
import { foldedWords } from '../../domain/language/fold.ts';
import { freeSlug } from '../../domain/slug.ts';

/** An entry that the archive has, as far as an import must know it. */
export interface FiledEntry {
  /** Path below `articles/` without the ending. */
  id: string;
  path: string;
  sha256: string | undefined;
  url: string | undefined;
}

/** The entries of an archive, by what they came from and by what they say. */
export interface FiledEntries {
  /** The entry that came from an address. */
  byAddress: (url: string) => FiledEntry | undefined;
  /** The entries that came from bytes; a feed gives many. */
  byBytes: (sha256: string) => FiledEntry[];
  /** The entry with nearly the same text; for a text of a few words, with the same text and headline. */
  alike: (texts: readonly string[], slug: string) => FiledEntry | undefined;
  /** True where a text has anything in common with the text of an entry. */
  shares: (texts: readonly string[], id: string) => boolean;
  /** A path for an entry of a day that no other has. */
  place: (date: string, slug: string) => { id: string; path: string };
  add: (entry: FiledEntry, texts: readonly string[]) => void;
}

const RUN = 5;
const FEW = 20;
const SKETCH = 24;
const ALIKE = 0.6;

// The second source document with the same headline is filed as `…-2`.
const slugIn = (id: string) => (id.split('/').at(-1) ?? '').replace(/-\d+$/, '');

/** FNV-1a: quick, and even enough to choose by. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/**
 * A sketch of a text: the smallest hashes of its runs of five words (Broder's bottom-k sketch). The more hashes two
 * sketches share, the more runs the texts share. A text of a few words is often a formula (“no further details”), so it
 * forms one run together with its headline.
 */
function sketchOf(texts: readonly string[], slug: string): number[] {
  const words = texts.flatMap(foldedWords);
  if (words.length < FEW) return [hash([slug, ...words].join(' '))];
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++)
    hashes.add(hash(words.slice(at, at + RUN).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** The part of the smallest hashes of both sketches that they share. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const both = new Set(a);
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
  const other = new Set(b);
  return smallest.filter((value) => both.has(value) && other.has(value)).length / smallest.length;
}

/**
 * The texts by which an entry is known again: its own; of one without a text, which newspaper has it and on which page.
 */
export const comparedTexts = (
  data: { text?: unknown; source?: { publisher?: unknown; page?: unknown } | undefined },
  texts: readonly string[],
): readonly string[] =>
  data.text === 'none'
    ? [data.source?.publisher, data.source?.page].map((words) => `${words ?? ''}`)
    : texts;

/** Opens the entries of an archive. */
export function openFiledEntries(root: string): FiledEntries {
  const folder = join(root, 'articles');
  const byAddress = new Map<string, FiledEntry>();
  const byBytes = new Map<string, FiledEntry[]>();
  const sketches = new Map<string, { entry: FiledEntry; sketch: number[] }>();
  const byHash = new Map<number, string[]>();
  const taken = new Set<string>();
  const add = (entry: FiledEntry, texts: readonly string[]) => {
    taken.add(entry.id.toLowerCase());
    if (entry.url) byAddress.set(entry.url, entry);
    if (entry.sha256) byBytes.set(entry.sha256, [...(byBytes.get(entry.sha256) ?? []), entry]);
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
    add({ id, path, sha256: read.sha256, url: read.url }, read.texts);
    // An old path still leads to its article, and is no other’s.
    for (const old of read.formerly) taken.add(old.slice(1, -1));
  }
  return {
    byAddress: (url) => byAddress.get(url),
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

interface ReadEntry {
  sha256: string | undefined;
  url: string | undefined;
  formerly: string[];
  texts: readonly string[];
}

const UNREADABLE: ReadEntry = { sha256: undefined, url: undefined, formerly: [], texts: [] };

// A faulty entry is the build's to report; here it only holds its place.
function readEntry(path: string): ReadEntry {
  try {
    const text = regularBytes(path).toString('utf8');
    const bounds = frontmatterOf(path, text);
    if ('problem' in bounds) return UNREADABLE;
    const data = (parse(text.slice(bounds.start, bounds.end)) ?? {}) as {
      text?: unknown;
      source?: { sha256?: unknown; url?: unknown; publisher?: unknown; page?: unknown };
      formerly?: unknown;
    };
    const { source, formerly } = data;
    return {
      sha256: typeof source?.sha256 === 'string' ? source.sha256 : undefined,
      url: typeof source?.url === 'string' ? source.url : undefined,
      formerly: Array.isArray(formerly) ? formerly.map(String) : [],
      texts: comparedTexts(data, [plainWords(text.slice(bounds.bodyStart))]),
    };
  } catch {
    return UNREADABLE;
  }
}

/** The words of a body, roughly: enough to tell whether two say the same. */
function plainWords(body: string): string {
  return body
    .replace(/\]\([^()]*\)/gu, ']')
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '');
}
