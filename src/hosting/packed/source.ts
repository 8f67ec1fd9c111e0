import { type Bytes, part } from './bytes.ts';

/** Where a packed site lies. */
export interface Source {
  /**
   * Opens a file, or its bytes from `start` to `end`, which is not among them.
   *
   * @returns undefined where there is none
   * @throws an error where it cannot be read
   */
  open(file: string, range?: { start: number; end: number }): Promise<Bytes | undefined>;
}

/**
 * Files that are had by HTTP. Where a host gives the whole of which a part was asked, the part is taken of it: of packs
 * that is little.
 *
 * @param ask sends a request for an encoded path, without a slash before it
 */
export function httpSource(
  ask: (path: string, headers: [name: string, value: string][]) => Promise<Response>,
): Source {
  return {
    async open(file, range) {
      const headers: [string, string][] = [['Accept-Encoding', 'identity']];
      if (range) headers.push(['Range', `bytes=${range.start}-${range.end - 1}`]);
      const { status, body, headers: said } = await ask(encoded(file), headers);
      if (status === 206 && range && body) {
        if (said.get('Content-Range')?.startsWith(`bytes ${range.start}-`)) return body as Bytes;
        await body.cancel();
        throw new Error(`Another part of ${file} came than was asked for.`);
      }
      if (status === 200 && body)
        return range ? part(body as Bytes, range.start, range.end) : (body as Bytes);
      await body?.cancel();
      // Stores that tell nobody what they have say 403 of what they have not.
      if ([403, 404, 410].includes(status)) return undefined;
      throw new Error(`${file} was answered with ${status}.`);
    },
  };
}

/** A path as it is asked for. */
const encoded = (file: string) => file.split('/').map(encodeURIComponent).join('/');
