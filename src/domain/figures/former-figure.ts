import { type Figure, figureFields, figureSchema } from './figure.ts';

const KEYS = Object.keys(figureSchema.shape);
const FIELD = new RegExp(`(?:^|;\\s*)(${KEYS.join('|')}):\\s*`, 'g');
const REQUIRED = Object.entries(figureFields.shape)
  .filter(([key, field]) => key !== 'id' && !field.safeParse(undefined).success)
  .map(([key]) => key);
/** Written as the value of a field that was not there before. */
const NONE = 'none';

function fieldValue(text: string): unknown {
  const value = text.trim();
  if (value === NONE) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  if (!value.startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/**
 * A figure as it was before a correction. Fields that the correction does not name keep their present values, unless it
 * names every required field: then it describes the whole figure.
 *
 * @param figure as it is now; only its id where the figure is gone
 * @param text of the correction: the old fields, such as “best: 9; asStated: nine sailors; cause: none”
 * @returns undefined where the text is no such list, or the result is not a valid figure
 */
export function formerFigure(
  figure: Pick<Figure, 'id'> & Partial<Figure>,
  text: string,
): Figure | undefined {
  const found = [...text.matchAll(FIELD)];
  if (found[0]?.index !== 0) return undefined;
  // biome-ignore lint/plugin: FIELD finds the keys of the schema alone.
  const fields = Object.fromEntries(
    found.map(({ 0: lead, 1: key = '', index }, at): [string, unknown] => [
      key,
      fieldValue(text.slice(index + lead.length, found[at + 1]?.index)),
    ]),
  );
  const isWhole = REQUIRED.every((key) => fields[key] !== undefined);
  const former = isWhole ? { ...fields, id: figure.id } : { ...figure, ...fields };
  return figureSchema.safeParse(former).data;
}
