import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Build } from '../../../src/bench/building/builder.ts';
import { inWords, ratiosOf } from '../../../src/bench/building/report.ts';
import type { Round } from '../../../src/bench/building/round.ts';

const build = (seconds: number, fields: Partial<Build> = {}): Build => ({
  seconds,
  pages: 7012,
  files: 9000,
  bytes: 25_000_000,
  diskBytes: 41_000_000,
  stages: [],
  ...fields,
});

const ROUNDS: Round[] = [
  {
    round: 'cold',
    change: 'nothing is left',
    own: build(40, {
      processorSeconds: 71,
      peakBytes: 1_310_000_000,
      stages: [{ name: 'reading', count: 2700, things: 'articles', seconds: 10 }],
    }),
    peers: [build(2), build(16)],
  },
  { round: 'one article', change: 'a paragraph', own: build(9), peers: [build(3), build(15)] },
];
const PEERS = [
  { name: 'Hugo', version: '0.1' },
  { name: 'Eleventy', version: '3.1' },
];

test('ratios hold a cold build against Eleventy’s and others against Hugo’s', () => {
  assert.deepEqual(ratiosOf(PEERS, [ROUNDS]), [
    { round: 'cold', peer: 'Eleventy', ratio: 2.5, all: [2.5] },
    { round: 'one article', peer: 'Hugo', ratio: 3, all: [3] },
  ]);
});

test('there is no ratio to a peer that took no part', () => {
  const rounds = ROUNDS.map((round) => ({ ...round, peers: round.peers.slice(0, 1) }));
  assert.deepEqual(ratiosOf(PEERS.slice(0, 1), [rounds]), [
    { round: 'one article', peer: 'Hugo', ratio: 3, all: [3] },
  ]);
  assert.deepEqual(ratiosOf([], []), []);
});

test('the ratio of several runs is their median', () => {
  const run = (seconds: number): Round[] => [
    { round: 'unchanged', change: 'nothing', own: build(seconds), peers: [build(4)] },
  ];
  const [ratio] = ratiosOf(PEERS.slice(0, 1), [run(8), run(2), run(3)]);
  assert.deepEqual(ratio, { round: 'unchanged', peer: 'Hugo', ratio: 0.75, all: [0.5, 0.75, 2] });
});

test('a report in words has each build in a row, and each stage with its share', () => {
  const words = inWords({
    machine: { system: 'linux x64', cores: 2, memoryBytes: 8e9, node: '24.0.0' },
    content: 'invented',
    entries: 2700,
    peers: PEERS,
    rounds: ROUNDS,
    ratios: ratiosOf(PEERS, [ROUNDS, ROUNDS]),
  });
  assert.match(words, /^2,700 entries, invented\nlinux x64, 2 cores, 8\.00 GB, Node 24\.0\.0/);
  assert.match(words, /^cold +40\.0 s +71\.0 s +1\.31 GB +7,012 +9,000 +25\.0 MB +41\.0 MB$/m);
  assert.match(words, /^one article +9\.0 s +not measured +not measured /m);
  assert.match(words, /^ {2}Eleventy +16\.0 s /m);
  assert.match(words, /^reading +2,700 articles, 10\.0 s, 25 %$/m);
  assert.match(words, /^cold, our time over Eleventy’s: 2\.50 \(2\.50, 2\.50\)$/m);
});
