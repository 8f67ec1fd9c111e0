import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Builder } from './builder.ts';
import { type Entry, entryIds, readEntry } from './entry.ts';

/** Another generator, with a bare site: of an article it shows title, date, people, places and text, and checks nothing. */
export interface Peer extends Builder {
  version: string;
  /** The files of its site but the articles, by their paths in its folder. */
  site: Record<string, string>;
  /** An article as it reads one. */
  written: (entry: Entry) => string;
}

/** The version that a program tells; nothing where it is not installed. */
export function installedVersion(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? /(?<!\d)\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined;
}

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes an article into a peer’s site, anew where it is there. */
export function writeEntry(peer: Peer, entry: Entry): void {
  write(join(peer.cwd, 'content', 'articles', `${entry.id}.md`), peer.written(entry));
}

/** Makes the sites of peers from an archive, in place of those that were there. */
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
