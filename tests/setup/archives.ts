import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

/** The archive's own content, an invented one, and another in a folder of its host. */
export const ARCHIVES = {
  own: {
    name: 'own',
    content: 'content',
    siteUrl: 'https://archive.example/',
    base: '/',
  },
  holms: {
    name: 'holms',
    content: 'tests/fixtures/holms',
    siteUrl: 'https://holms.example/',
    base: '/',
  },
  based: {
    name: 'based',
    content: 'tests/fixtures/skerries',
    siteUrl: 'https://host.example/archive/',
    base: '/archive/',
  },
} satisfies Record<string, TestArchive>;

/** Where an archive is built. */
export const distOf = (archive: TestArchive): string => resolve('.cache/archives', archive.name);

/** Reads a file of a built archive. */
export const readBuilt = (archive: TestArchive, path: string): string =>
  readFileSync(join(distOf(archive), path), 'utf8');

/** Builds the archives, one after another; the test runner calls this once, before all files. */
export function globalSetup(): void {
  for (const archive of Object.values(ARCHIVES)) {
    const built = spawnSync(process.execPath, ['src/cli/build.ts', '--out', distOf(archive)], {
      env: {
        ...process.env,
        ARCHIVE_CONTENT: archive.content,
        SITE_URL: archive.siteUrl,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      encoding: 'utf8',
    });
    if (built.status !== 0) {
      throw new Error(
        `The archive “${archive.name}” was not built.\n${built.stdout}${built.stderr}`,
      );
    }
  }
}
