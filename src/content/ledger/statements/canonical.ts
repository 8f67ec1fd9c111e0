// What is not known is as good as not said: a field that a later version of the archive adds changes no digest.
const isStated = ([, value]: [string, unknown]) => value !== undefined && value !== 'unknown';

/** A value as one text, in whatever order its fields stand. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(isStated)
    .map(([key, inner]) => `${key}:${canonical(inner)}`);
  return `{${fields.toSorted().join()}}`;
}
