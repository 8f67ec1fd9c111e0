import type { FiledMedium } from '../../domain/media/filed-medium.ts';
import { mediaId } from '../../domain/media/media-id.ts';
import type { FileFacts } from '../../domain/media/media-type.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { altTextOf } from '../checks/media/placed-picture.ts';
import type { Prose } from '../markdown/prose.ts';
import type { ReadMedium } from '../media/article-media.ts';

/** A medium with all that is known of its file, the words of its pages too. */
export type MediumFile = Omit<FiledMedium, 'facts'> & { facts?: FileFacts };

/** Media with what their files and their places in the body say of them. */
export const filedMedia = (
  media: readonly Medium[],
  files: readonly ReadMedium[],
  { placed, paragraphs, unwithheldIds }: Prose,
): MediumFile[] =>
  media.map((medium, index) => {
    const facts = files[index]?.facts;
    const sha256 = facts?.sha256 ?? medium.sha256;
    const ids = [...paragraphs.map((one) => one.id), ...unwithheldIds];
    const order = placed.findIndex((one) => one.medium === index);
    const altText = altTextOf(medium, index, placed);
    return {
      ...medium,
      ...(altText !== undefined && { altText }),
      ...(sha256 !== undefined && { id: mediaId(sha256), sha256 }),
      ...(facts && { facts }),
      isPlaced: order >= 0 || ids.includes(medium.position ?? ''),
      ...(order >= 0 && { order }),
    };
  });

/** A medium that names paragraphs by their ids as they are shown: those of withheld words stand nowhere in the site. */
export function byShownIds(medium: MediumFile, { paragraphs, unwithheldIds }: Prose): MediumFile {
  const shownId = (id: string) => {
    const at = paragraphs.some((one) => one.id === id) ? -1 : unwithheldIds.indexOf(id);
    return paragraphs[at]?.id ?? id;
  };
  const { position, regions } = medium;
  return {
    ...medium,
    ...(position !== undefined && { position: shownId(position) }),
    regions: regions.map((region) => ({ ...region, paragraph: shownId(region.paragraph) })),
  };
}
