import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encodingCode, wordsCode } from '../build/outputs-making.ts';
import { Stage } from '../build/stage.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { type PartReading, readPart } from '../content/reading/parts/part-reading.ts';
import { SpoiltPart } from '../content/reading/parts/part-taking.ts';
import { termsOf } from '../content/reading/start.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import { saysSpoilt } from '../content/store/database.ts';
import { writePart } from '../content/store/part-store.ts';
import { digestOf } from '../fixity/copy.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { finishing } from '../lock/unfinished.ts';
import { mediumSources } from '../outputs/media/sources.ts';
import { foundArticles } from '../outputs/search-index/found-articles.ts';
import { indexedBatches } from '../outputs/search-index/words/indexing.ts';
import { siteBase } from '../site-address.ts';
import { takeFiles } from './part-files.ts';
import { describePart, ENCODINGS, type PartManifest, storeOf, wholePart } from './part-manifest.ts';
import type { PartName } from './part-name.ts';
import { refuseForeign } from './part-place.ts';
import { articlesOf } from './share.ts';

/**
 * Reads the articles of a part.
 *
 * @param store which is empty
 * @param earlier the stores of an earlier making: what has not changed is taken from there
 */
async function read(
  name: PartName,
  store: ArchiveStore,
  earlier: readonly string[],
): Promise<PartReading> {
  const stage = new Stage('reading', 'article', 'articles');
  const reading = (parts: readonly string[]) =>
    readPart(
      contentRoot(),
      siteBase(),
      store,
      ({ files, beside }) => articlesOf(name, files, beside),
      { progress: (done, all) => stage.at(done, all), parts },
    );
  const read = await reading(earlier).catch((error) => {
    if (!saysSpoilt(error) && !(error instanceof SpoiltPart)) throw error;
    store.beginAnew();
    return reading([]);
  });
  stage.end(read.changed);
  return read;
}

/** Indexes the words of the articles of a part, as far as that was not done before. */
async function index(
  { articles }: PartReading,
  store: ArchiveStore,
  folder: string,
): Promise<void> {
  const stage = new Stage('search', 'article indexed', 'articles indexed');
  let indexed = 0;
  const textOf = (id: string) => store.articleData(id);
  const folders = { cache: folder, code: wordsCode() };
  await indexedBatches(foundArticles(articles), textOf, folders, (more) => {
    indexed += more;
  });
  stage.end(indexed);
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
 * Makes a part in its folder, whole or not at all: reads its articles, indexes their words and encodes their pictures. What an earlier making
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
    mkdirSync(unfinished, { recursive: true });
    if (earlier) takeFiles([{ ...earlier, folder }], unfinished);
    const work = join(unfinished, 'store');
    mkdirSync(work);
    const store = new ArchiveStore(work);
    let reading: PartReading;
    try {
      reading = await read(name, store, earlier ? [join(folder, storeOf(earlier))] : []);
      await index(reading, store, unfinished);
    } finally {
      store.close();
    }
    exportArticles(unfinished, store.file);
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
