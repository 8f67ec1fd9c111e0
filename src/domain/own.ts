/**
 * The value of an object's own property; undefined where it has none, or is no object. Objects from outside are read
 * with it, since `object[key]` also finds inherited ones such as `constructor` and `toString`.
 */
export const own = (value: unknown, key: PropertyKey): unknown =>
  value === undefined || value === null
    ? undefined
    : Object.getOwnPropertyDescriptor(Object(value), key)?.value;
