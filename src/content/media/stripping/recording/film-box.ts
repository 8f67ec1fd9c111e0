import { type Box, boxesIn } from '../box.ts';
import { mustHold } from '../unsound.ts';

/** Heads that say when something was made: where the times begin, as far as their version says. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Tables behind a count, by the width of what is counted, in bytes. */
const WIDTHS = new Map([
  ['stts', 8],
  ['ctts', 8],
  ['stsc', 12],
  ['stco', 4],
  ['co64', 8],
  ['stss', 4],
]);

/** Takes the times out of a head: it was made, and last changed, at no time. */
function undated(bytes: Buffer, { content, end }: Box): void {
  const length = bytes.readUInt8(content) === 1 ? 16 : 8;
  bytes.fill(0, content + 4, Math.min(end, content + 4 + length));
}

/** Blanks where the data of a track lie: in the file itself, which needs no path. */
function stripReferences(bytes: Buffer, list: Box): void {
  for (const { content, end } of boxesIn(bytes, list.content + 8, list.end)) {
    mustHold((bytes.readUInt8(content + 3) & 1) === 1, 'The data of the film lie in another file.');
    bytes.fill(0, content + 4, end);
  }
}

/** Takes out of a box of a film that is kept what it tells besides: times, names of programs, paths. @throws UnsoundFile */
export function stripBox(bytes: Buffer, box: Box): void {
  if (DATED.has(box.type)) undated(bytes, box);
  // The name of a handler says which program or camera wrote it.
  if (box.type === 'hdlr') bytes.fill(0, Math.min(box.end, box.content + 24), box.end);
  if (box.type === 'dref') stripReferences(bytes, box);
  const width = WIDTHS.get(box.type);
  if (width === undefined) return;
  const end = box.content + 8 + bytes.readUInt32BE(box.content + 4) * width;
  mustHold(end <= box.end, 'A table of the film is torn.');
  bytes.fill(0, end, box.end);
}
