import { captureBesideEntry } from '../content/files/capture-file.ts';
import { isKeptBack, type Skipped } from './formats/skipped.ts';
import { completer, type Given, untaken } from './given.ts';
import type { Item } from './item.ts';
import { acceptAll, proven } from './matching/acceptance.ts';
import type { AuthorityFile } from './matching/authority-file.ts';
import { earlierVersion, keptBackIn, knownAs, otherHalf } from './matching/counterpart.ts';
import {
  bringsMedia,
  comparedMedia,
  filledEntry,
  newFiles,
  withMedia,
} from './matching/entry-media.ts';
import type { FiledEntries } from './matching/filed-entries.ts';
import { comparedIn, type FiledEntry, filedEntry } from './matching/filed-entry.ts';
import { isFilling } from './matching/media-change.ts';
import { changeOf, keptCapture, keptOriginal, lostFigures } from './matching/update.ts';
import { isOfOneSite, viewKey } from './matching/view.ts';
import type { FiledMedia } from './media/filed-media.ts';
import type { FetchMedium } from './media/source-medium.ts';
import type { Outcome } from './outcome.ts';
import { ImportFault, type WrittenDocument } from './source-document.ts';
import { keepCapture } from './writing/capture.ts';
import type { Disk } from './writing/disk.ts';
import { type Entry, entryOf } from './writing/entry.ts';
import { entryText } from './writing/entry-file.ts';
import { planMedia } from './writing/media-plan.ts';
import type { MediumFields } from './writing/medium-fields.ts';
import { faultIn } from './writing/proof.ts';
import { toldOfMedia } from './writing/told-media.ts';
import { withFiles } from './writing/written-files.ts';

/** What an archivist decides while an import runs. */
export interface Archivist {
  /** Whether every suggestion is accepted without a question; otherwise suggestions are left for review. */
  takesAll: boolean;
  /** True where an entry is compared with its source even if the bytes of the source are those that were imported. */
  comparesAll?: boolean;
  /** Whether an entry takes over what its source says now. */
  takesChange: (path: string, diff: string) => Promise<boolean>;
}

/** An archive that is being imported into. */
export interface Archive {
  authorityFile: AuthorityFile;
  filedEntries: FiledEntries;
  /** In a dry run, a disk that keeps what is written away from the archive. */
  disk: Disk;
  /** Gets files of media from the web, where the archivist asks for it. */
  fetch?: FetchMedium | undefined;
  /** What entries say of files. */
  filedMedia?: FiledMedia | undefined;
}

/** What an item that is passed over is known by: its words are nobody’s to read. */
function identifierOf(of: Skipped['of']): { identifier?: string } {
  const identifier = of?.urls.find((url) => url !== undefined) ?? of?.id;
  return identifier === undefined ? {} : { identifier };
}

