import { table } from '../table.ts';
import type { Build } from './builder.ts';
import type { Peer } from './peer.ts';
import type { Round } from './round.ts';

/** The results of a benchmark of building; `--json` writes it as JSON. */
export interface Report {
  machine: { system: string; cores: number; memoryBytes: number; node: string };
  /** The origin of the entries: `invented`, or the folder. */
  content: string;
  entries: number;
  /** The peers, in the same order as in the rounds. */
  peers: Pick<Peer, 'name' | 'version'>[];
  /** The rounds of the last run. */
  rounds: Round[];
  ratios: Ratio[];
}

/** Our time divided by a peer's in the same round: the median of the runs. */
interface Ratio {
  round: Round['round'];
  peer: string;
  ratio: number;
  /** Those of all runs, in ascending order. */
  all: number[];
}

/** The peer with which each round is compared. Peers build everything each time. */
const HELD: [Round['round'], Peer['name']][] = [
  ['cold', 'Eleventy'],
  ['unchanged', 'Hugo'],
  ['one article', 'Hugo'],
];

/** The ratios of some runs, for peers that took part. */
export function ratiosOf(peers: Report['peers'], runs: readonly (readonly Round[])[]): Ratio[] {
  return HELD.flatMap(([round, peer]) => {
    const all = runs
      .flatMap((rounds) => {
        const builds = rounds.find((one) => one.round === round);
        const other = builds?.peers[peers.findIndex(({ name }) => name === peer)];
        return builds && other ? [builds.own.seconds / other.seconds] : [];
      })
      .toSorted((a, b) => a - b);
    const ratio = all[all.length >> 1];
    return ratio === undefined ? [] : [{ round, peer, ratio, all }];
  });
}

const whole = (value: number) => value.toLocaleString('en');
const size = (bytes: number) =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
const seconds = (value: number) => `${value.toFixed(1)} s`;

const buildRow = (what: string, build: Build) => {
  const { seconds: time, processorSeconds, peakBytes, pages, files, bytes, diskBytes } = build;
  return [
    what,
    seconds(time),
    processorSeconds === undefined ? 'not measured' : seconds(processorSeconds),
    peakBytes === undefined ? 'not measured' : size(peakBytes),
    whole(pages),
    whole(files),
    size(bytes),
    size(diskBytes),
  ];
};

function stageRows(rounds: readonly Round[]): string[][] {
  const names = new Set(rounds.flatMap(({ own }) => own.stages.map(({ name }) => name)));
  return [...names].map((name) => [
    name,
    ...rounds.map(({ own }) => {
      const stage = own.stages.find((one) => one.name === name);
      if (!stage) return '';
      const share = Math.round((100 * stage.seconds) / own.seconds);
      return `${whole(stage.count)} ${stage.things}, ${seconds(stage.seconds)}, ${share} %`;
    }),
  ]);
}

/** A report as text, for a terminal. */
export function inWords({ machine, content, entries, peers, rounds, ratios }: Report): string {
  const { system, cores, memoryBytes, node } = machine;
  const stages = stageRows(rounds);
  const heading = ['', 'time', 'processors', 'peak memory', 'pages', 'files', 'size', 'on disk'];
  const builds = rounds.flatMap(({ round, own, peers: others }) => [
    buildRow(round, own),
    ...others.map((build, index) => buildRow(`  ${peers[index]?.name}`, build)),
  ]);
  const versions = peers.map(({ name, version }) => `${name} ${version}`);
  const parts = [
    [
      `${whole(entries)} entries, ${content}`,
      [`${system}, ${cores} cores, ${size(memoryBytes)}, Node ${node}`, ...versions].join(', '),
    ],
    [table([heading, ...builds], 'right')],
    rounds.map(({ round, change }) => `${round}: ${change}`),
    stages.length > 0
      ? [table([['', ...rounds.map(({ round }) => round)], ...stages], 'right')]
      : [],
    ratios.map(
      ({ round, peer, ratio, all }) =>
        `${round}, our time over ${peer}’s: ${ratio.toFixed(2)}${all.length > 1 ? ` (${all.map((one) => one.toFixed(2)).join(', ')})` : ''}`,
    ),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
