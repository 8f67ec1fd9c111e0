import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindMedium } from '../../../media/folder.ts';
import { clearAbandoned } from '../../../writing/abandoned.ts';
import { addressKey } from './captures.ts';

/** The pictures of a web archive: they may stand behind the pages that show them, so that they are kept in files until it is read. */

const STAGE = join(tmpdir(), 'cuttings-captured');
/** The most that is kept so, in bytes. */
const MOST = 8 * 1024 * 1024 * 1024;

export interface CapturedMedia {
  /** Keeps the file that was captured at an address; a later capture takes the place of an earlier. */
  keep: (key: string, bytes: Uint8Array) => void;
  /** Says that an address leads to another. */
  lead: (from: string, to: string) => void;
  /** Finds what a page at an address shows. */
  findFor: (address: string) => FindMedium;
  /** Removes all files. */
  close: () => void;
}

/** As many addresses lead from one to the next. */
const MOST_LEADS = 5;

export function openCapturedMedia(): CapturedMedia {
  const own = join(STAGE, `${process.pid}`);
  const files = new Map<string, string>();
  const leads = new Map<string, string>();
  let size = 0;
  clearAbandoned(STAGE);
  const fileAt = (key: string): string | undefined => {
    let at: string | undefined = key;
    for (let step = 0; at !== undefined && step < MOST_LEADS; step++) {
      const file = files.get(at);
      if (file) return file;
      at = leads.get(at);
    }
    return undefined;
  };
  return {
    keep: (key, bytes) => {
      size += bytes.length;
      if (size > MOST || bytes.length === 0) return;
      const path = files.get(key) ?? join(own, `${files.size}`);
      mkdirSync(own, { recursive: true });
      writeFileSync(path, bytes, { mode: 0o600 });
      files.set(key, path);
    },
    lead: (from, to) => {
      leads.set(from, to);
    },
    findFor: (address) => (reference) => {
      if (!URL.canParse(reference, address)) return undefined;
      const path = fileAt(addressKey(new URL(reference, address).href));
      return path === undefined ? undefined : { path };
    },
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}
