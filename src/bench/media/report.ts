import type { Making, MediaReport } from '../media.ts';
import { table } from '../table.ts';

const seconds = (value: number | undefined) =>
  value === undefined ? 'not measured' : `${value.toFixed(1)} s`;
const size = (bytes: number | undefined) =>
  bytes === undefined ? 'not measured' : `${(bytes / 1e6).toFixed(1)} MB`;

const row = ({
  what,
  name,
  seconds: time,
  processorSeconds,
  peakBytes,
  files,
  bytes,
  encoded,
}: Making) => [
  `${what}, ${name}`,
  seconds(time),
  seconds(processorSeconds),
  size(peakBytes),
  `${files}`,
  size(bytes),
  encoded === undefined ? '' : `${encoded}`,
];

function ratios([own, peer]: readonly Making[]): string[] {
  if (!own || peer?.what !== 'cold') return [];
  const ratio = (mine: number | undefined, other: number | undefined) =>
    mine && other ? (mine / other).toFixed(2) : 'not measured';
  return [
    `our time over ${peer.name}’s: ${ratio(own.seconds, peer.seconds)}, of processors ${ratio(own.processorSeconds, peer.processorSeconds)}, our memory over its: ${ratio(own.peakBytes, peer.peakBytes)}`,
  ];
}

/** A report as text, for a terminal. */
export function inWords({ pictures, peer, makings }: MediaReport): string {
  const heading = ['', 'time', 'processors', 'peak memory', 'files', 'size', 'encoded'];
  return [
    `${pictures} pictures of 12 megapixels${peer ? `, beside ${peer}` : ''}`,
    table([heading, ...makings.map(row)], 'right'),
    ...ratios(makings),
  ].join('\n\n');
}
