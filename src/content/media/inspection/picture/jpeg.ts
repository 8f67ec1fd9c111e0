import type { FileBytes } from '../file-bytes.ts';
import { damaged, large } from '../media-fault.ts';

/** Each scan is unpacked over the whole picture, so that many small ones take for ever. Programs write about ten. */
const MOST_SCANS = 100;
/** Pictures that a camera keeps behind the one that is shown: a preview, depth, a second exposure. */
const MOST_FURTHER = 20;
const PADDING = 64 * 1024;

const [MARK, START, END, SCAN] = [0xff, 0xd8, 0xd9, 0xda];

/** Where the marker after the data of a scan is. */
function afterScan(bytes: FileBytes, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.find(MARK, at);
    if (at < 0) throw damaged('this JPEG ends before its picture does');
    const next = at + 1 < bytes.size ? bytes.u8(at + 1) : -1;
    if (next < 0) throw damaged('this JPEG ends before its picture does');
    // A byte of that value in the data, and marks within it.
    if (next === 0 || (next >= 0xd0 && next <= 0xd7)) continue;
    if (next === MARK) at -= 1;
    else return at;
  }
}

/** Where one picture ends that begins at a place. */
function endOfPicture(bytes: FileBytes, start: number): number {
  let scans = 0;
  for (let at = start + 2; ; ) {
    if (at + 2 > bytes.size) throw damaged('this JPEG ends before its picture does');
    if (bytes.u8(at) !== MARK) throw damaged('the parts of this JPEG do not follow each other');
    const marker = bytes.u8(at + 1);
    if (marker === MARK) {
      at++;
      continue;
    }
    if (marker === END) {
      if (scans === 0) throw damaged('this JPEG has no picture in it');
      return at + 2;
    }
    if (at + 4 > bytes.size) throw damaged('this JPEG ends before its picture does');
    at += 2 + bytes.u16(at + 2);
    if (marker !== SCAN) continue;
    scans++;
    if (scans > MOST_SCANS)
      throw large(`a JPEG has at most ${MOST_SCANS} scans`, 'Save it anew as a baseline JPEG.');
    at = afterScan(bytes, at);
  }
}

/** Where a JPEG ends, with the further pictures that cameras keep in its file. @throws MediaFault where it is not whole */
export function endOfJpeg(bytes: FileBytes): number {
  let end = endOfPicture(bytes, 0);
  for (let further = 0; further < MOST_FURTHER; further++) {
    const rest = bytes.at(end, Math.min(PADDING, bytes.size - end));
    const next = rest.findIndex((byte) => byte !== 0);
    if (
      next < 0 ||
      !rest
        .subarray(next)
        .subarray(0, 3)
        .equals(Buffer.from([MARK, START, MARK]))
    )
      break;
    end = endOfPicture(bytes, end + next);
  }
  return end;
}
