import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);

let renderer: Promise<void> | undefined;

/**
 * An SVG as PNG, the same to the byte on every machine.
 *
 * @param within the width and height that it fills as far as its form allows, in pixels
 * @throws where it cannot be drawn
 */
export async function drawSvg(
  svg: string,
  within: { width: number; height: number },
): Promise<Uint8Array> {
  renderer ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await renderer;
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
