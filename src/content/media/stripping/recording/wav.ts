import { riffFile, riffOf } from '../riff.ts';
import { mustHold } from '../unsound.ts';

/** What a player needs: the form of the sound, its length, and the sound. */
const KEPT = new Set(['fmt ', 'fact', 'data']);

/** A WAV file without all that it tells beside the sound. @throws UnsoundFile */
export function strippedWav(bytes: Buffer): Uint8Array {
  const chunks = [...riffFile(bytes, 'WAVE')].filter(({ name }) => KEPT.has(name));
  mustHold(
    chunks.some(({ name }) => name === 'data'),
    'The WAV file holds no sound.',
  );
  return riffOf('WAVE', chunks);
}
