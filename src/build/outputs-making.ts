import { Worker } from 'node:worker_threads';
import { codeOf } from '../dependencies/imports.ts';
import type { Made } from './outputs.ts';
import {
  type OutputsCode,
  type OutputsInput,
  type OutputsMessage,
  writeOutputs,
} from './outputs-writing.ts';
import { endedEarly } from './site-fault.ts';
import { Stage } from './stage.ts';

/** A digest of the code that encodes pictures, for what is kept of them. */
export const encodingCode = (): string =>
  codeOf(new URL('../outputs/media/encoding/encode.ts', import.meta.url));

/** A digest of the code that indexes words, for what is kept of them. */
export const wordsCode = (): string =>
  codeOf(
    new URL('../outputs/search-index/words/batch.ts', import.meta.url),
    new URL('../outputs/search-index/words/batch-file.ts', import.meta.url),
  );

/** The digests of the code as it is now. */
const outputsCode = (): OutputsCode => ({
  feeds: codeOf(new URL('../outputs/feeds/feed.ts', import.meta.url)),
  maps: codeOf(new URL('../outputs/map/outline.ts', import.meta.url)),
  shareImage: codeOf(new URL('../outputs/share/image.ts', import.meta.url)),
  words: codeOf(
    new URL('../outputs/media-words/word-files.ts', import.meta.url),
    new URL('../content/media/words/ocr.ts', import.meta.url),
    new URL('../content/media/words/captions.ts', import.meta.url),
  ),
  search: {
    words: wordsCode(),
    names: codeOf(new URL('../outputs/search-index/search-files.ts', import.meta.url)),
  },
  media: {
    files: codeOf(new URL('../outputs/media/making.ts', import.meta.url)),
    encoding: encodingCode(),
  },
});

/** An archive with fewer articles is made in one thread: loading the code in another takes longer than it saves. */
const LARGE = 200;

/** Says what is made as stages of the build. Only the main thread writes to the terminal. @returns what was made, at the end */
function stages(): (message: OutputsMessage) => Made | undefined {
  let stage = new Stage('data', 'article', 'articles');
  return (message) => {
    if ('done' in message) stage.at(message.done, message.all);
    else if ('written' in message) {
      stage.end(message.written);
      stage = new Stage('search', 'article indexed', 'articles indexed');
    } else if ('indexed' in message) {
      stage.end(message.indexed);
      stage = new Stage('pictures', 'picture encoded', 'pictures encoded');
    } else {
      if (message.encoded !== undefined) stage.end(message.encoded);
      return message.made;
    }
    return undefined;
  };
}

/**
 * Makes data, search and pictures, in a thread of their own where the archive is large.
 *
 * @param articles how many it has
 * @returns what it has made, and `stop`, which ends the thread
 */
export function makeOutputs(
  site: Omit<OutputsInput, 'code'>,
  articles: number,
): { made: Promise<Made>; stop: () => Promise<unknown> } {
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  const tell = stages();
  const say = (message: OutputsMessage) => {
    const made = tell(message);
    if (made) resolve(made);
  };
  const input: OutputsInput = { ...site, code: outputsCode() };
  if (articles < LARGE) {
    writeOutputs(input, say).catch(reject);
    return { made: promise, stop: () => Promise.allSettled([promise]) };
  }
  const thread = new Worker(new URL('./outputs-thread.ts', import.meta.url), { workerData: input });
  thread.on('message', say);
  thread.once('error', reject);
  thread.once('exit', () => reject(endedEarly('data and search')));
  return { made: promise, stop: () => thread.terminate() };
}
