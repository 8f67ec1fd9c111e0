import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { mediaDisclosuresIn } from '../../src/build/media-audit/media-disclosures.ts';
import { mediaProblems } from '../../src/build/media-audit/refusal.ts';
import { type MediaArticle, withheldMedia } from '../../src/build/media-audit/withheld-medium.ts';
import { type FiledMedium, filedMediumSchema } from '../../src/domain/media/filed-medium.ts';
import { mediaId } from '../../src/domain/media/media-id.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { scratchFolder } from './scratch.ts';

/** The article whose media are withheld. */
export const OF = '2031/04/02/storm';

export type SiteFiles = Readonly<Record<string, string | Uint8Array>>;

/** A medium as it is kept. */
export const filed = (fields: object): FiledMedium =>
  filedMediumSchema.parse({
    kind: 'photograph',
    creditLine: 'unknown',
    altText: 'A boat',
    ...fields,
  });

/** A medium that is withheld. */
export const hidden = (file: string, otherThan: readonly string[] = []): FiledMedium =>
  filed({ file, withheld: { date: '2031-05-01', reason: 'Asked for.', otherThan } });

export const idOf = (bytes: Uint8Array): string => mediaId(hash('sha256', bytes));

/** A medium that is published. */
export const shown = (file: string, bytes: Uint8Array, fields: object = {}): FiledMedium => {
  const facts = {
    sha256: hash('sha256', bytes),
    bytes: bytes.length,
    type: 'image/jpeg',
    width: 640,
    height: 480,
  };
  return filed({ file, id: idOf(bytes), facts, ...fields });
};

/** An article with media. */
export const articleWith = (
  media: readonly FiledMedium[],
  fields: object = {},
  id = OF,
): MediaArticle => ({
  id,
  entry: { withheld: [], withdrawn: undefined, draft: false, media, ...fields },
});

/** Writes files, each under its path in a folder. */
function put(folder: string, files: SiteFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * What a site shows of the withheld media of articles.
 * @param content files of the archive: those of the media
 * @param site files of the site
 */
export async function mediaDisclosuresOf(
  t: TestContext,
  articles: readonly MediaArticle[],
  content: SiteFiles,
  site: SiteFiles,
) {
  const [root, dist, cache] = [scratchFolder(t), scratchFolder(t), scratchFolder(t)];
  put(root, content);
  put(dist, site);
  const files = filesIn(dist).map((path) => {
    const file = join(dist, path);
    return { path, file, digest: hash('sha256', readFileSync(file)) };
  });
  const withheld = withheldMedia(articles, root);
  const disclosures = await mediaDisclosuresIn(files, withheld, articles, cache);
  return {
    disclosures,
    problems: mediaProblems(disclosures, articles, dist),
    cache,
    files,
    withheld,
  };
}
