import { mustHold } from './unsound.ts';

/** A part of a RIFF file: its name of four letters, and its content. */
export interface RiffChunk {
  name: string;
  content: Buffer;
}

/** The parts of a file, or of a part of one. @throws UnsoundFile */
export function* riffChunks(bytes: Buffer): Iterable<RiffChunk> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    mustHold(at + 8 + length <= bytes.length, 'A part of the file is longer than the file.');
    yield {
      name: bytes.toString('latin1', at, at + 4),
      content: bytes.subarray(at + 8, at + 8 + length),
    };
    at += 8 + length + (length % 2);
  }
}

/** The parts of a RIFF file of a form, such as `WEBP`. What follows its end is left out. @throws UnsoundFile */
export function riffFile(bytes: Buffer, form: string): Iterable<RiffChunk> {
  const isOne =
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === form;
  mustHold(
    bytes.length >= 12 && isOne,
    `It does not begin as a RIFF file of the form ${form} does.`,
  );
  const end = 8 + bytes.readUInt32LE(4);
  mustHold(end <= bytes.length, 'The RIFF file has no end.');
  return riffChunks(bytes.subarray(12, end));
}

/** A part as bytes. */
export function riffChunk({ name, content }: RiffChunk): Buffer {
  const head = Buffer.from(`${name}\u0000\u0000\u0000\u0000`, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** A RIFF file of parts. */
export const riffOf = (form: string, chunks: readonly RiffChunk[]): Buffer =>
  riffChunk({
    name: 'RIFF',
    content: Buffer.concat([Buffer.from(form, 'latin1'), ...chunks.map(riffChunk)]),
  });
