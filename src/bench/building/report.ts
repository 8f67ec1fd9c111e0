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
  rounds: Round[];
  /** Our time divided by a peer's in the same round. */
  ratios: { round: Round['round']; peer: string; ratio: number }[];
}

/** The peer with which each round is compared. */
const HELD: [Round['round'], Peer['name']][] = [
  ['cold', 'Eleventy'],
  ['one article', 'Hugo'],
];

/** The ratios of a report, for peers that took part. */
export function ratiosOf({ peers, rounds }: Pick<Report, 'peers' | 'rounds'>): Report['ratios'] {
  return HELD.flatMap(([round, peer]) => {
    const builds = rounds.find((one) => one.round === round);
    const other = builds?.peers[peers.findIndex(({ name }) => name === peer)];
    return builds && other ? [{ round, peer, ratio: builds.own.seconds / other.seconds }] : [];
  });
}

const whole = (value: number) => value.toLocaleString('en');
const size = (bytes: number) =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
const seconds = (value: number) => `${value.toFixed(1)} s`;

const buildRow = (what: string, { seconds: time, peakBytes, pages, files, bytes }: Build) => [
  what,
  seconds(time),
  peakBytes === undefined ? 'not measured' : size(peakBytes),
  whole(pages),
  whole(files),
  size(bytes),
];

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
  const heading = ['', 'time', 'peak memory', 'pages', 'files', 'size'];
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
      ({ round, peer, ratio }) => `${round}, our time over ${peer}’s: ${ratio.toFixed(2)}`,
    ),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
