import { type Box, inside } from '../box.ts';
import { mustHold } from '../unsound.ts';
import { stripEntries } from './sample-entry.ts';
import { type Span, samplesOf, type Units } from './samples.ts';

/** A track that is shown, as its fragments lean on it. */
export interface Track {
  /** The size of its samples where a fragment states none, in bytes. */
  size: number;
  units: Units | undefined;
}

function below(bytes: Buffer, box: Box, ...types: string[]): Box | undefined {
  let found: Box | undefined = box;
  for (const type of types) found = found && inside(bytes, found).find((one) => one.type === type);
  return found;
}

/** What a track is: the type of its handler. */
export function handlerOf(bytes: Buffer, track: Box): string {
  const handler = below(bytes, track, 'mdia', 'hdlr');
  return handler ? bytes.toString('latin1', handler.content + 8, handler.content + 12) : '';
}

/**
 * What a track that is shown has in the film itself, once the list of how its samples are kept tells nothing besides.
 *
 * @throws UnsoundFile
 */
export function stripTrack(bytes: Buffer, box: Box): { id: number; track: Track; spans: Span[] } {
  const table = below(bytes, box, 'mdia', 'minf', 'stbl');
  const [head, list] = [below(bytes, box, 'tkhd'), table && below(bytes, table, 'stsd')];
  mustHold(
    table !== undefined && head !== undefined && list !== undefined,
    'A track of the film has no table of its samples.',
  );
  const units = stripEntries(bytes, list, handlerOf(bytes, box));
  const isLong = bytes.readUInt8(head.content) === 1;
  const id = bytes.readUInt32BE(head.content + (isLong ? 20 : 12));
  const spans = samplesOf(bytes, table).map((span) => ({ ...span, units }));
  return { id, track: { size: 0, units }, spans };
}
