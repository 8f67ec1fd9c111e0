import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
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
export interface JudgedArchive {
  queries: Query[];
  /** The folder of the built site. */
  dist: string;
  /** The ids of the articles on the first page of a search. */
  ask: (q: string) => Promise<string[]>;
  close: () => Promise<void>;
}

/** Writes and builds the archive. @param folder where; what is in it is removed */
export async function openJudged(browser: Browser, folder: string): Promise<JudgedArchive> {
  const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, 'archive.yaml'), 'title: Judged queries\n');
  const queries = queriesOf(tellStories(content));
  const env = { ...process.env, ARCHIVE_CONTENT: content };
  const args = ['src/cli/build.ts', '--out', dist];
  const { code, output } = await runChild(process.execPath, args, { env, captured: true });
  if (code !== 0) throw new Error(output);
  const host = await openHost(dist);
  const { page, close } = await newReader(browser);
  return {
    ...{ queries, dist },
    ask: (q) => foundIds(page, host.url, q),
    close: async () => {
      await close();
      host.close();
    },
  };
}

/** Pagefind with its own interface over the same pages. */
async function openOther(browser: Browser, dist: string, folder: string) {
  await writePeer(dist, folder);
  const host = await openHost(folder, dist);
  const { page, close } = await newReader(browser);
  await openPeer(page, host.url);
  return {
    ask: (q: string) => peerIds(page, q),
    close: async () => {
      await close();
      host.close();
    },
  };
}

/** Judges both searches by invented queries. @returns rows of a table: mean nDCG@10, and how often the first is wanted */
export async function relevanceRows(browser: Browser, folder: string): Promise<string[][]> {
  const archive = await openJudged(browser, folder);
  const other = await openOther(browser, archive.dist, join(folder, 'peer'));
  try {
    const kinds = await judge(archive.queries, { own: archive.ask, peer: other.ask });
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
    await other.close();
    await archive.close();
  }
}
