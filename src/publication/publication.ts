import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { readManifest } from '../fixity/manifest.ts';
import { ROOT } from '../hosting/packed/layout.ts';
import { digestsIn, packedDigests, packedManifest } from './contents.ts';
import { emptiedFolders } from './emptied.ts';
import { EMPTY_NOTE, NOTE, type Note, noteText, readNote } from './note.ts';
import type { Destination, Plan, Site } from './plan.ts';
import { HEADERS_FILE, SiteHeaders } from './site-headers.ts';
import { type Store, StoreFault } from './store.ts';

/** A site that is to be published, and the folder in which it lies. */
export interface BuiltSite extends Site {
  folder: string;
  manifest: string;
  /** The SHA-256 of each file that readers get, by its path: where a site is packed, not those that are sent. */
  contents: ReadonlyMap<string, string>;
}

/** A destination as it was found. */
export interface FoundDestination extends Destination {
  /** The text of its manifest; undefined where it has none, or one that is none. */
  manifest: string | undefined;
  /** The text of its ledger; undefined where it has none. */
  ledger: string | undefined;
  /** The SHA-256 of each file that readers get. */
  contents: ReadonlyMap<string, string>;
}

const LEDGER = 'ledger.txt';

/** What readers get of a packed site in a folder; undefined where it is not packed. @throws StoreFault */
function contentsIn(folder: string): ReadonlyMap<string, string> | undefined {
  const root = join(folder, ROOT);
  if (!existsSync(root)) return undefined;
  try {
    const packed = packedManifest(readFileSync(root, 'utf8'));
    return packed === undefined ? undefined : packedDigests(readFileSync(join(folder, packed)));
  } catch {
    throw new StoreFault(
      `${ROOT} of the site that is to be published is not as this version of Cuttings writes it: run npm run pack -- --for-host once more.`,
    );
  }
}

/** Reads a built site. @param folder that was checked against its manifest @throws StoreFault where it was packed by another version */
export function builtSite(folder: string): BuiltSite {
  const manifest = readFileSync(join(folder, SITE_MANIFEST), 'latin1');
  const rules = join(folder, HEADERS_FILE);
  const headers = new SiteHeaders(existsSync(rules) ? readFileSync(rules, 'utf8') : '');
  const digests = digestsIn(manifest);
  return { folder, manifest, digests, headers, contents: contentsIn(folder) ?? digests };
}

/** Reads what is at a destination. @throws StoreFault where it cannot be read, or its note is not understood */
export async function destinationAt(store: Store): Promise<FoundDestination> {
  const read = await store.read([SITE_MANIFEST, NOTE, HEADERS_FILE, LEDGER, ROOT]);
  const text = read.get(SITE_MANIFEST)?.toString('latin1');
  const isManifest = text !== undefined && readManifest(text, 'sha256').faults.length === 0;
  const manifest = isManifest ? text : undefined;
  const noted = read.get(NOTE)?.toString();
  const note = noted === undefined ? EMPTY_NOTE : readNote(noted);
  if (!note)
    throw new StoreFault(
      `${NOTE} at the destination is not as this version of Cuttings writes it. Publish with the version that wrote it; or, if nobody knows what it is, remove it and publish with --all.`,
    );
  const digests = manifest === undefined ? new Map<string, string>() : digestsIn(manifest);
  return {
    manifest,
    digests,
    contents: (await contentsAt(store, read.get(ROOT)?.toString())) ?? digests,
    headers: new SiteHeaders(read.get(HEADERS_FILE)?.toString() ?? ''),
    ledger: read.get(LEDGER)?.toString(),
    note,
  };
}

/** What readers get of a packed site. A destination that says it in no way that is known has nothing that is kept. */
async function contentsAt(store: Store, root: string | undefined) {
  try {
    const packed = packedManifest(root);
    if (packed === undefined) return undefined;
    const content = (await store.read([packed])).get(packed);
    return content ? packedDigests(content) : new Map<string, string>();
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    return new Map<string, string>();
  }
}

/** True where a publication has nothing to do. */
export const isPublished = (site: BuiltSite, there: FoundDestination, plan: Plan): boolean =>
  plan.steps.length === 0 &&
  plan.removed.length === 0 &&
  there.note.sending.size === 0 &&
  plan.staying.size === there.note.old.size &&
  there.manifest === site.manifest;

const headersDigest = (site: Site) => site.digests.get(HEADERS_FILE) ?? '';

/** Tells of each step: its name, how many files it has, how many are done, and that it has ended. */
export type Watch = (name: string, all: number) => { at(done: number): void; end(): void };

// What is to be removed now is to be removed by the next publication, too, if this one is stopped.
const LONG_AGO = new Date(0);

/**
 * Carries a plan out. Stopped anywhere, the next publication goes on from there, also with another site.
 *
 * @throws StoreFault where the store fails, or another publication begins meanwhile
 */
export async function publish(
  site: BuiltSite,
  there: FoundDestination,
  plan: Plan,
  store: Store,
  watch: Watch,
): Promise<void> {
  const id = randomUUID();
  const headers = headersDigest(site);
  const due = plan.steps.flatMap(({ paths }) => paths);
  const digestOf = (path: string) => site.digests.get(path) ?? '';
  const begun: Note = {
    id,
    headers,
    // What an earlier one may have left stays noted until it is known to be as it is to be, or gone.
    sending: new Map([
      ...there.note.sending,
      ...due.map((path) => [path, digestOf(path)] as const),
    ]),
    old: new Map([...plan.removed.map((path) => [path, LONG_AGO] as const), ...plan.staying]),
  };
  await store.write(NOTE, Buffer.from(noteText(begun)), site.headers);
  for (const { name, paths } of plan.steps) {
    const { at, end } = watch(name, paths.length);
    const files = paths.map((path) => ({
      path,
      digest: digestOf(path),
      isPerhapsThere: plan.perhapsSent.has(path),
    }));
    await store.send(site.folder, files, site.headers, at);
    end();
  }
  await refuseOther(store, id);
  // Whoever reads the manifest finds all that it names.
  await store.write(SITE_MANIFEST, Buffer.from(site.manifest, 'latin1'), site.headers);
  // A page goes before what it shows.
  const [pages, others] = partition(plan.removed, (path) => path.endsWith('.html'));
  for (const [name, paths] of [
    ['removing old pages', pages],
    ['removing old files', others],
  ] as const) {
    if (paths.length === 0) continue;
    const { at, end } = watch(name, paths.length);
    await store.remove(paths, at);
    end();
  }
  const emptied = emptiedFolders(plan.removed, [...site.digests.keys(), ...plan.staying.keys()]);
  if (emptied.length > 0) await store.removeFolders?.(emptied);
  const rest: Note = { id, headers, sending: new Map(), old: plan.staying };
  if (rest.old.size > 0) await store.write(NOTE, Buffer.from(noteText(rest)), site.headers);
  else await store.remove([NOTE], () => {});
}

const partition = <Thing>(things: readonly Thing[], is: (thing: Thing) => boolean) =>
  [things.filter(is), things.filter((thing) => !is(thing))] as const;

async function refuseOther(store: Store, id: string): Promise<void> {
  const noted = (await store.read([NOTE])).get(NOTE)?.toString();
  if (noted !== undefined && readNote(noted)?.id === id) return;
  throw new StoreFault(
    'Another publication to the same place began meanwhile. Let it end, and publish once more: that one mends what two have mixed.',
  );
}
