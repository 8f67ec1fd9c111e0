import { mediaId } from '../../domain/media/media-id.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { OF_FILE } from '../../domain/media/of-file.ts';
import { own } from '../../domain/own.ts';
import type { Path } from '../../domain/schema-fault.ts';
import type { KnownMedium } from '../checks/checked-article.ts';
import type { YamlText } from '../files/yaml.ts';
import type { ReadMedium } from '../media/article-media.ts';

/** The media of an article with faults, as far as those of other articles are checked against them. */
export const knownMedia = (
  media: readonly Medium[],
  files: readonly ReadMedium[],
  yaml: YamlText,
  isSound: (...path: Path) => boolean,
): KnownMedium[] =>
  media.map((medium, index) => {
    const sha256 = files[index]?.facts?.sha256 ?? medium.sha256;
    const named = ['media', index, 'file'].reduce<unknown>(own, yaml.value);
    const isThere =
      isSound('media', index, 'file') &&
      !files[index]?.faults.some(({ fault }) => fault.code === 'media/missing');
    return {
      ...medium,
      ...(sha256 !== undefined && { id: mediaId(sha256), sha256 }),
      isPlaced: false,
      unsure: [...OF_FILE, 'withheld' as const].filter((field) => !isSound('media', index, field)),
      ...(!isThere && { sought: typeof named === 'string' ? named : '' }),
    };
  });
