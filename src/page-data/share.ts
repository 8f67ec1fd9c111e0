import type { PublishedMedium } from '../domain/media/filed-medium.ts';
import { SHARE_SIZE } from '../domain/media/rendition.ts';
import { mediumSharePath } from '../domain/url.ts';

/** The picture that other sites show beside a link to a page. */
export interface Share {
  /** Id of its medium. */
  id: string;
  path: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What is to be seen. */
  alt: string | undefined;
}

/** The picture of a medium for other sites; undefined where there is none, and they show that of the archive. */
export const shareOf = (
  medium: Pick<PublishedMedium, 'id' | 'altText'> | undefined,
): Share | undefined =>
  medium && { id: medium.id, path: mediumSharePath(medium.id), ...SHARE_SIZE, alt: medium.altText };
