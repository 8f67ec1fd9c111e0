/** Takes lines and counted bytes off a stream, and holds no more of it than what is asked for. */
export interface ByteReader {
  /** The next line without its end; of one that is longer than `most` bytes, its next part. Nothing at the end. */
  line: (most: number) => Promise<string | undefined>;
  /** The next bytes: so many, or all that are left. */
  take: (length: number) => Promise<Buffer>;
  /** Passes over so many bytes. Gives how many there were. */
  skip: (length: number) => Promise<number>;
  /** Lets go of the stream. */
  close: () => Promise<void>;
}

const LINE_FEED = 0x0a;

/** Opens a stream to be read. What its functions throw is what the stream throws. */
export function byteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array();
  let at = 0;

  /** True once there is a byte to be read. */
  async function more(): Promise<boolean> {
    while (at >= chunk.length) {
      const { value, done } = await chunks.next();
      if (done) return false;
      chunk = value;
      at = 0;
    }
    return true;
  }

  function next(length: number): Uint8Array {
    const part = chunk.subarray(at, at + length);
    at += part.length;
    return part;
  }

  return {
    line: async (most) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      let isEnd = false;
      while (!isEnd && size < most && (await more())) {
        const found = chunk.indexOf(LINE_FEED, at);
        isEnd = found >= 0 && found - at < most - size;
        const part = next(isEnd ? found - at : Math.min(chunk.length - at, most - size));
        if (isEnd) at++;
        parts.push(part);
        size += part.length;
      }
      if (size === 0 && !isEnd) return undefined;
      return Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
    },
    take: async (length) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      while (size < length && (await more())) {
        const part = next(length - size);
        parts.push(part);
        size += part.length;
      }
      return Buffer.concat(parts);
    },
    skip: async (length) => {
      let size = 0;
      while (size < length && (await more())) size += next(length - size).length;
      return size;
    },
    close: async () => {
      await chunks.return?.();
    },
  };
}
