import type { Browser, Page } from 'playwright-core';
import {
  askWords,
  foundIds,
  markedLinks,
  missedLinks,
  openName,
  openWords,
  takeName,
} from './cuttings.ts';
import type { Host } from './host.ts';
import { askPeer, openPeer } from './pagefind-ui.ts';
import type { Questions } from './questions.ts';
import { type Line, newReader, PHONE, quantile } from './reader.ts';

/** The peer takes long, so it gets only one in this many questions. */
const PEER_ASKED = 4;
const some = <T>(all: readonly T[]) => all.filter((_, at) => at % PEER_ASKED === 0);
const LINKS_ASKED = 200;
/** What no text has and nothing is like. */
const MISS = 'xqzvbk';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
const milliseconds = (time: number) => `${Math.round(time)} ms`;
const p95 = (times: readonly number[]) =>
  `${milliseconds(quantile(times, 0.95))} (median ${milliseconds(quantile(times, 0.5))})`;

type Act = (page: Page) => Promise<unknown>;

/** What an act takes for a new reader, with nothing cached. */
interface Cold {
  bytes: number;
  requests: number;
  /** Milliseconds until its results are there. */
  time: number;
}

/** Measures what an act takes for a new reader: the medians of three runs. */
async function cold(browser: Browser, host: Host, act: Act, line?: Line): Promise<Cold> {
  const runs: Cold[] = [];
  for (let run = 0; run < 3; run++) {
    const { page, close } = await newReader(browser, line);
    const [bytes, requests, start] = [host.sent(), host.asked(), performance.now()];
    await act(page);
    const time = performance.now() - start;
    // What is loaded after the results counts too.
    await page.waitForLoadState('networkidle');
    runs.push({ bytes: host.sent() - bytes, requests: host.asked() - requests, time });
    await close();
  }
  const middle = (of: (run: Cold) => number) =>
    runs.map(of).toSorted((a, b) => a - b)[1] ?? Number.NaN;
  return {
    bytes: middle((run) => run.bytes),
    requests: middle((run) => run.requests),
    time: middle((run) => run.time),
  };
}

const inWords = ({ bytes, requests, time }: Cold) =>
  `${kilobytes(bytes)}, ${requests} requests, ${(time / 1000).toFixed(1)} s`;

/** Measures first searches on a phone, with nothing in the browser's cache, until nothing more is loaded. */
export async function coldRows(browser: Browser, own: Host, peer: Host, questions: Questions) {
  const [name] = questions.names;
  const [, , word = ''] = questions.words;
  if (!name) throw new Error('The archive names nobody.');
  const typed = (words: string) => async (page: Page) => {
    await openPeer(page, peer.url);
    await askPeer(page, words);
  };
  const row = async (what: string, goal: string, open: Act, words?: string) => ({
    what: `phone, cold, ${what}`,
    goal,
    own: inWords(await cold(browser, own, open, PHONE)),
    peer: words ? inWords(await cold(browser, peer, typed(words), PHONE)) : '',
  });
  const second = questions.words[4] ?? '';
  return [
    await row(
      `a name’s link (${name.name})`,
      '40 KB',
      (page) => openName(page, own.url, name),
      name.name,
    ),
    await row(`a word (${word})`, '60 KB, 10, 2 s', (page) => openWords(page, own.url, word), word),
    await row(
      `two words (${word} ${second})`,
      '',
      (page) => openWords(page, own.url, `${word} ${second}`),
      `${word} ${second}`,
    ),
    await row(`a miss (${MISS})`, '30 KB, 3 s', (page) => foundIds(page, own.url, MISS)),
  ];
}

/** Measures searches on a page that is already open. */
export async function warmRows(
  browser: Browser,
  own: Host,
  peer: Host,
  { names, words }: Questions,
) {
  const reader = await newReader(browser);
  await openWords(reader.page, own.url, words[0] ?? '');
  const taken: { offer: number; results: number }[] = [];
  for (const { name } of [...names, ...names]) taken.push(await takeName(reader.page, name));
  // In the first pass the files of the names come from the host, so only the second is warm.
  const warm = taken.slice(names.length);
  const asked: number[] = [];
  for (const word of words) asked.push(await askWords(reader.page, word));
  const longest = await reader.longestTask();
  await reader.close();
  const other = await newReader(browser);
  await openPeer(other.page, peer.url);
  const peerNames: number[] = [];
  for (const { name } of some(names)) peerNames.push(await askPeer(other.page, name));
  const peerWords: number[] = [];
  for (const word of some(words)) peerWords.push(await askPeer(other.page, word));
  const peerLongest = await other.longestTask();
  await other.close();
  return [
    {
      what: `name, warm, letter to offers, p95 of ${warm.length}`,
      goal: '50 ms',
      own: p95(warm.map(({ offer }) => offer)),
      peer: 'offers no names',
    },
    {
      what: `name, warm, choice to results with counts, p95 of ${warm.length}`,
      goal: '50 ms',
      own: p95(warm.map(({ results }) => results)),
      peer: p95(peerNames),
    },
    {
      what: `free text, warm, to results with counts, p95 of ${asked.length}`,
      goal: '150 ms',
      own: p95(asked),
      peer: p95(peerWords),
    },
    {
      what: 'longest task of the main thread',
      goal: '100 ms',
      own: longest === 0 ? 'below 50 ms' : milliseconds(longest),
      peer: peerLongest === 0 ? 'below 50 ms' : milliseconds(peerLongest),
    },
  ];
}

/** Checks every link on the first page of results of many queries, for names and words in turn. */
export async function linkRow(browser: Browser, own: Host, { names, words }: Questions) {
  const { page, close } = await newReader(browser);
  let [links, missed] = [0, 0];
  for (let asked = 0; asked < LINKS_ASKED; asked++) {
    const name = names[(asked >> 1) % names.length];
    const word = words[(asked >> 1) % words.length] ?? '';
    if (asked % 2 === 0 && name) await openName(page, own.url, name);
    else await openWords(page, own.url, word);
    const found = await markedLinks(page);
    links += found.length;
    missed += (await missedLinks(page, found)).length;
  }
  await close();
  return {
    what: `links that land on a paragraph with the match, ${LINKS_ASKED} queries`,
    goal: '100 %',
    own: `${links - missed} of ${links}`,
    peer: 'no paragraph links',
  };
}
