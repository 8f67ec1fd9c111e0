import { mustHold } from '../unsound.ts';
import { withoutInnerTags, withoutTags } from './id3.ts';

/** An MP3 file without all that it tells beside the sound. @throws UnsoundFile */
export function strippedMp3(file: Buffer): Uint8Array {
  const bytes = withoutTags(file);
  // After its tags some programs leave room.
  const start = bytes.findIndex((byte) => byte !== 0);
  const sound = bytes.subarray(Math.max(0, start));
  const isSound = sound[0] === 0xff && ((sound[1] ?? 0) & 0xe0) === 0xe0;
  mustHold(isSound, 'After the tags of the MP3 file no sound begins.');
  return withoutInnerTags(sound);
}
