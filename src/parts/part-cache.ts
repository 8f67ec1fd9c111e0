import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../errors/refusal.mjs';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { finishing } from '../lock/unfinished.ts';
import { SiteHeaders } from '../publication/site-headers.ts';
import type { Store } from '../publication/store.ts';
import { PART_MANIFEST, type PartManifest, partManifestOf, wholePart } from './part-manifest.ts';
import { refuseForeign } from './part-place.ts';

const HEADERS = new SiteHeaders('');

/**
 * A place where parts are kept between runs, by machines that share no disk. A part is there whole or counts as missing:
 * what it says of itself is written last, and names its files by what is in them.
 */
export class PartCache {
  readonly #store: Store;
  /** What the place said of the part that was fetched. */
  #there: PartManifest | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Puts a part into its folder, as it was kept; nothing where it was not, or not whole. What is there and not whole is
   * marked as missing, so that the next one who makes it keeps all of it again.
   *
   * @returns true where the part is in its folder as it was kept
   * @throws StoreFault
   * @throws Refusal where the place is that of a site, or the folder has something else
   */
  async fetch(folder: string): Promise<boolean> {
    refuseForeign(folder);
    const name = basename(folder);
    const said = `${name}/${PART_MANIFEST}`;
    const found = await this.#store.read([said, SITE_MANIFEST]);
    if (found.has(SITE_MANIFEST))
      throw new Refusal(
        'A site is published at the place of the cache, and a part has drafts and withheld words: name another place with --cache.',
      );
    const text = found.get(said);
    this.#there = text && partManifestOf(text.toString());
    if (!text || !this.#there) return false;
    if (isSame(this.#there, wholePart(folder))) return true;
    const paths = this.#there.files.map(({ path }) => `${name}/${path}`);
    const files = await this.#store.read(paths);
    const isWhole = this.#there.files.every(({ path, sha256 }) => {
      const content = files.get(`${name}/${path}`);
      return content !== undefined && hash('sha256', content) === sha256;
    });
    if (!isWhole) {
      this.#there = undefined;
      await this.#store.remove([said], () => undefined);
      return false;
    }
    await finishing(folder, (unfinished) => {
      for (const [path, content] of [[said, text] as const, ...files]) {
        const file = join(unfinished, path.slice(name.length + 1));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      rmSync(folder, { recursive: true, force: true });
    });
    return true;
  }

  /** Keeps a part as it is in its folder. @throws StoreFault */
  async keep(folder: string, made: PartManifest): Promise<void> {
    if (isSame(made, this.#there)) return;
    const name = basename(folder);
    const known = new Map(this.#there?.files.map(({ path, sha256 }) => [path, sha256]));
    const files = made.files.filter(({ path, sha256 }) => known.get(path) !== sha256);
    const sent = files.map(({ path, sha256 }) => ({
      path: `${name}/${path}`,
      digest: sha256,
      isPerhapsThere: true,
    }));
    await this.#store.send(dirname(folder), sent, HEADERS, () => undefined);
    const text = Buffer.from(`${JSON.stringify(made, undefined, 1)}\n`);
    await this.#store.write(`${name}/${PART_MANIFEST}`, text, HEADERS);
    const wanted = new Set(made.files.map(({ path }) => path));
    const old = [...known.keys()]
      .filter((path) => !wanted.has(path))
      .map((path) => `${name}/${path}`);
    if (old.length > 0) await this.#store.remove(old, () => undefined);
  }
}

const isSame = (one: PartManifest, other: PartManifest | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);
