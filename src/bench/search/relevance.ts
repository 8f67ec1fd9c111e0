import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { runChild } from '../../setup/child.mjs';
import { foundIds } from './cuttings.ts';
import { openHost } from './host.ts';
import { isFirstWanted, JUDGED, pageGain } from './judged/gain.ts';
import { type Query, queriesOf } from './judged/queries.ts';
import { tellStories } from './judged/telling.ts';
import { openPeer, peerIds, writePeer } from './pagefind-ui.ts';
import { newReader } from './reader.ts';

/** What one search answers to the judged queries of a kind. */
interface Answers {
  gains: number[];
  /** How many first results are wanted as much as any. */
  first: number;
}

/** A kind of queries, and what both searches answer. */
interface Judged {
  kind: string;
  own: Answers;
  peer: Answers;
}

const none = (): Answers => ({ gains: [], first: 0 });

function note(answers: Answers, ids: readonly string[], query: Query): void {
  answers.gains.push(pageGain(ids, query));
  if (isFirstWanted(ids, query)) answers.first += 1;
}

/** Asks both searches for all queries. @param ask gives the ids of a first page, of ours and of the other */
async function judge(
  queries: readonly Query[],
  ask: Record<'own' | 'peer', (q: string) => Promise<string[]>>,
): Promise<Judged[]> {
  const kinds = new Map<string, Judged>();
  for (const query of queries) {
    const { kind, q } = query;
    const judged = kinds.get(kind) ?? { kind, own: none(), peer: none() };
    kinds.set(kind, judged);
    note(judged.own, (await ask.own(q)).slice(0, JUDGED), query);
    note(judged.peer, (await ask.peer(q)).slice(0, JUDGED), query);
  }
  return [...kinds.values()];
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

const together = (all: readonly Answers[]): Answers => ({
  gains: all.flatMap(({ gains }) => gains),
  first: all.reduce((sum, { first }) => sum + first, 0),
});

const inWords = ({ gains, first }: Answers) =>
  `${mean(gains).toFixed(2)}, ${Math.round((first / Math.max(1, gains.length)) * 100)} %`;

const rowOf = ({ kind, own, peer }: Judged) => [
  `${kind} (${own.gains.length})`,
  inWords(own),
  inWords(peer),
];

/** The archive of the judged queries, built, and searched in a browser as a reader does. */
interface JudgedArchive {
  queries: Query[];
  own: (q: string) => Promise<string[]>;
  peer: (q: string) => Promise<string[]>;
  close: () => Promise<void>;
}

/** Writes and builds the archive. @param folder where; what is in it is removed */
async function openJudged(browser: Browser, folder: string): Promise<JudgedArchive> {
  const [content, dist, peerFolder] = ['content', 'dist', 'peer'].map((name) => join(folder, name));
  if (!content || !dist || !peerFolder) throw new Error('There is no folder.');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, 'archive.yaml'), 'title: Judged queries\n');
  const queries = queriesOf(tellStories(content));
  const env = { ...process.env, ARCHIVE_CONTENT: content };
  const args = ['src/cli/build.ts', '--out', dist];
  const { code, output } = await runChild(process.execPath, args, { env, captured: true });
  if (code !== 0) throw new Error(output);
  await writePeer(dist, peerFolder);
  const [own, peer] = [await openHost(dist), await openHost(peerFolder, dist)];
  const readers = [await newReader(browser), await newReader(browser)] as const;
  const [ownPage, peerPage]: [Page, Page] = [readers[0].page, readers[1].page];
  await openPeer(peerPage, peer.url);
  return {
    queries,
    own: (q) => foundIds(ownPage, own.url, q),
    peer: (q) => peerIds(peerPage, q),
    close: async () => {
      for (const reader of readers) await reader.close();
      own.close();
      peer.close();
    },
  };
}

/** Judges both searches by invented queries. @returns rows of a table: mean nDCG@10, and how often the first is wanted */
export async function relevanceRows(browser: Browser, folder: string): Promise<string[][]> {
  const archive = await openJudged(browser, folder);
  try {
    const kinds = await judge(archive.queries, archive);
    const all = {
      kind: 'all',
      own: together(kinds.map(({ own }) => own)),
      peer: together(kinds.map(({ peer }) => peer)),
    };
    const ratio = mean(all.own.gains) / mean(all.peer.gains);
    return [
      ['judged queries: nDCG@10, first wanted', 'Cuttings', 'Pagefind’s own'],
      ...kinds.map(rowOf),
      rowOf(all),
      ['nDCG@10 over the other’s', ratio.toFixed(2), ''],
    ];
  } finally {
    await archive.close();
  }
}
