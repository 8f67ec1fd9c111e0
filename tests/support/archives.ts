import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from './command.ts';
import { hostileFiles } from './hostile.ts';

/** An archive that the tests build once and then read, over and over. */
export interface TestArchive {
  name: string;
  /** The folder of its content. */
  content: string;
  /** Where it will be hosted. */
  siteUrl: string;
  /** The base path of that address. */
  base: string;
}

/**
 * Two invented archives, another in a folder of its host, one that has nothing but its settings, and one that the importer
 * made and that was sealed and changed. None is the content of this copy of the project: that is its owner's.
 */
export const ARCHIVES = {
  holms: {
    name: 'holms',
    content: 'tests/fixtures/holms',
    siteUrl: 'https://holms.example/',
    base: '/',
  },
  isles: {
    name: 'isles',
    content: 'tests/fixtures/isles',
    siteUrl: 'https://isles.example/',
    base: '/',
  },
  based: {
    name: 'based',
    content: 'tests/fixtures/skerries',
    siteUrl: 'https://host.example/archive/',
    base: '/archive/',
  },
  empty: {
    name: 'empty',
    content: 'tests/fixtures/empty',
    siteUrl: 'https://shelf.example/',
    base: '/',
  },
  imported: {
    name: 'imported',
    content: '.cache/imported',
    siteUrl: 'https://imported.example/',
    base: '/',
  },
} satisfies Record<string, TestArchive>;

/** Those in which something is filed. */
export const FILLED: readonly TestArchive[] = Object.values(ARCHIVES).filter(
  ({ name }) => name !== 'empty',
);

/** Where an archive is built. */
export const distOf = (archive: TestArchive): string => resolve('.cache/archives', archive.name);

/** Reads a file of a built archive. */
export const readBuilt = (archive: TestArchive, path: string): string =>
  readFileSync(join(distOf(archive), path), 'utf8');

/** Imports the texts that no newspaper would print, and one file of each form that the importer reads. */
async function importArchive(): Promise<void> {
  const { content } = ARCHIVES.imported;
  const texts = '.cache/hostile-texts';
  // The site too: it knows the ledger of an archive that is thrown away.
  for (const folder of [content, texts, distOf(ARCHIVES.imported)])
    rmSync(folder, { recursive: true, force: true });
  mkdirSync(texts, { recursive: true });
  for (const [name, text] of hostileFiles()) writeFileSync(join(texts, name), text);
  const imported = await onImported('import', '--accept', texts, 'tests/fixtures/import');
  // One of the fixtures has a broken line, and one item of another no date.
  if (imported.code !== 1 || !/^2 inputs could not be imported/m.test(imported.stdout))
    throw new Error(`The import failed.\n${imported.stdout}${imported.stderr}`);
}

/** Runs a command on the archive that was imported. */
const onImported = (command: string, ...args: string[]) =>
  runNode([`src/cli/${command}.ts`, ...args], {
    cwd: root,
    env: { ARCHIVE_CONTENT: ARCHIVES.imported.content },
  });

/** Seals what was imported, catalogues more of it, and seals it again: so there are changes to be listed. */
async function changeArchive(): Promise<void> {
  const { content } = ARCHIVES.imported;
  const filesOf = (folder: string) =>
    readdirSync(join(content, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:mdx|yaml)$/.test(name))
      .toSorted()
      .map((name) => join(content, folder, name));
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  const seal = async () => {
    const { code, stderr } = await onImported('seal');
    if (code !== 0) throw new Error(`The archive was not sealed.\n${stderr}`);
  };
  await seal();
  for (const file of filesOf('articles'))
    edit(file, (text) =>
      /^summary:/m.test(text) ? text : text.replace('---\n', '---\nsummary: Summed up later.\n'),
    );
  const [withdrawn = ''] = filesOf('articles');
  edit(withdrawn, (text) =>
    text.replace('---\n', '---\nwithdrawn: { date: 2032-01-01, reason: It was an invention. }\n'),
  );
  for (const file of filesOf('people'))
    edit(file, (text) => (/^description:/m.test(text) ? text : `${text}description: A pilot.\n`));
  await seal();
}

/** Builds the archives, one after another; the test runner calls this once, before all files. */
export async function globalSetup(): Promise<void> {
  await importArchive();
  await changeArchive();
  for (const archive of Object.values(ARCHIVES)) {
    const { code, stdout, stderr } = await runNode(['src/cli/build.ts', '--out', distOf(archive)], {
      cwd: root,
      env: {
        ARCHIVE_CONTENT: archive.content,
        SITE_URL: archive.siteUrl,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    if (code !== 0)
      throw new Error(`The archive “${archive.name}” was not built.\n${stdout}${stderr}`);
  }
}
