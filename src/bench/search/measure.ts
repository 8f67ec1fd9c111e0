import type { Browser, Page } from 'playwright-core';
import { askWords, markedLinks, missedLinks, openName, openWords, takeName } from './cuttings.ts';
import type { Host } from './host.ts';
import { askPeer, openPeer } from './pagefind-ui.ts';
import type { Questions } from './questions.ts';
import { type Line, newReader, quantile } from './reader.ts';

/** The peer takes long, so it gets only one in this many questions. */
const PEER_ASKED = 4;
const some = <T>(all: readonly T[]) => all.filter((_, at) => at % PEER_ASKED === 0);
const LINKS_ASKED = 200;
const SLOW: Line = { speed: 1.6, latency: 150 };

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
const milliseconds = (time: number) => `${Math.round(time)} ms`;
const p95 = (times: readonly number[]) =>
  `${milliseconds(quantile(times, 0.95))} (median ${milliseconds(quantile(times, 0.5))})`;

type Act = (page: Page) => Promise<unknown>;

/** Bytes and milliseconds that an act takes for a new reader, with nothing cached: the medians of three runs. */
async function cold(browser: Browser, host: Host, act: Act, line?: Line) {
  const runs: { bytes: number; time: number }[] = [];
  for (let run = 0; run < 3; run++) {
    const { page, close } = await newReader(browser, line);
    const [before, start] = [host.sent(), performance.now()];
    await act(page);
    const time = performance.now() - start;
    // What is loaded after the results counts too.
    await page.waitForLoadState('networkidle');
    runs.push({ bytes: host.sent() - before, time });
    await close();
  }
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[1] ?? Number.NaN;
  return {
    bytes: middle(runs.map(({ bytes }) => bytes)),
    time: middle(runs.map(({ time }) => time)),
  };
}

/** Measures first searches, with nothing in the browser's cache. */
export async function coldRows(browser: Browser, own: Host, peer: Host, questions: Questions) {
  const [name] = questions.names;
  const [, , word = ''] = questions.words;
  if (!name) throw new Error('The archive names nobody.');
  const typed = (words: string) => async (page: Page) => {
    await openPeer(page, peer.url);
    await askPeer(page, words);
  };
  const ownName = await cold(browser, own, (page) => openName(page, own.url, name));
  const ownWord = await cold(browser, own, (page) => openWords(page, own.url, word));
  const ownSlow = await cold(browser, own, (page) => openName(page, own.url, name), SLOW);
  const peerName = await cold(browser, peer, typed(name.name));
  const peerWord = await cold(browser, peer, typed(word));
  const peerSlow = await cold(browser, peer, typed(name.name), SLOW);
  return [
    {
      what: `bytes, cold, a name’s link to 10 results (${name.name})`,
      goal: '60 KB',
      own: kilobytes(ownName.bytes),
      peer: kilobytes(peerName.bytes),
    },
    {
      what: `bytes, cold, free text (${word})`,
      goal: '250 KB',
      own: kilobytes(ownWord.bytes),
      peer: kilobytes(peerWord.bytes),
    },
    {
      what: `cold, by name, at ${SLOW.speed} Mbit/s and ${SLOW.latency} ms`,
      goal: '1500 ms',
      own: milliseconds(ownSlow.time),
      peer: milliseconds(peerSlow.time),
    },
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