/** Imports items, one after another, and says of each what became of it. A bad one does not stop the rest. */
export function importer(archive: Archive, given: Given, archivist: Archivist) {
  const added = new Set<string>();
  /** The entries that items of this import are. */
  const met = new Set<string>();
  const views = new Map<string, { id: string; url: string | undefined }>();
  const completed = completer(given);

  /** Two texts with one address and nothing else in common: the address of one of them is wrong. */
  const isAnother = (found: Entry, there: FiledEntry): boolean =>
    added.has(there.id) &&
    there.isRecord === (found.data.text === 'none') &&
    !archive.filedEntries.shares(comparedIn(found), there.id);

  async function changed(origin: string, found: Entry, there: FiledEntry): Promise<Outcome> {
    const { id, path } = there;
    const before = archive.disk.read(path);
    const compared = await comparedMedia(found, there, before, archive);
    const { plan, media, filed, offered } = compared;
    const suggested = { ...found.suggested, media: offered };
    const entry = { ...withMedia(found, media), suggested };
    const change = changeOf(path, before, entry);
    if (!change) return { origin, outcome: 'unchanged', id, untaken: [] };
    if (keptCapture(path, before) && !entry.capture)
      throw new ImportFault(
        `It is in as ${id} and has changed, and the page that is kept beside that is of the old text. Add --keep-captures, or take “capture” out of the entry first.`,
      );
    const original = keptOriginal(path, before);
    if (original && original.sha256 !== found.data.source?.sha256)
      throw new ImportFault(
        `It is in as ${id} and has changed, and ${original.file} beside that is the file of the old text. Take that out of the entry and out of its folder first; --keep-captures then brings the new one in.`,
      );
    const lost = lostFigures(path, before, entry);
    if (lost.length > 0)
      return {
        origin,
        outcome: 'failed',
        reason: `It is in as ${id} and has changed, and the new text has no longer the words of ${lost.join(', ')}. Correct the entry by hand.`,
      };
    const hasText = there.isRecord && entry.data.text !== 'none';
    // A record that came in a moment ago is nobody’s decision yet.
    const isFilled =
      archive.fetch !== undefined &&
      isFilling(filed, media, archive.filedMedia) &&
      !changeOf(path, before, withMedia(entry, filed));
    const taken =
      // What --fetch fills is what the archivist asks for with it.
      isFilled ||
      (hasText && added.has(id) && !archivist.comparesAll) ||
      (await archivist.takesChange(path, change.diff));
    if (taken && !id.startsWith(`${entry.date.replaceAll('-', '/')}/`))
      return {
        origin,
        outcome: 'failed',
        reason: `It is in as ${id}, and its source dates it ${entry.date} now. An entry’s path is its permalink: move it by hand, with its old path under “formerly”.`,
      };
    if (taken) {
      await withFiles(newFiles(plan, media, filed), archive.disk, async () => {
        const fault = await faultIn(
          { path, id },
          change.text,
          archive.authorityFile.records,
          archive.disk,
        );
        if (fault !== undefined)
          throw new ImportFault(
            `It is in as ${id}, and a build would refuse what changed: ${fault}`,
          );
        if (entry.capture) archive.disk.replace(captureBesideEntry(path), entry.capture);
        archive.disk.replace(path, change.text);
      });
      archive.filedEntries.add(filedEntry(id, path, entry), comparedIn(entry));
      archive.filedMedia?.add(id, entry.data.media ?? []);
    }
    const isThere = ({ sha256 }: MediumFields) => filed.some((one) => one.sha256 === sha256);
    const told = toldOfMedia({
      media: plan.media.filter(({ fields }) => !fields.sha256 || !isThere(fields)),
    });
    return { origin, outcome: 'changed', id, path, diff: change.diff, taken, hasText, ...told };
  }

  async function filed(item: Item, document: WrittenDocument): Promise<Outcome> {
    const { origin } = item;
    const { filedEntries } = archive;
    const same = knownAs(document, item.isSole, filedEntries);
    const isSame = same?.sha256 === document.sha256 && (item.isSole || same.url === undefined);
    if (same && isSame && !archivist.comparesAll && !bringsMedia(document, same, archive))
      return { origin, outcome: 'unchanged', id: same.id, untaken: untaken(given, document, same) };
    const full = completed(document);
    const there = same ?? otherHalf(full, filedEntries);
    const found = entryOf(full, archive.authorityFile, given.today);
    if (there && !isAnother(found, there)) return changed(origin, found, there);
    if (there)
      throw new ImportFault(
        `It says that its address is that of ${there.id}, and is another text. Correct the address (in a page, its canonical link).`,
      );
    const like = filedEntries.alike(comparedIn(found), found.slug);
    const before = earlierVersion(full, like, filedEntries, (id) => met.has(id));
    if (before) return changed(origin, found, before);
    const { id, path } = filedEntries.place(found.date, found.slug);
    // The files of its media come in last, so that here they count as missing.
    const sound = await proven(
      archivist.takesAll ? acceptAll(found, archive.authorityFile) : found,
      found,
      (one) => faultIn({ path, id }, entryText(one), archive.authorityFile.records, archive.disk),
    );
    const plan = await planMedia(sound.media, { id, path }, archive);
    const entry = filledEntry(sound, plan, archivist.takesAll);
    const text = entryText(entry);
    // What an entry names is written first: an entry that names what is not there would break the build.
    const records = await withFiles(plan.files, archive.disk, async () => {
      const letGo =
        entry.capture && keepCapture(captureBesideEntry(path), entry.capture, archive.disk);
      try {
        const made = archive.authorityFile.file(entry.records, archive.disk);
        if (!archive.disk.create(path, text))
          throw new ImportFault(`${path} is there already; it appeared while the import ran.`);
        return made;
      } catch (error) {
        letGo?.();
        throw error;
      }
    });
    filedEntries.add(filedEntry(id, path, entry), comparedIn(entry));
    archive.filedMedia?.add(id, entry.data.media ?? []);
    added.add(id);
    const told = toldOfMedia(plan);
    return { origin, outcome: 'imported', id, path, entry, text, records, like: like?.id, ...told };
  }

  /** Files an article, unless it is another view of one that was among the items before. */
  async function imported(item: Item, document: WrittenDocument): Promise<Outcome> {
    const key = viewKey(document);
    const same = views.get(key);
    if (
      same &&
      !knownAs(document, item.isSole, archive.filedEntries) &&
      isOfOneSite(same.url, document.url)
    )
      return {
        origin: item.origin,
        outcome: 'skipped',
        as: 'capture',
        reason: `its text is that of ${same.id}, from the same site: it is another view of one article`,
      };
    const outcome = await filed(item, document);
    if ('id' in outcome) met.add(outcome.id);
    if ('id' in outcome && !same) views.set(key, { id: outcome.id, url: document.url });
    return outcome;
  }

  /** Nothing is changed for what a source keeps back now: the archive has published it, and the archivist decides. */
  function passedOver(origin: string, { skipped: reason, as, of }: Skipped): Outcome {
    const ids =
      of && isKeptBack(as) ? keptBackIn(of, archive.filedEntries).map(({ id }) => id) : [];
    const open = ids.filter((id) => !met.has(id));
    return open.length > 0
      ? { origin, outcome: 'recalled', ids: open, reason }
      : { origin, outcome: 'skipped', reason, as, ...identifierOf(of) };
  }

  return async (item: Item): Promise<Outcome> => {
    const { origin, reading } = item;
    try {
      if ('fault' in reading) return { origin, outcome: 'failed', reason: reading.fault };
      if ('skipped' in reading) return passedOver(origin, reading);
      return await imported(item, reading.document);
    } catch (error) {
      // A full disk ends the import, since every further item would fail too.
      if (!(error instanceof ImportFault) || 'code' in error) throw error;
      return { origin, outcome: 'failed', reason: error.message };
    }
  };
}
