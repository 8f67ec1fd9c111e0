import { type Box, boxesIn } from '../box.ts';
import { mustHold } from '../unsound.ts';
import { fieldsOf } from './film-fields.ts';

/** Heads that say when something was made: where the times begin, as far as their version says. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** The brands of files by which players know what they can show; others become the general one. */
const BRANDS =
  /^(?:iso[m2-9]|mp4[12]|avc1|av01|M4[ABVP] |M4VP|qt {2}|3g[p2][\da-z]|dash|msdh|msix|cmf[c2]|mmp4)$/;
const GENERAL = 'isom';

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

/** Takes out of the brands of a file those that are none, and the version of the first, which no player asks for. */
function stripBrands(bytes: Buffer, { content, end }: Box): void {
  for (let at = content; at < end; at += 4) {
    if (at === content + 4) bytes.fill(0, at, Math.min(at + 4, end));
    else if (at + 4 > end) bytes.fill(0, at, end);
    else if (!BRANDS.test(bytes.toString('latin1', at, at + 4))) bytes.write(GENERAL, at, 'latin1');
  }
}

/** Takes out of a box of a film that is kept what it tells besides: times, names of programs, paths. @throws UnsoundFile */
export function stripBox(bytes: Buffer, box: Box): void {
  if (DATED.has(box.type)) undated(bytes, box);
  if (box.type === 'ftyp' || box.type === 'styp') stripBrands(bytes, box);
  if (box.type === 'hdlr') {
    bytes.fill(0, box.content + 4, Math.min(box.end, box.content + 8));
    // The name of a handler says which program or camera wrote it.
    bytes.fill(0, Math.min(box.end, box.content + 12), box.end);
  }
  if (box.type === 'dref') stripReferences(bytes, box);
  const fields = fieldsOf(bytes, box);
  if (!fields) return;
  const isHead = DATED.has(box.type);
  mustHold(isHead || box.content + fields.end <= box.end, 'A table of the film is torn.');
  for (const [from, to] of [...fields.unused, [fields.end, box.end - box.content]] as const)
    bytes.fill(0, Math.min(box.content + from, box.end), Math.min(box.content + to, box.end));
}
