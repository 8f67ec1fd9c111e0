import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { manifestText } from '../fixity/manifest.ts';
import { typeOf } from '../hosting/file-type.ts';
import { isForMany, redirectLines } from '../hosting/host-rules.ts';
import { type Entry, LISTS, PACKS, ROOT, type Root, VERSION } from '../hosting/packed/layout.ts';
import { scaleFor } from './boundaries.ts';
import { handlers } from './handlers.ts';
import { PackWriter } from './pack-writer.ts';
import { gzipped, packedBytes } from './packed-bytes.ts';
import {
  byPath,
  isCopied,
  isLarge,
  isLargest,
  isOwnPlace,
  isSent,
  redirectionsOf,
  type SiteFile,
  siteFiles,
} from './site-entries.ts';
import { NAME, WrittenFiles } from './written-files.ts';

/** A built site that is as its manifest says. */
export interface PackedFrom {
  dist: string;
  /** The SHA-256 of each file by its path. */
  digests: ReadonlyMap<string, string>;
  /** The path that it is to lie under, with a slash at either end. */
  base: string;
}

const HEADERS = '_headers';
const REDIRECTS = '_redirects';
/** How much of a digest tells a content: 128 bits. */
const TAG = 32;
/** How many files are read and compressed at once. */
const AT_ONCE = 32;

/** What stores are told besides: these names are made from the content. */
const PACKED_HEADERS = [PACKS, LISTS]
  .map((folder) => `\n/${folder}*\n  Cache-Control: public, max-age=31536000, immutable\n`)
  .join('');

/** A path of the site: its file, and what its entry says besides. */
interface Item {
  path: string;
  file?: SiteFile;
  said?: Partial<Entry>;
}

/** The paths of a site, ordered: its files, its manifest, and what leads on. */
function itemsOf(files: readonly SiteFile[], manifest: Entry, redirects: string, base: string) {
  const items = new Map<string, Item>(files.map((file) => [file.path, { path: file.path, file }]));
  items.set(SITE_MANIFEST, { path: SITE_MANIFEST, said: manifest });
  for (const said of redirectionsOf(redirects, base, files))
    items.set(said.path, { ...items.get(said.path), path: said.path, said });
  return [...items.values()].toSorted(byPath);
}

/** Packs one site into an empty folder. */
class SitePacking {
  readonly #site: PackedFrom;
  readonly #written: WrittenFiles;
  readonly #headers: string;
  readonly #redirects: string;

  constructor(site: PackedFrom, folder: string) {
    this.#site = site;
    this.#written = new WrittenFiles(folder);
    this.#headers = this.#text(HEADERS);
    this.#redirects = this.#text(REDIRECTS);
  }

  #text(path: string): string {
    const { dist, digests } = this.#site;
    return digests.has(path) ? readFileSync(join(dist, path), 'utf8') : '';
  }

  async write(): Promise<void> {
    const { dist, digests, base } = this.#site;
    const files = siteFiles(dist, digests);
    const size = files.reduce((sum, file) => sum + (isOwnPlace(file) ? 0 : file.size), 0);
    const writer = new PackWriter(this.#written, scaleFor(size));
    const manifest = await this.#manifest();
    const items = itemsOf(files.filter(isSent), manifest, this.#redirects, base);
    for (const { path, digest } of files.filter(isCopied))
      this.#written.copy(path, join(dist, path), digest);
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const some = items.slice(at, at + AT_ONCE).map((item) => this.#entry(item));
      for (const { entry, bytes } of await Promise.all(some)) await writer.add(entry, bytes);
    }
    const root: Root = {
      version: VERSION,
      base,
      headers: this.#headers,
      redirects: redirectLines(this.#redirects)
        .filter(isForMany)
        .map(({ from, to, status }) => `${from} ${to} ${status}\n`)
        .join(''),
      manifest: manifest.file,
      lists: await writer.end(),
    };
    this.#written.write(ROOT, `${JSON.stringify(root, undefined, 1)}\n`);
    this.#written.write(HEADERS, this.#headers + PACKED_HEADERS);
    for (const { path, text } of await handlers()) this.#written.write(path, text);
    this.#written.write(SITE_MANIFEST, manifestText(latin1(this.#written.digests)));
  }

  /** The site’s own manifest under another name: the packed site has one of its own. */
  async #manifest(): Promise<Entry & { file: string }> {
    const content = readFileSync(join(this.#site.dist, SITE_MANIFEST));
    const bytes = await gzipped(content);
    const file = this.#written.writeNamed(PACKS, '.gz', bytes);
    return {
      path: SITE_MANIFEST,
      type: typeOf(SITE_MANIFEST),
      size: content.length,
      tag: createHash('sha256').update(content).digest('hex').slice(0, TAG),
      length: bytes.length,
      gzip: true,
      file,
    };
  }

  /** The entry of a path, and what lies in a pack of it. */
  async #entry({ path, file, said }: Item): Promise<{ entry: Entry; bytes?: Uint8Array }> {
    if (!file) return { entry: { path, ...said } };
    const from = join(this.#site.dist, path);
    const { size, digest } = file;
    const entry = { path, type: typeOf(path), size, tag: digest.slice(0, TAG), ...said };
    if (isOwnPlace(file)) {
      this.#written.copy(path, from, digest);
      return { entry: { ...entry, file: path } };
    }
    if (!isLargest(file)) {
      const { bytes, isGzip } = await packedBytes(readFileSync(from));
      if (isGzip) return { entry: { ...entry, gzip: true }, bytes };
      if (!isLarge(file)) return { entry, bytes };
    }
    const own = `${PACKS}${digest.slice(0, NAME)}`;
    this.#written.copy(own, from, digest);
    return { entry: { ...entry, file: own } };
  }
}

/** Manifests have the bytes of a path one by one. */
const latin1 = (digests: ReadonlyMap<string, string>) =>
  new Map([...digests].map(([path, digest]) => [Buffer.from(path).toString('latin1'), digest]));

/** Packs a site into an empty folder. The same site gives the same bytes. */
export const writePacked = (site: PackedFrom, folder: string): Promise<void> =>
  new SitePacking(site, folder).write();
