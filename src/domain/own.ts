/**
 * What an object from outside has under a key of its own: it inherits `constructor` and `toString`, and nobody wrote them
 * there. Nothing where it has none, or is no object.
 */
export const own = (value: unknown, key: PropertyKey): unknown =>
  value === undefined || value === null
    ? undefined
    : Object.getOwnPropertyDescriptor(Object(value), key)?.value;
