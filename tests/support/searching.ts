import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { SearchSession } from '../../src/client/search/session.ts';
import { type SearchState, stateOf } from '../../src/domain/search/state.ts';
import { distOf, type TestArchive } from './archives.ts';

/** The state of an address. @param search from `?` on, not escaped */
export const searchState = (search: string): SearchState => stateOf(new URLSearchParams(search));

/**
 * The search of a built archive without a browser: its files are read from the disk.
 *
 * @returns how to search, and the paths of the files that were read
 */
export function searching(archive: TestArchive): { session: SearchSession; read: string[] } {
  const read: string[] = [];
  mock.method(globalThis, 'fetch', async (address: string) => {
    const path = address.slice(archive.base.length);
    const file = join(distOf(archive), path);
    read.push(path);
    return existsSync(file)
      ? new Response(readFileSync(file), { status: 200 })
      : new Response('', { status: 404 });
  });
  return { session: new SearchSession(archive.base, 'en'), read };
}
