/** The bytes of a file or a part of it, as they come. */
export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** All of them. */
export const allOf = async (bytes: Bytes): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(bytes).arrayBuffer());

/** What was compressed, as it was. */
export const unpacked = (bytes: Bytes): Bytes => bytes.pipeThrough(new DecompressionStream('gzip'));

/** The bytes from one place to another, which is not among them. What comes after is not asked for. */
export function part(bytes: Bytes, start: number, end: number): Bytes {
  const reader = bytes.getReader();
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      for (let isGiven = false; !isGiven; ) {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        const [from, to] = [Math.max(start - at, 0), Math.min(end - at, value.length)];
        at += value.length;
        isGiven = from < to;
        if (isGiven) controller.enqueue(value.subarray(from, to));
        if (at < end) continue;
        controller.close();
        await reader.cancel();
        return;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
