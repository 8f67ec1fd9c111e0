import type { Head } from '../../head.ts';

/** Lines that databases put before their references: “Provider: …”, “Database: …”. */
const MOST_BEFORE = 12;

/** Whether a source is RIS: its first line with a tag says of which type a reference is. */
export function isRis({ text }: Pick<Head, 'text'>): boolean {
  const lines = text.slice(0, 4000).split(/\r\n?|\n/u, MOST_BEFORE);
  const first = lines.findIndex((line) => /^TY {1,2}-/u.test(line));
  return (
    first >= 0 &&
    lines.slice(0, first).every((line) => line.trim() === '' || /^[\p{L} ]{1,30}: ?\S/u.test(line))
  );
}
