import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Builder } from './building/builder.ts';
import { findEleventy } from './building/eleventy.ts';
import { entryIds } from './building/entry.ts';
import { findHugo } from './building/hugo.ts';
import { type Peer, writeSites } from './building/peer.ts';
import { type Report, ratiosOf } from './building/report.ts';
import { buildRounds, type Round } from './building/round.ts';
import { inventArchive } from './invented/archive.ts';

/** Always the same, so that today's measurements can be compared with earlier ones. */
const SEED = 1;

/** For so long after a change of a file, in milliseconds, a build takes none for unchanged: another change may not show. */
const SETTLED_AFTER = 3100;

/** What is built: a number of invented entries, or a copy of the archive in a folder. */
export type Material = { invented: number } | { folder: string };

/** Puts the archive to build into `content`, in place of the last one. It may be changed there. */
function layOut(material: Material, content: string) {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  if ('invented' in material) {
    inventArchive(content, material.invented, SEED);
    return;
  }
  const { folder } = material;
  const isPart = (path: string) => path === folder || !basename(path).startsWith('.');
  cpSync(folder, content, { recursive: true, filter: isPart });
}

function findPeers(folder: string, say: (line: string) => void): Peer[] {
  const found = { Hugo: findHugo(folder), Eleventy: findEleventy(folder) };
  for (const [name, peer] of Object.entries(found))
    if (!peer) say(`${name} is not installed, and is left out.`);
  return Object.values(found).filter((peer) => peer !== undefined);
}

/**
 * Measures how the archive is built: from nothing, and after small changes.
 *
 * @param folder where everything is written; what earlier runs wrote there is removed
 * @param hasPeers whether to build the same entries with Hugo and Eleventy, where they are installed
 * @param runs how often all of it is measured, in turn: the ratios are medians
 * @param say is called with a line about each step
 * @throws Refusal where a build fails
 */
export async function benchBuilding(
  material: Material,
  folder: string,
  hasPeers: boolean,
  runs: number,
  say: (line: string) => void,
): Promise<Report> {
  const content = join(folder, 'content');
  layOut(material, content);
  const entries = entryIds(content).length;
  say(`${entries} entries are in ${content}.`);
  const peers = hasPeers ? findPeers(folder, say) : [];
  writeSites(peers, content);

  const out = join(folder, 'dist');
  const own: Builder = {
    name: 'Cuttings',
    program: process.execPath,
    args: ['src/cli/build.ts', '--out', out],
    cwd: process.cwd(),
    env: { ...process.env, ARCHIVE_CONTENT: content },
    out,
  };
  const measured: Round[][] = [];
  for (let run = 1; run <= runs; run += 1) {
    // The last run has changed an article and a record.
    if (run > 1) {
      layOut(material, content);
      writeSites(peers, content);
    }
    await wait(SETTLED_AFTER);
    const rounds = await buildRounds(content, own, peers, (round, name, { seconds }) =>
      say(`${runs > 1 ? `${run} of ${runs}, ` : ''}${round}: ${name}, ${seconds.toFixed(1)} s`),
    );
    measured.push(rounds);
  }
  return {
    machine: {
      system: `${process.platform} ${process.arch}`,
      cores: cpus().length,
      memoryBytes: totalmem(),
      node: process.versions.node,
    },
    content: 'invented' in material ? 'invented' : material.folder,
    entries,
    peers: peers.map(({ name, version }) => ({ name, version })),
    rounds: measured.at(-1) ?? [],
    ratios: ratiosOf(peers, measured),
  };
}
