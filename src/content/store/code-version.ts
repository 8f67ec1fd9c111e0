import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A digest of files below folders of the project, and of what is given besides. */
export function digestOfFiles(paths: readonly string[], ...besides: readonly string[]): string {
  const files = paths.flatMap((path) => {
    if (/\.\w+$/.test(path)) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted();
  });
  const texts = files.map((file) => `${file}\n${readFileSync(resolve(file), 'utf8')}`);
  return hash('sha256', [...texts, ...besides].join('\n'));
}

let known: string | undefined;

/** A digest of the code that reads articles and records: a change to any of it has them all read again. */
export function codeVersion(): string {
  known ??= digestOfFiles([
    'src/domain',
    'src/messages',
    'src/components/body',
    'src/outputs/data',
    'src/content',
    'src/site.ts',
    'package-lock.json',
  ]);
  return known;
}
