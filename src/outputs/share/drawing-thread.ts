import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { PageSize } from '../../domain/media/media-type.ts';

/** Draws an SVG in a thread of its own, which can be ended. */

/** An SVG, and the width and height that it fills as far as its form allows, in pixels. */
export interface ToDraw {
  svg: string;
  within: PageSize;
}

/** The drawing as PNG, or why it cannot be drawn. */
export type Drawn = { png: Uint8Array } | { error: string };

const require = createRequire(import.meta.url);

async function draw({ svg, within }: ToDraw): Promise<Uint8Array> {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  // The project's own fonts: those of the machine would give a different picture on each.
  const fontBuffers = [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ].map((font) => readFileSync(font));
  const font = { fontBuffers };
  const drawing = new Resvg(svg, { font });
  const isWide = drawing.width * within.height >= drawing.height * within.width;
  drawing.free();
  const fitTo = isWide
    ? ({ mode: 'width', value: within.width } as const)
    : ({ mode: 'height', value: within.height } as const);
  return new Resvg(svg, { font, fitTo }).render().asPng();
}

async function answer(asked: ToDraw): Promise<Drawn> {
  try {
    return { png: await draw(asked) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await answer(workerData as ToDraw));
