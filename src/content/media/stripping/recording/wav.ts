import { type RiffChunk, riffFile, riffOf } from '../riff.ts';
import { mustHold } from '../unsound.ts';

/** What a player needs: the form of the sound, its length, and the sound. */
const KEPT = new Set(['fmt ', 'fact', 'data']);
/** How long a form is by its kind: whole numbers, fractions, and those that say more. */
const FORMS = new Map([
  [1, 16],
  [3, 18],
  [0xfffe, 40],
]);
/** How many samples there are. */
const FACT_LENGTH = 4;

/** A part without what stands behind its fields. @throws UnsoundFile */
function fieldsOf({ name, content }: RiffChunk): RiffChunk {
  if (name === 'fact') return { name, content: content.subarray(0, FACT_LENGTH) };
  if (name !== 'fmt ') return { name, content };
  mustHold(content.length >= 16, 'The WAV file does not say how its sound is kept.');
  const length = FORMS.get(content.readUInt16LE(0));
  mustHold(length !== undefined, 'The sound of the WAV file is kept in no form that is known.');
  const form = Buffer.from(content.subarray(0, length));
  // Fractions say that nothing more follows.
  if (length === 18 && form.length === length) form.writeUInt16LE(0, 16);
  return { name, content: form };
}

/** A WAV file without all that it tells beside the sound. @throws UnsoundFile */
export function strippedWav(bytes: Buffer): Uint8Array {
  const chunks = [...riffFile(bytes, 'WAVE')].filter(({ name }) => KEPT.has(name)).map(fieldsOf);
  for (const name of KEPT)
    mustHold(
      chunks.filter((chunk) => chunk.name === name).length === 1 || name === 'fact',
      'The WAV file holds no sound, or several.',
    );
  const fact = chunks.find(({ name }) => name === 'fact');
  return riffOf(
    'WAVE',
    chunks.filter((chunk) => chunk.name !== 'fact' || chunk === fact),
  );
}
