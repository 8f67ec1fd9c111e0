import { join } from 'node:path';
import { filesBelow } from '../../src/content/files/files-below.ts';
import { isAsInSample } from '../../src/content/ledger/sample.ts';
import { root } from '../../src/setup/setup.mjs';

const content = join(root, 'content');

/** The files of content/, below it. */
export const contentFiles: readonly string[] = filesBelow(content)
  .filter(({ isFolder }) => !isFolder)
  .map(({ path }) => path.slice(content.length + 1).replaceAll('\\', '/'));

/** Why a test that needs the sample is left out: nothing where it lies in content/ as the project came with it. */
export const skipWithoutSample: string | false =
  contentFiles.some((path) => path.startsWith('articles/')) &&
  contentFiles.every((path) => isAsInSample(content, path))
    ? false
    : 'content/ is its owner’s own, and not the sample';
