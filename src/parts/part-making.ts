import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encodingCode } from '../build/outputs-making.ts';
import { Stage } from '../build/stage.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { type PartReading, readPart } from '../content/reading/part-reading.ts';
import { SpoiltPart } from '../content/reading/part-taking.ts';
import { termsOf } from '../content/reading/start.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import { saysSpoilt } from '../content/store/database.ts';
import { writePart } from '../content/store/part-store.ts';
import { digestOf } from '../fixity/copy.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { finishing } from '../lock/unfinished.ts';
import { mediumSources } from '../outputs/media/sources.ts';
import { siteBase } from '../site-address.ts';
import { describePart, ENCODINGS, type PartManifest, storeOf, wholePart } from './part-manifest.ts';
import type { PartName } from './part-name.ts';
import { refuseForeign } from './part-place.ts';
import { articlesOf } from './share.ts';

/**
 * Reads the articles of a part.
 *
 * @param folder of the store, which is begun there
 * @param earlier the stores of an earlier making: what has not changed is taken from there
 */
async function read(
  name: PartName,
  folder: string,
  earlier: readonly string[],
): Promise<PartReading & { store: string }> {
  const stage = new Stage('reading', 'article', 'articles');
  const store = new ArchiveStore(folder);
  const reading = (parts: readonly string[]) =>
    readPart(
      contentRoot(),
      siteBase(),
      store,
      ({ files, beside }) => articlesOf(name, files, beside),
      { progress: (done, all) => stage.at(done, all), parts },
    );
  try {
    const read = await reading(earlier).catch((error) => {
      if (!saysSpoilt(error) && !(error instanceof SpoiltPart)) throw error;
      store.beginAnew();
      return reading([]);
    });
    stage.end(read.changed);
    return { ...read, store: store.file };
  } finally {
    store.close();
  }
}

/** Puts the articles of a store into a file of their own, named by its content, and removes the store. */
function exportArticles(folder: string, store: string): void {
  const file = join(folder, 'articles');
  writePart(file, store);
  renameSync(file, join(folder, `articles-${digestOf(file, 'sha256').slice(0, 12)}.sqlite`));
}

/** Encodes the pictures of the articles of a part, as far as that was not done before. */
async function encode({ articles }: PartReading, folder: string): Promise<void> {
  const sources = mediumSources(contentRoot(), articles);
  if (sources.length === 0) {
    rmSync(join(folder, ENCODINGS), { recursive: true, force: true });
    return;
  }
  const stage = new Stage('pictures', 'picture encoded', 'pictures encoded');
  const { makeMedia } = await import('../outputs/media/making.ts');
  const encoded = await makeMedia(sources, folder, encodingCode(), {
    isDue: () => true,
    write: () => undefined,
    at: (done, all) => stage.at(done, all),
  });
  stage.end(encoded);
}

/**
 * Makes a part in its folder, whole or not at all: reads its articles and encodes their pictures. What an earlier making
 * left there, and is as it would be made now, is kept.
 *
 * @param folder on which the caller holds the lock
 * @throws the errors that `command` prints, with what to do
 */
export async function makePart(name: PartName, folder: string): Promise<PartManifest> {
  refuseForeign(folder);
  const before = snapshotOf(contentRoot());
  const earlier = wholePart(folder);
  let made: PartManifest | undefined;
  await finishing(folder, async (unfinished) => {
    if (existsSync(join(folder, ENCODINGS)) && earlier)
      cpSync(join(folder, ENCODINGS), join(unfinished, ENCODINGS), { recursive: true });
    const work = join(unfinished, 'store');
    mkdirSync(work, { recursive: true });
    const reading = await read(name, work, earlier ? [join(folder, storeOf(earlier))] : []);
    exportArticles(unfinished, reading.store);
    rmSync(work, { recursive: true });
    await encode(reading, unfinished);
    refuseChanges(contentRoot(), before, 'No part was made.');
    made = describePart(unfinished, {
      terms: termsOf(siteBase()).code,
      articles: reading.articles.length,
    });
    // A folder takes the place of none that has files. Killed here, the part is gone, and is made again.
    rmSync(folder, { recursive: true, force: true });
  });
  if (!made) throw new Error('The part was not described.');
  return made;
}
