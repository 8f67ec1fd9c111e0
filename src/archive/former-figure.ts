import { type Figure, figureSchema } from './figure.ts';

const KEYS = Object.keys(figureSchema.shape);
const FIELD = new RegExp(`(?:^|;\\s*)(${KEYS.join('|')}):\\s*`, 'g');

function fieldValue(text: string): unknown {
  const value = text.trim();
  if (/^\d+$/.test(value)) return Number(value);
  if (!value.startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/**
 * A figure as it was before a correction of it.
 *
 * @param text of the correction: the fields that were others, as “best: 9; asStated: nine sailors”
 * @returns nothing where the text is no such list, or makes no sound figure
 */
export function formerFigure(figure: Figure, text: string): Figure | undefined {
  const found = [...text.matchAll(FIELD)];
  if (found[0]?.index !== 0) return undefined;
  const fields = found.map(({ 0: lead, 1: key, index }, at) => {
    const value = text.slice(index + lead.length, found[at + 1]?.index);
    return [key, fieldValue(value)];
  });
  // biome-ignore lint/plugin: FIELD finds the keys of the schema alone.
  const former = { ...figure, ...Object.fromEntries(fields) };
  return figureSchema.safeParse(former).data;
}
