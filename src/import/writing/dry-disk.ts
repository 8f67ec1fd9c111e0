import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isAsWritten, regularBytes } from '../../content/files/regular-file.ts';
import { clearAbandoned } from './abandoned.ts';
import { lookedAt } from './aside.ts';
import { type Disk, pathBelow } from './disk.ts';

const STAGE = 'cuttings-dry-run';

/**
 * A disk for a dry run: the archive below `root` stays as it is, and reads as if all had been written. What a dry run
 * would write is kept among the system’s temporary files, since an import may be larger than memory.
 */
export function openDryDisk(root: string): Disk {
  const stage = join(tmpdir(), STAGE);
  const own = join(stage, `${process.pid}`);
  const copyOf = (path: string) => join(own, pathBelow(root, path));
  const present = (path: string) => (existsSync(copyOf(path)) ? copyOf(path) : path);
  const replace = (path: string, content: string | Uint8Array) => {
    const copy = copyOf(path);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, content);
  };
  clearAbandoned(stage);
  return {
    replace,
    create: (path, content) => {
      if (existsSync(copyOf(path)) || existsSync(path)) return false;
      replace(path, content);
      return true;
    },
    read: (path) => regularBytes(present(path)).toString('utf8'),
    has: (path) => existsSync(present(path)),
    aside: (bytes, ending, look) => lookedAt(join(own, `.looked-at.${ending}`), bytes, look),
    remove: (path) => rmSync(copyOf(path), { force: true }),
    holds: (path, bytes) => isAsWritten(present(path), bytes),
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}
