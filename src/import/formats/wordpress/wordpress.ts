import { partsOfDump } from '../dump/dump.ts';
import type { Part } from '../format.ts';
import type { Source } from '../source.ts';
import { channelGatherer } from './channel.ts';
import { readPost } from './post.ts';

/** WordPress’s export (WXR): RSS in which everything that a site ever held is an item. */
export function partsOfWordPress(source: Source): AsyncGenerator<Part> {
  return partsOfDump(source, 'a WordPress export', () => {
    const { channel, take } = channelGatherer();
    return { take, read: (item, sha256) => readPost(item, channel, sha256) };
  });
}
