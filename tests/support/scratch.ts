import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { root } from '../../src/setup/setup.mjs';

/** An empty folder that goes when the test `t` ends. */
export function scratchFolder(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into `folder`, each under its path in it. A program is made one that can be run. */
export function write(folder: string, files: Record<string, string | Uint8Array>) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: `${text}`.startsWith('#!') ? 0o755 : 0o644 });
  }
}

/** Copies parts of this project into `folder`, as a fresh clone would have them. */
export function copyProject(folder: string, paths: string[]) {
  for (const path of paths) cpSync(join(root, path), join(folder, path), { recursive: true });
}

const PROJECT = [
  'src',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Copies all of this project into `folder` but its archive, with the packages that are installed. */
export function copyWholeProject(folder: string) {
  copyProject(folder, PROJECT);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}
