import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { shownWords } from '../../../domain/problem.ts';
import type { SiteHeaders } from '../../site-headers.ts';
import { type SentFile, type Store, StoreFault } from '../../store.ts';
import { atOnce } from '../at-once.ts';
import type { Bucket } from './bucket.ts';
import { tagsIn } from './listing.ts';

const AT_ONCE = 16;
/** A file up to this size is held in memory while it is sent, in bytes. */
const HELD = 4 * 2 ** 20;

/** A file’s body with its digests, read once where it is small. */
async function bodyOf(file: string): Promise<{ body: Buffer | Blob; md5: Buffer; sha256: string }> {
  const [md5, sha256] = [createHash('md5'), createHash('sha256')];
  const isHeld = (await stat(file)).size <= HELD;
  // A blob of a file that changes before it is sent cannot be read.
  const body = isHeld ? await readFile(file) : await openAsBlob(file);
  for await (const piece of isHeld ? [body as Buffer] : createReadStream(file)) {
    md5.update(piece);
    sha256.update(piece);
  }
  return { body, md5: md5.digest(), sha256: sha256.digest('hex') };
}

/** A site in a bucket, below a prefix. Each object is replaced in one step, and the store refuses one that was damaged. */
export class S3Store implements Store {
  readonly #bucket: Bucket;
  readonly #prefix: string;
  #listed: Promise<Map<string, string>> | undefined;

  /** @param prefix of all keys: empty, or with a slash at its end */
  constructor(bucket: Bucket, prefix: string) {
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  async read(paths: readonly string[]): Promise<Map<string, Buffer>> {
    const read = new Map<string, Buffer>();
    await atOnce(paths, AT_ONCE, async (path) => {
      const { status, content } = await this.#bucket.ask({
        method: 'GET',
        key: this.#prefix + path,
      });
      if (status !== 404) read.set(path, content);
    });
    return read;
  }

  async write(path: string, content: Buffer, headers: SiteHeaders): Promise<void> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const md5 = createHash('md5').update(content).digest();
    await this.#put(path, { body: content, md5, sha256 }, headers);
  }

  async send(
    folder: string,
    files: readonly SentFile[],
    headers: SiteHeaders,
    at: (done: number) => void,
  ): Promise<void> {
    let done = 0;
    await atOnce(files, AT_ONCE, async ({ path, digest, isPerhapsThere }) => {
      const read = await bodyOf(join(folder, path));
      if (read.sha256 !== digest)
        throw new StoreFault(
          `${shownWords(path)} was changed while the site was published. Run npm run build, and publish again.`,
        );
      const isThere = isPerhapsThere && (await this.#tagOf(path)) === read.md5.toString('hex');
      if (!isThere) await this.#put(path, read, headers);
      done += 1;
      at(done);
    });
  }

  async remove(paths: readonly string[], at: (done: number) => void): Promise<void> {
    let done = 0;
    await atOnce(paths, AT_ONCE, async (path) => {
      await this.#bucket.ask({ method: 'DELETE', key: this.#prefix + path });
      done += 1;
      at(done);
    });
  }

  async #tagOf(path: string): Promise<string | undefined> {
    this.#listed ??= tagsIn(this.#bucket, this.#prefix);
    return (await this.#listed).get(this.#prefix + path);
  }

  async #put(
    path: string,
    { body, md5, sha256 }: Awaited<ReturnType<typeof bodyOf>>,
    headers: SiteHeaders,
  ): Promise<void> {
    const key = this.#prefix + path;
    const { status } = await this.#bucket.ask({
      method: 'PUT',
      key,
      headers: new Map([
        ...headers.of(path),
        ['Content-MD5', md5.toString('base64')],
        ['X-Amz-Content-Sha256', sha256],
      ]),
      body,
    });
    if (status === 404) throw new StoreFault(`The store has no place for ${shownWords(key)}.`);
  }
}
