import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Build, type Builder, measureBuild } from './building/builder.ts';
import { findEleventyImg } from './media/eleventy-img.ts';
import { pictureMaker } from './media/picture.ts';
import { secondsOfEnded } from './processor.ts';

const OWN = new URL('./media/own.ts', import.meta.url);

/** What one making of all files took. */
export interface Making extends Pick<Build, 'seconds' | 'peakBytes' | 'files' | 'bytes'> {
  what: string;
  name: string;
  /** Time of processors; left out where the system does not tell it. */
  processorSeconds?: number;
  /** How many pictures were encoded, where the program tells it. */
  encoded?: number;
}

/** The results of a benchmark of media. */
export interface MediaReport {
  pictures: number;
  peer?: string;
  makings: Making[];
}

async function measure(what: string, builder: Builder): Promise<Making> {
  mkdirSync(builder.out, { recursive: true });
  const before = secondsOfEnded();
  const { seconds, peakBytes, files, bytes, stages } = await measureBuild(builder);
  const after = secondsOfEnded();
  const [stage] = stages;
  return {
    what,
    name: builder.name,
    seconds,
    ...(peakBytes !== undefined && { peakBytes }),
    ...(before !== undefined && after !== undefined && { processorSeconds: after - before }),
    files,
    bytes,
    ...(stage && { encoded: stage.count }),
  };
}

/**
 * Measures how the files of pictures are made, beside Eleventy’s maker of pictures with the same settings where it is
 * installed: from nothing, then, of ours alone, with nothing changed and with one picture changed.
 *
 * @param count how many pictures to invent
 * @param folder where everything is written
 * @param say is called with a line about each step
 * @throws Refusal where a program fails
 */
export async function benchMedia(
  count: number,
  folder: string,
  say: (line: string) => void,
): Promise<MediaReport> {
  const pictures = join(folder, 'pictures');
  const [cache, out] = [join(folder, 'picture-cache'), join(folder, 'picture-site')];
  const peerOut = join(folder, 'picture-peer');
  for (const old of [pictures, cache, out, `${out}.json`, peerOut])
    rmSync(old, { recursive: true, force: true });
  for (const one of [pictures, cache]) mkdirSync(one, { recursive: true });
  const picture = await pictureMaker();
  const put = async (number: number, of = number) =>
    writeFileSync(join(pictures, `${number}.jpg`), await picture(of));
  for (let number = 0; number < count; number++) await put(number);
  say(`${count} pictures are in ${pictures}.`);
  const own: Builder = {
    name: 'Cuttings',
    program: process.execPath,
    args: [fileURLToPath(OWN), pictures, cache, out],
    cwd: process.cwd(),
    env: process.env,
    out,
  };
  const peer = findEleventyImg(pictures, peerOut);
  if (!peer) say('@11ty/eleventy-img is not installed, and is left out.');
  const makings: Making[] = [];
  const add = async (what: string, builder: Builder) => {
    const making = await measure(what, builder);
    makings.push(making);
    say(`${what}: ${making.name}, ${making.seconds.toFixed(1)} s`);
  };
  await add('cold', own);
  if (peer) await add('cold', peer);
  await add('unchanged', own);
  await put(0, count);
  await add('one picture', own);
  return { pictures: count, ...(peer && { peer: `${peer.name} ${peer.version}` }), makings };
}
