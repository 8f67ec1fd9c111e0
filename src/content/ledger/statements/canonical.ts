// Fields that are missing or `unknown` are left out, so that a field that a later version adds changes no digest.
const isStated = ([, value]: [string, unknown]) => value !== undefined && value !== 'unknown';

/** A value as a text that does not depend on the order of fields. Of arrays too the items are sorted. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(isStated)
    .map(([key, inner]) => `${key}:${canonical(inner)}`);
  return `{${fields.toSorted().join()}}`;
}
