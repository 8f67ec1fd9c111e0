import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepText, keptText } from '../../content/store/kept-text.ts';
import type { MediaEnding } from '../../domain/media/media-type.ts';

/** By what a server tells a file from a later one at the same address, so that the rest of a half can be asked for. */
export interface Validator {
  /** The address that it is of, after all that led to it. */
  address: string;
  /** A strong entity tag, or a day of change that is one: what `If-Range` takes (RFC 9110, 13.1.5). */
  ifRange: string;
}

/** What has come of a medium, on the disk: whole, or the beginning of it. */
export interface KeptDownload {
  /** Where its beginning lies, and what comes is added. */
  part: string;
  /** Where it lies, once it is whole. */
  whole: () => string | undefined;
  /** How many bytes of its beginning are here, in bytes; 0 where the rest could not be told from another file. */
  size: () => number;
  validator: () => Validator | undefined;
  /** Begins anew. */
  begin: (validator: Validator | undefined) => void;
  /** Its last byte is here. @param ending that of its type, by which it is told from other files */
  finish: (ending: MediaEnding) => string;
  /** Takes it away. */
  drop: () => void;
}

const NAME = 32;
const WHOLE = 'whole.';

/** What is kept of the medium at an address. @param folder for all that is fetched; of one process at a time */
export function keptDownload(folder: string, address: string): KeptDownload {
  const own = join(folder, hash('sha256', address).slice(0, NAME));
  const part = join(own, 'part');
  const about = join(own, 'validator.json');
  const validator = (): Validator | undefined => {
    const text = keptText(about);
    return text === undefined ? undefined : (JSON.parse(text) as Validator);
  };
  return {
    part,
    whole: () => {
      const name = existsSync(own) && readdirSync(own).find((one) => one.startsWith(WHOLE));
      return name ? join(own, name) : undefined;
    },
    size: () =>
      validator() === undefined ? 0 : (statSync(part, { throwIfNoEntry: false })?.size ?? 0),
    validator,
    begin: (stated) => {
      rmSync(own, { recursive: true, force: true });
      mkdirSync(own, { recursive: true });
      if (stated) keepText(about, JSON.stringify(stated));
    },
    finish: (ending) => {
      const path = join(own, `${WHOLE}${ending}`);
      renameSync(part, path);
      return path;
    },
    drop: () => rmSync(own, { recursive: true, force: true }),
  };
}

/** How long what nobody filed is kept, in milliseconds. */
const KEPT = 30 * 24 * 60 * 60_000;

/** Takes away what was fetched long ago and is in no entry yet. */
export function clearOld(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const own = join(folder, name);
    if (Date.now() - statSync(own).mtimeMs > KEPT) rmSync(own, { recursive: true, force: true });
  }
}
