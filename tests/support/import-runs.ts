import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { parse } from 'yaml';
import { filesBelow } from '../../src/content/files/files-below.ts';
import type { Given } from '../../src/import/given.ts';
import { importer } from '../../src/import/importer.ts';
import { inputsOf } from '../../src/import/input.ts';
import { itemsOf } from '../../src/import/item.ts';
import { openAuthorityFile } from '../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../src/import/matching/filed-entries.ts';
import { FiledMedia } from '../../src/import/media/filed-media.ts';
import type { FetchMedium } from '../../src/import/media/source-medium.ts';
import type { Outcome } from '../../src/import/outcome.ts';
import { acceptsAll, leavesAll } from '../../src/import/review/ask.ts';
import { openDisk } from '../../src/import/writing/disk.ts';
import { openDryDisk } from '../../src/import/writing/dry-disk.ts';
import type { MediumFields } from '../../src/import/writing/medium-fields.ts';
import { scratchFolder } from './scratch.ts';

/** An archive, and a folder with a source; `runs` imports from the folder as one run of the command. */
export function importRuns(t: TestContext) {
  const folder = scratchFolder(t);
  const [root, source] = [join(folder, 'content'), join(folder, 'source')];
  mkdirSync(root, { recursive: true });
  const runs = async (
    path: string,
    options: {
      takes?: boolean;
      takesAll?: boolean;
      isDry?: boolean;
      fetch?: FetchMedium;
      keepsCaptures?: boolean;
      given?: Omit<Given, 'today'>;
    } = {},
  ): Promise<Outcome[]> => {
    const disk = options.isDry ? openDryDisk(root) : openDisk(root);
    const take = importer(
      {
        authorityFile: openAuthorityFile(root),
        filedEntries: openFiledEntries(root),
        filedMedia: new FiledMedia(root),
        disk,
        fetch: options.fetch,
      },
      { today: '2021-05-01', ...options.given },
      (options.takesAll ? acceptsAll : leavesAll)(options.takes ?? false),
    );
    const outcomes: Outcome[] = [];
    for (const input of inputsOf(join(source, path))) {
      assert.ok(!('fault' in input));
      const terms = { keepsCaptures: options.keepsCaptures };
      for await (const { item } of itemsOf(input, terms)) outcomes.push(await take(item));
    }
    disk.close();
    return outcomes;
  };
  /** The fields of an entry, by its path below the archive. */
  const fieldsOf = (
    entry: string,
  ): {
    media?: MediumFields[];
    lang?: string;
    source?: { sha256?: string; page?: string; volume?: string; issue?: string; edition?: string };
  } =>
    parse(readFileSync(join(root, entry), 'utf8').split('---\n')[1] ?? '') as ReturnType<
      typeof fieldsOf
    >;
  /** The paths of all files of the archive. */
  const files = () =>
    filesBelow(root)
      .filter(({ isFolder }) => !isFolder)
      .map(({ path }) => path.slice(root.length + 1))
      .toSorted();
  return { root, source, runs, fieldsOf, files };
}
