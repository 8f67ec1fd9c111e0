import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clearAbandoned, type Disk, pathBelow } from './disk.ts';

const STAGE = 'cuttings-dry-run';

/**
 * A disk for a dry run: the archive below `root` stays as it is, and reads as if all had been written. What a dry run
 * would write is kept among the system’s temporary files, since an import may be larger than memory.
 */
export function openDryDisk(root: string): Disk {
  const stage = join(tmpdir(), STAGE);
  const own = join(stage, `${process.pid}`);
  const copyOf = (path: string) => join(own, pathBelow(root, path));
  const replace = (path: string, text: string) => {
    const copy = copyOf(path);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
  };
  clearAbandoned(stage);
  return {
    replace,
    create: (path, text) => {
      if (existsSync(copyOf(path)) || existsSync(path)) return false;
      replace(path, text);
      return true;
    },
    read: (path) => readFileSync(existsSync(copyOf(path)) ? copyOf(path) : path, 'utf8'),
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}
