/** A field as a source gives it: its name, and a text, number, truth value, list or map. */
export type Given = readonly [name: string, value: unknown];

const NAMES = ['name', 'title', 'label', 'value'] as const;

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of a value, none of them blank: of a map its name, of a list those of its members. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (isMap(value)) {
    const named = new Map(Object.entries(value));
    return textsIn(NAMES.map((name) => named.get(name)).find((text) => text !== undefined));
  }
  if (value === null || value === undefined) return [];
  const text = `${value}`.trim();
  return text === '' ? [] : [text];
}

/** Maps in which sites put fields of an article apart. */
const WRAPPERS = new Set(['params', 'extra', 'taxonomies']);

/** Fields in the order given, those within wrappers in the place of these. */
export const givenIn = (fields: readonly Given[]): Given[] =>
  fields.flatMap(([name, value]): Given[] =>
    WRAPPERS.has(name.toLowerCase()) && isMap(value)
      ? givenIn(Object.entries(value))
      : [[name, value]],
  );

const SEPARATORS = ['|', ';', ','] as const;

function jsonList(text: string): unknown[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

/** The members of a value that is a list, or a text that is written as one: `a, b`, `a|b`, `["a", "b"]`. */
export function membersOf(value: unknown): string[] {
  if (typeof value !== 'string') return textsIn(value);
  const list = jsonList(value.trim());
  if (list) return textsIn(list);
  const separator = SEPARATORS.find((sign) => value.includes(sign));
  return textsIn(separator === undefined ? value : value.split(separator));
}
