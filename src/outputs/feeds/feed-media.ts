import { UNKNOWN } from '../../domain/media/credit.ts';
import type { PublishedMedium } from '../../domain/media/filed-medium.ts';
import { endingOf } from '../../domain/media/media-type.ts';
import { renditionsOf } from '../../domain/media/rendition.ts';
import { mediumFilePath, renditionPath } from '../../domain/url.ts';
import type { FeedPicture, FeedRecording } from './feed-item.ts';

type Address = (path: string) => string;

/** A picture as feeds tell it; undefined where it has no sizes. @param address makes an address of a path */
export function feedPicture(
  { id, facts, caption, altText, creditLine }: PublishedMedium,
  address: Address,
): FeedPicture | undefined {
  const sizes = renditionsOf(facts);
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (!smallest || !largest) return undefined;
  const url = ({ width }: { width: number }) => address(renditionPath(id, width, 'jpg'));
  return {
    url: url(largest),
    ...largest,
    thumbnail: { url: url(smallest), ...smallest },
    description: caption ?? altText,
    credit: creditLine === UNKNOWN ? undefined : creditLine,
  };
}

/** The sounds and films among media, as feeds tell them; undefined where there are none. */
export function feedRecordings(
  media: readonly PublishedMedium[],
  address: Address,
): FeedRecording[] | undefined {
  const heard = media.filter(({ kind }) => kind === 'audio' || kind === 'video');
  if (heard.length === 0) return undefined;
  return heard.map(({ id, facts, caption }) => ({
    url: address(mediumFilePath(id, endingOf(facts.type))),
    type: facts.type,
    length: facts.bytes,
    title: caption,
    seconds: facts.seconds,
  }));
}
