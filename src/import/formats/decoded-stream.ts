import { ImportFault } from '../source-document.ts';
import { guessed, markOf } from './encoding.ts';

/**
 * The text of a stream, piece by piece, its lines ended as Unix has it: UTF-16 by its mark, else in the encoding given,
 * else UTF-8. Throws an `ImportFault` with the line from which on it is none of these.
 */
export async function* decodedStream(
  stream: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  let pending = '';
  for await (const chunk of stream) {
    const mark = decoder ? undefined : markOf(chunk);
    decoder ??= new TextDecoder(mark ?? encoding ?? 'utf-8', { fatal: true });
    const decoded = pending + decodedBy(decoder, chunk, line);
    // The other half of a line end may be in the next piece.
    pending = decoded.endsWith('\r') ? '\r' : '';
    const text = (pending === '' ? decoded : decoded.slice(0, -1)).replace(/\r\n?/gu, '\n');
    line += text.split('\n').length - 1;
    yield text;
  }
  const rest = pending + (decoder ? decodedBy(decoder, undefined, line) : '');
  if (rest !== '') yield rest.replace('\r', '\n');
}

function decodedBy(decoder: TextDecoder, chunk: Uint8Array | undefined, line: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    const whole = new TextDecoder(decoder.encoding).decode(chunk);
    const at = line + whole.slice(0, Math.max(0, whole.indexOf('\uFFFD'))).split('\n').length - 1;
    throw new ImportFault(
      `Line ${at} is not ${decoder.encoding === 'utf-8' ? 'UTF-8' : decoder.encoding}. Name its encoding, for instance --encoding ${guessed(chunk ?? new Uint8Array())}.`,
    );
  }
}
