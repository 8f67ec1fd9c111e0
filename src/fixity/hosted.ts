import { createHash } from 'node:crypto';
import { type Difference, type Findings, SITE_MANIFEST } from './copy.ts';
import { askHost, HOST_LIMITS, HostFault, type HostLimits } from './host-answer.ts';
import { readManifest } from './manifest.ts';

/** Files that hosts read as configuration and do not serve. */
const UNSERVED = ['_headers', '_redirects'];
const AT_ONCE = 8;

/** The text of a hosted site's manifest. */
async function manifestOf(base: URL, limits: HostLimits): Promise<string> {
  const address = new URL(SITE_MANIFEST, base);
  const pieces: Uint8Array[] = [];
  const asked = { most: limits.manifest, limits };
  const status = await askHost(address, base, asked, (piece) => pieces.push(piece));
  if (status !== 200) throw new HostFault(`${address} answered ${status}: there is no manifest.`);
  return Buffer.concat(pieces).toString();
}

/** Checks the files of a hosted site, several at once. */
class HostedFiles {
  readonly #base: URL;
  readonly #limits: HostLimits;
  readonly #end = new AbortController();
  readonly differences: Difference[] = [];
  held = 0;
  #troubles = 0;

  constructor(base: URL, limits: HostLimits) {
    this.#base = base;
    this.#limits = limits;
  }

  /** @throws HostFault where too many files fail */
  async check(files: Iterable<readonly [path: string, digest: string]>): Promise<void> {
    const due = files[Symbol.iterator]();
    const checkOn = async () => {
      // Each worker takes the next file.
      for (let next = due.next(); !next.done; next = due.next()) {
        const [path, stated] = next.value;
        const how = await this.#differs(path, stated);
        if (how === undefined) this.held += 1;
        else this.differences.push({ path, how });
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, checkOn));
    } finally {
      this.#end.abort();
    }
  }

  /** How a file differs from the manifest; undefined where it does not. */
  async #differs(path: string, stated: string): Promise<string | undefined> {
    const address = new URL(path.split('/').map(encodeURIComponent).join('/'), this.#base);
    const digest = createHash('sha256');
    const asked = { most: this.#limits.file, limits: this.#limits, given: this.#end.signal };
    try {
      const status = await askHost(address, this.#base, asked, (piece) => digest.update(piece));
      if (status === 404 || status === 410) return 'is missing';
      if (status !== 200) return `is not sent: the host answered ${status}`;
      return digest.digest('hex') === stated ? undefined : 'differs';
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      this.#troubles += 1;
      if (this.#troubles < this.#limits.troubles) return `was not had: ${error.message}`;
      throw new HostFault(
        `${error.message} It is the ${this.#limits.troubles}th file that was not had, and no more were asked for.`,
      );
    }
  }
}

/**
 * Checks a site where it is hosted against its own manifest. Extra files on the host cannot be seen from outside.
 * @throws HostFault where the host does not answer, or has no manifest
 */
export async function checkHosted(
  site: URL,
  limits = HOST_LIMITS,
): Promise<Findings & { unserved: string[] }> {
  const base = new URL(site.pathname.endsWith('/') ? site : `${site}/`);
  const { digests, faults } = readManifest(await manifestOf(base, limits), 'sha256');
  if (digests.size === 0)
    throw new HostFault(`${new URL(SITE_MANIFEST, base)} is no manifest: it names no file.`);
  const unserved = UNSERVED.filter((path) => digests.delete(path));
  const files = new HostedFiles(base, limits);
  await files.check(digests);
  const ofManifest = faults.map(({ line, reason }) => ({
    path: `${SITE_MANIFEST}:${line}`,
    how: reason,
  }));
  return { held: files.held, differences: [...ofManifest, ...files.differences], unserved };
}
