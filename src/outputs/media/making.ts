import { availableParallelism } from 'node:os';
import { addressOf } from '../../site-address.ts';
import { Budget } from './encoding/budget.ts';
import { Encodings } from './encodings.ts';
import { type MediumPart, type MediumSource, mediumParts } from './medium-parts.ts';

/** How a build tells what is to be made, and takes what was. */
export interface MediaTaker {
  /** Whether a file must be made. @param path in the site @param input of what it is made, besides code */
  isDue: (path: string, input: string) => boolean;
  write: (path: string, bytes: Uint8Array) => void;
  /** Is called when all files of a medium are there. */
  at: (done: number, all: number) => void;
}

/** A picture of three bytes a pixel, decoded as a whole: what formats need that cannot be read line by line. */
const BYTES_OF_PIXEL = 3;
/** The most memory for pictures at once, in bytes, however much the machine has. */
const MOST_MEMORY = 1.5 * 1024 ** 3;

const takesOf = ({ medium: { facts } }: MediumSource) =>
  (facts.width ?? 0) * (facts.height ?? 0) * (facts.frames ?? 1) * BYTES_OF_PIXEL + facts.bytes;

/** Makes those files of a part that are due. */
async function makePart(part: MediumPart, { isDue, write }: MediaTaker): Promise<void> {
  const due = part.paths.filter((path) => isDue(path, part.input(path)));
  part.keep();
  if (due.length === 0) return;
  const files = await part.make();
  for (const path of due) {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`${path} was not made.`);
    write(path, bytes);
  }
}

/**
 * Makes the files of all media that are due: as many media at once as processors and memory allow. What nothing names
 * any more of what was encoded is let go of.
 *
 * @param sources each medium once
 * @param cache the folder of the cache
 * @param code a digest of the code that encodes
 * @returns how many pictures and pages were encoded
 */
export async function makeMedia(
  sources: readonly MediumSource[],
  cache: string,
  code: string,
  taker: MediaTaker,
): Promise<number> {
  const processors = availableParallelism();
  const encodings = new Encodings(cache, code);
  const workshop = { encodings, processors: new Budget(processors), addressOf };
  const memory = Math.min(process.availableMemory() / 2, MOST_MEMORY);
  // Each picture has several encodings to do at once: as many pictures as processors keep all of these at work.
  const fair = memory / processors;
  const media = new Budget(memory);
  let done = 0;
  const work = async (source: MediumSource) => {
    for (const part of mediumParts(source, workshop)) await makePart(part, taker);
    done += 1;
    taker.at(done, sources.length);
  };
  await Promise.all(
    sources.map((source) => media.run(() => work(source), Math.max(fair, takesOf(source)))),
  );
  encodings.forgetOthers();
  return encodings.made;
}
