import { mustHold } from '../unsound.ts';

/**
 * A packet of comments (Vorbis, Opus) of the same length that says nothing: its first field is blanks.
 *
 * @param comments how it begins
 * @param hasBit whether a bit ends it
 * @throws UnsoundFile where it is none
 */
export function emptied(packet: Buffer, comments: string, hasBit: boolean): Buffer {
  const said = packet.length - comments.length - 8 - (hasBit ? 1 : 0);
  const isOne = packet.toString('latin1', 0, comments.length) === comments && said >= 0;
  mustHold(isOne, 'The sound does not say where its comments are.');
  const empty = Buffer.alloc(packet.length, ' ');
  empty.write(comments, 'latin1');
  empty.writeUInt32LE(said, comments.length);
  empty.writeUInt32LE(0, comments.length + 4 + said);
  if (hasBit) empty[packet.length - 1] = 1;
  return empty;
}
