import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { writeLedgerFiles } from '../../src/content/ledger/ledger-files.ts';
import { sealingOf } from '../../src/content/ledger/sealing.ts';
import { ArchiveError } from '../../src/content/reading/archive-error.ts';
import { type Reading, readArchive } from '../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../src/content/store/archive-store.ts';
import type { Fault } from '../../src/domain/fault.ts';
import {
  ARTICLE,
  added,
  BODY,
  type Files,
  FRONTMATTER,
  mdx,
  problemsOf,
  SOUND,
  spoilt,
} from '../support/broken.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** What breaks a rule and the same mended, as it is shown, and what is told of either. */
export interface Example {
  broken: Files;
  mended: Files;
  told: (t: TestContext, files: Files) => Promise<readonly Fault[]>;
}

/** Files of the sound archive, as a build reads them. */
export const files = (broken: Files, mended: Files = {}): Example => {
  const sound = Object.fromEntries(Object.keys(broken).map((path) => [path, SOUND[path] ?? null]));
  return { broken, mended: { ...sound, ...mended }, told: problemsOf };
};

/** Words of the sound article exchanged. */
export const words = (mended: string, broken: string): Example => files(spoilt(mended, broken));

/** Fields of the sound article after its others. */
export const fields = (broken: string, mended = ''): Example =>
  files(added(`${broken}\n`), mended === '' ? {} : added(`${mended}\n`));

const withText = (text: string): Files => ({ [ARTICLE]: mdx(FRONTMATTER, `${BODY}\n${text}\n`) });

/** Text of the sound article after its last paragraph. */
export const text = (broken: string, mended: string): Example =>
  files(withText(broken), withText(mended));

/** An archive that was sealed. */
export interface Sealed {
  root: string;
  read: () => Promise<Reading>;
  /** Seals what is there. @param anew without the ledger that there is */
  seal: (day: string, anew?: boolean) => Promise<void>;
}

export async function sealedArchive(t: TestContext, sound: Files): Promise<Sealed> {
  const root = scratchFolder(t);
  const store = new ArchiveStore(scratchFolder(t));
  t.after(() => store.close());
  put(root, { ...SOUND, ...sound });
  const read = () => readArchive(root, '/', store);
  const seal = async (day: string, anew = false) => {
    if (anew) rmSync(join(root, 'ledger'), { recursive: true });
    writeLedgerFiles(root, sealingOf(await read(), store, day).ledger, { day, joins: [] });
  };
  await seal('2031-04-02');
  return { root, read, seal };
}

function put(root: string, all: Files): void {
  for (const [path, content] of Object.entries(all))
    if (content === null) rmSync(join(root, path), { force: true });
    else write(root, { [path]: content });
}

/** Files that change once the archive was sealed. @param sealed what it had then, where that is not the sound archive */
export const since = (broken: Files, mended: Files = {}, sealed: Files = {}): Example => {
  const before = Object.fromEntries(
    Object.keys({ ...sealed, ...broken, ...mended }).map((path) => [
      path,
      sealed[path] ?? SOUND[path] ?? null,
    ]),
  );
  return {
    broken: { ...before, ...broken },
    mended: { ...before, ...mended },
    told: async (t, changes) => {
      const { root, read } = await sealedArchive(t, sealed);
      put(root, changes);
      try {
        await read();
        return [];
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        return error.problems;
      }
    },
  };
};

/** A file of the ledger of the sound archive, once it was sealed, changed as by hand. */
export const inLedger = (name: string, change: (text: string) => string | null): Example => ({
  broken: { [`ledger/${name}`]: 'edited by hand, removed, or taken from another ledger' },
  mended: { [`ledger/${name}`]: 'as npm run seal left it' },
  told: async (t, shown) => {
    const { root, read } = await sealedArchive(t, {});
    const file = join(root, 'ledger', name);
    const isBroken = String(Object.values(shown)[0]).startsWith('edited');
    if (isBroken) put(root, { [`ledger/${name}`]: change(readIf(file)) });
    try {
      await read();
      return [];
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return error.problems;
    }
  },
});

function readIf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What no archive of a few files shows: said in words, and found by what finds it in earnest. */
export const said = (
  broken: Files,
  mended: Files,
  told: (t: TestContext, isBroken: boolean) => Promise<readonly Fault[]> | readonly Fault[],
): Example => ({ broken, mended, told: async (t, shown) => told(t, shown === broken) });
