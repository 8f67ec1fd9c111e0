import { extname } from 'node:path';
import { ImportFault } from '../source-document.ts';
import type { Disk } from '../writing/disk.ts';

/**
 * A disk on which a new entry waits for the files that it is to name, so that it is never there without them: what creates
 * it keeps its text, which reads as if it were written; what replaces that text writes it. All else is written at once.
 */
export function waitingEntry(disk: Disk): Disk {
  const waiting = new Map<string, string>();
  return {
    ...disk,
    create: (path, content) => {
      if (typeof content !== 'string' || extname(path) !== '.mdx')
        return disk.create(path, content);
      if (waiting.has(path) || disk.has(path)) return false;
      waiting.set(path, content);
      return true;
    },
    replace: (path, content) => {
      if (!waiting.has(path)) return disk.replace(path, content);
      if (!disk.create(path, content))
        throw new ImportFault(`${path} is there already; it appeared meanwhile. Do it again.`);
      waiting.delete(path);
    },
    read: (path) => waiting.get(path) ?? disk.read(path),
    has: (path) => waiting.has(path) || disk.has(path),
  };
}
