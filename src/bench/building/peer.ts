import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Builder } from './builder.ts';
import { type Entry, entryIds, readEntry } from './entry.ts';

/** Another site generator, with a simple site: title, date, people, places and text of articles, without any checks. */
export interface Peer extends Builder {
  version: string;
  /** The files of its site without the articles, by their paths in its folder. */
  site: Record<string, string>;
  /** An article as a file in its format. */
  written: (entry: Entry) => string;
}

/** The version that a program prints; undefined where it is not installed. */
export function installedVersion(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? /(?<!\d)\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined;
}

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes an article into a peer’s site, or replaces it there. */
export function writeEntry(peer: Peer, entry: Entry): void {
  write(join(peer.cwd, 'content', 'articles', `${entry.id}.md`), peer.written(entry));
}

/** Writes the sites of peers from an archive, and removes earlier ones. */
export function writeSites(peers: readonly Peer[], content: string): void {
  for (const { cwd, site } of peers) {
    rmSync(cwd, { recursive: true, force: true });
    for (const [path, text] of Object.entries(site)) write(join(cwd, path), text);
  }
  if (peers.length === 0) return;
  for (const id of entryIds(content)) {
    const entry = readEntry(content, id);
    for (const peer of peers) writeEntry(peer, entry);
  }
}
