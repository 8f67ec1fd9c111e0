import { Worker } from 'node:worker_threads';
import { codeOf } from '../dependencies/imports.ts';
import type { Made } from './outputs.ts';
import type { OutputsCode, OutputsInput, OutputsMessage } from './outputs-thread.ts';
import { endedEarly } from './site-fault.ts';
import { Stage } from './stage.ts';

/** A digest of the code that encodes pictures, for what is kept of them. */
export const encodingCode = (): string =>
  codeOf(new URL('../outputs/media/encoding/encode.ts', import.meta.url));

/** The digests of the code as it is now. */
const outputsCode = (): OutputsCode => ({
  maps: codeOf(new URL('../outputs/map/outline.ts', import.meta.url)),
  shareImage: codeOf(new URL('../outputs/share/image.ts', import.meta.url)),
  words: codeOf(
    new URL('../outputs/media-words/word-files.ts', import.meta.url),
    new URL('../content/media/words/ocr.ts', import.meta.url),
    new URL('../content/media/words/captions.ts', import.meta.url),
  ),
  search: {
    words: codeOf(new URL('../outputs/search-index/shards.ts', import.meta.url)),
    names: codeOf(new URL('../outputs/search-index/search-files.ts', import.meta.url)),
  },
  media: {
    files: codeOf(new URL('../outputs/media/making.ts', import.meta.url)),
    encoding: encodingCode(),
  },
});

/** Makes data and search in a thread of its own. @returns what it has made, and `stop`, which ends the thread */
export function makeOutputs(site: Omit<OutputsInput, 'code'>): {
  made: Promise<Made>;
  stop: () => Promise<unknown>;
} {
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  const workerData: OutputsInput = { ...site, code: outputsCode() };
  const thread = new Worker(new URL('./outputs-thread.ts', import.meta.url), { workerData });
  let stage = new Stage('data', 'article', 'articles');
  thread.on('message', (message: OutputsMessage) => {
    // Only this thread writes to the terminal, so it says what the other one reports.
    if ('done' in message) stage.at(message.done, message.all);
    else if ('written' in message) {
      stage.end(message.written);
      stage = new Stage('search', 'article indexed', 'articles indexed');
    } else if ('indexed' in message) {
      stage.end(message.indexed);
      stage = new Stage('pictures', 'picture encoded', 'pictures encoded');
    } else {
      if (message.encoded !== undefined) stage.end(message.encoded);
      resolve(message.made);
    }
  });
  thread.once('error', reject);
  thread.once('exit', () => reject(endedEarly('data and search')));
  return { made: promise, stop: () => thread.terminate() };
}
