/** Whether a value of JSON is a JSON Feed. */
export const isJsonFeed = (value: unknown): value is { version: string; items?: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  /jsonfeed\.org\/version/.test(String((value as { version?: unknown }).version));
