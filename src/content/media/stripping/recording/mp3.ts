import { frameOf } from '../../inspection/recording/mpeg-frame.ts';
import { mustHold } from '../unsound.ts';
import { withoutInnerTags, withoutTags } from './id3.ts';

/** The frames of a sound, without what stands before, between and behind them. */
function framesOf(sound: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  const frameAt = (at: number) =>
    at + 4 <= sound.length ? frameOf(sound.readUInt32BE(at)) : undefined;
  let isJoined = false;
  for (let at = 0; at < sound.length; ) {
    const next = at + (frameAt(at)?.length ?? Number.POSITIVE_INFINITY);
    // What only looks like a header has no other behind it.
    const isFrame: boolean =
      next <= sound.length && (isJoined || next === sound.length || frameAt(next) !== undefined);
    if (isFrame) frames.push(sound.subarray(at, next));
    isJoined = isFrame;
    at = isFrame ? next : at + 1;
  }
  return frames;
}

/** An MP3 file without all that it tells beside the sound. @throws UnsoundFile */
export function strippedMp3(file: Buffer): Uint8Array {
  const bytes = withoutTags(file);
  // After its tags some programs leave room.
  const start = bytes.findIndex((byte) => byte !== 0);
  const sound = bytes.subarray(Math.max(0, start));
  const isSound = sound[0] === 0xff && ((sound[1] ?? 0) & 0xe0) === 0xe0;
  mustHold(isSound, 'After the tags of the MP3 file no sound begins.');
  const frames = framesOf(withoutInnerTags(sound));
  mustHold(frames.length > 0, 'After the tags of the MP3 file no sound begins.');
  return Buffer.concat(frames);
}
