import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot } from '../../content/files/archive-path.ts';
import { mediumFile } from '../../content/media/media-path.ts';
import type { Article } from '../../domain/article/article.ts';
import { type FiledMedium, isPublished } from '../../domain/media/filed-medium.ts';
import { mediaId } from '../../domain/media/media-id.ts';

/** Why a medium is published nowhere. */
type Withholding = 'withheld' | 'withdrawn' | 'draft' | 'words';

/** A medium that may stand nowhere in a site. */
export interface WithheldMedium {
  /** Id of its article. */
  of: string;
  why: Withholding;
  medium: FiledMedium;
  /** Its file, where it lies in the archive still. */
  path?: string;
  /** The SHA-256 of its file, as far as it is known. */
  sha256?: string;
  /** Its id, which is made from that. */
  id?: string;
  /** Ids of published media that look like it and may be shown. */
  allowed: readonly string[];
}

/** An article with the media that it states. */
export interface MediaArticle {
  id: string;
  entry: Pick<Article, 'withheld' | 'withdrawn' | 'draft'> & { media: readonly FiledMedium[] };
}

const isFile = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

const reasonOf = ({ entry }: MediaArticle, medium: FiledMedium): Withholding =>
  medium.withheld ? 'withheld' : entry.withdrawn ? 'withdrawn' : entry.draft ? 'draft' : 'words';

function withheldMedium(article: MediaArticle, medium: FiledMedium, root: string): WithheldMedium {
  const { id: of, entry } = article;
  const place =
    medium.file === undefined
      ? undefined
      : mediumFile({ id: of, path: join(root, 'articles', `${of}.mdx`) }, medium.file);
  const path = place !== undefined && isFile(place) ? place : undefined;
  const sha256 =
    path === undefined
      ? (medium.sha256 ?? medium.facts?.sha256)
      : hash('sha256', readFileSync(path));
  // A copy of a scan in which somebody has blacked out the words stands for it in the same article.
  const redacted = entry.media.filter((one) => one.redacted && isPublished(one, entry));
  return {
    of,
    why: reasonOf(article, medium),
    medium,
    ...(path === undefined ? {} : { path }),
    ...(medium.id === undefined ? {} : { id: medium.id }),
    ...(sha256 === undefined ? {} : { sha256, id: mediaId(sha256) }),
    allowed: [...(medium.withheld?.otherThan ?? []), ...redacted.flatMap(({ id }) => id ?? [])],
  };
}

/**
 * The media that are published nowhere: those that are withheld, of withdrawn articles and of drafts, and those that may
 * hold words that their article withholds. Not those whose very file another medium publishes.
 */
export function withheldMedia(
  articles: readonly MediaArticle[],
  root: string = contentRoot(),
): WithheldMedium[] {
  const shown = new Set(
    articles.flatMap(({ entry }) =>
      entry.media.filter((one) => isPublished(one, entry)).map(({ facts }) => facts?.sha256),
    ),
  );
  return articles
    .flatMap((article) =>
      article.entry.media
        .filter((medium) => !medium.missing && !isPublished(medium, article.entry))
        .map((medium) => withheldMedium(article, medium, root)),
    )
    .filter(({ sha256 }) => sha256 === undefined || !shown.has(sha256));
}
