const SPACES = new Set(Buffer.from('\0\t\n\f\r '));

/** Whether a byte parts words (ISO 32000-1, 7.2.2), as the end of a drawing does. */
export const isSpace = (byte: number | undefined): boolean =>
  byte === undefined || SPACES.has(byte);
