import { Worker, type WorkerOptions } from 'node:worker_threads';
import { threadAnswer, UnansweredThread } from '../../bounded-thread.ts';
import type { PageSize } from '../../domain/media/media-type.ts';
import type { Drawn, ToDraw } from './drawing-thread.ts';

/** What drawing may take: a chart takes a tenth of a second. */
const BOUNDS = { seconds: 30, heap: 512, beside: 1024 };

const WHY = {
  time: `it takes more than ${BOUNDS.seconds} seconds`,
  memory: `it takes more than ${BOUNDS.beside} MB of memory`,
  failed: 'the program that draws it ended',
};

/**
 * An SVG as PNG, the same to the byte on every machine.
 *
 * @param within the width and height that it fills as far as its form allows, in pixels
 * @throws where it cannot be drawn, or takes too long
 */
export async function drawSvg(svg: string, within: PageSize): Promise<Uint8Array> {
  const asked: ToDraw = { svg, within };
  const start = (options: WorkerOptions) =>
    new Worker(new URL('./drawing-thread.ts', import.meta.url), { ...options, workerData: asked });
  try {
    const drawn = await threadAnswer<Drawn>(start, BOUNDS);
    if ('error' in drawn) throw new Error(drawn.error);
    return drawn.png;
  } catch (error) {
    throw error instanceof UnansweredThread ? new Error(WHY[error.end], { cause: error }) : error;
  }
}
