import { type HeaderLines, headerLines } from '../../header-lines.ts';
import { byteReader } from './byte-reader.ts';

/** A record of a web archive (WARC, ISO 28500), of which as much is read as is asked for. */
export interface WarcRecord {
  headers: HeaderLines;
  /** Its next bytes: so many, or all that are left of it. */
  take: (length: number) => Promise<Buffer>;
  /** True where the archive breaks off within it, as far as it was read. */
  isBroken: () => boolean;
}

/** Bytes without a record, where one must begin. */
export interface Damage {
  damaged: number;
}

const LONGEST_LINE = 64 * 1024;
const MOST_LINES = 200;

/** The records of a web archive that is not packed, in order. Where something else stands, the next record is looked for. */
export async function* recordsOf(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<WarcRecord | Damage> {
  const reader = byteReader(stream);
  let damaged = 0;
  try {
    for (;;) {
      const line = await reader.line(LONGEST_LINE);
      const headers = line?.startsWith('WARC/') ? await headersFrom(reader) : undefined;
      const length = lengthIn(headers);
      if (line !== undefined && (headers === undefined || length === undefined)) {
        damaged += line.trim().length;
        continue;
      }
      if (damaged > 0) yield { damaged };
      damaged = 0;
      if (headers === undefined || length === undefined) return;
      let left = length;
      let isBroken = false;
      const took = (asked: number, given: number) => {
        left -= given;
        isBroken ||= given < asked;
      };
      yield {
        headers,
        take: async (most) => {
          const asked = Math.min(most, left);
          const bytes = await reader.take(asked);
          took(asked, bytes.length);
          return bytes;
        },
        isBroken: () => isBroken,
      };
      took(left, await reader.skip(left));
    }
  } finally {
    await reader.close();
  }
}

/** The header lines that follow; nothing where they do not end. */
async function headersFrom(reader: ReturnType<typeof byteReader>) {
  const lines: string[] = [];
  while (lines.length < MOST_LINES) {
    const line = await reader.line(LONGEST_LINE);
    if (line === undefined) return undefined;
    if (line.trim() === '') return headerLines(lines.join('\n'));
    lines.push(line);
  }
  return undefined;
}

function lengthIn(headers: HeaderLines | undefined): number | undefined {
  const stated = headers?.get('content-length') ?? '';
  const length = /^\d{1,15}$/.test(stated) ? Number(stated) : undefined;
  return headers?.has('warc-type') ? length : undefined;
}
