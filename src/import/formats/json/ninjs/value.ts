/** A value of JSON whose names are those of a standard. */
// biome-ignore lint/plugin: its fields are asked for by the names that the standard has.
export type Item = Record<string, unknown>;

export const isRecord = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The item with its names in lower case: camel case is all that tells ninjs 3.x from 2.x. */
export function lowered(item: Item): Item {
  // biome-ignore lint/plugin: likewise.
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** The items of a list; of one that is none, the value itself. */
export const listOf = (value: unknown): Item[] =>
  (Array.isArray(value) ? value : [value]).filter(isRecord).map(lowered);

/** A version of a text: how it is written, and its words. */
export interface Text {
  type: string;
  value: string;
  /** What it is for, where a list of versions says it. */
  role?: string;
}

/** The versions of a text that an item has, from either way of writing them; its main one first. */
export function textsOf(item: Item, list: string, prefix: string): Text[] {
  const listed = listOf(item[list])
    .filter(({ value }) => typeof value === 'string')
    .toSorted((a, b) => Number(b['role'] === 'main') - Number(a['role'] === 'main'))
    .map(({ contenttype, value, role }) => ({
      type: `${contenttype ?? role ?? ''}`,
      value: `${value}`,
      ...(typeof role === 'string' && { role }),
    }));
  const named = Object.entries(item).flatMap(([name, value]) =>
    (name === prefix || name.startsWith(`${prefix}_`)) && typeof value === 'string'
      ? [{ type: name.slice(prefix.length + 1), value }]
      : [],
  );
  return [...listed, ...named].filter(({ value }) => value.trim() !== '');
}

export const isMarkup = ({ type, value }: Text): boolean =>
  /html/i.test(type) ||
  (!/plain|text/i.test(type) &&
    !/xml|json/i.test(type) &&
    /<(?:p|div|section|article|br|h\d|ul|ol)\b/i.test(value));
