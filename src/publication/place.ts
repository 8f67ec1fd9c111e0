import { shownWords } from '../domain/problem.ts';
import type { Store } from './store.ts';
import { RcloneStore } from './stores/rclone-store.ts';
import { RsyncStore } from './stores/rsync-store.ts';
import { accountIn } from './stores/s3/account.ts';
import { Bucket } from './stores/s3/bucket.ts';
import { S3Store } from './stores/s3/s3-store.ts';

/** Thrown where a place is not one to publish to. */
export class PlaceFault extends Error {}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

const FORMS = 's3://BUCKET/FOLDER, rclone:REMOTE:PATH, rsync:USER@HOST:FOLDER or rsync:FOLDER';

function s3Store(text: string, env: NodeJS.ProcessEnv): Store {
  const [bucket = '', ...folders] = text.replace(/\/$/, '').split('/');
  if (!BUCKET.test(bucket))
    throw new PlaceFault(
      `‘${shownWords(bucket)}’ is no name of a bucket: 3 to 63 small letters, digits, hyphens and dots.`,
    );
  if (folders.some((part) => ['', '.', '..'].includes(part) || /[\p{Cc}\\?#]/u.test(part)))
    throw new PlaceFault(
      `‘${shownWords(text)}’ has a folder that is none: name folders with one slash between them.`,
    );
  return new S3Store(
    new Bucket(bucket, accountIn(env)),
    folders.map((part) => `${part}/`).join(''),
  );
}

/** The folder of this machine that a place names: `rsync:folder`, `rclone:/folder`; undefined where it names another place. */
export function localFolder(place: string): string | undefined {
  const [, kind = '', folder = ''] = /^(rsync|rclone):([^:]+|[^:/]*\/.*)$/s.exec(place) ?? [];
  return kind === 'rsync' || folder.startsWith('/') ? folder : undefined;
}

/**
 * The store that a place names: `s3://bucket/folder`, `rclone:remote:path`, `rsync:user@host:folder` or `rsync:folder`.
 *
 * @throws PlaceFault where it is none of these
 * @throws StoreFault where the environment lacks what the store asks for
 */
export function storeAt(place: string, env: NodeJS.ProcessEnv = process.env): Store {
  const [, kind = '', rest = ''] = /^(s3:\/\/|rclone:|rsync:)(.+)$/s.exec(place) ?? [];
  if (kind === '')
    throw new PlaceFault(`‘${shownWords(place)}’ is no place to publish to: write ${FORMS}.`);
  // A program would take it for an option, or a line for two.
  if (rest.startsWith('-') || /[\0\r\n]/.test(rest))
    throw new PlaceFault(
      `‘${shownWords(rest)}’ is no place: it begins with a hyphen or has a line break.`,
    );
  if (kind === 's3://') return s3Store(rest, env);
  if (kind === 'rsync:') return new RsyncStore(rest);
  if (!/^[^/:]+:|^\//.test(rest))
    throw new PlaceFault(
      `‘${shownWords(rest)}’ names no remote of rclone: write rclone:REMOTE:PATH; rclone listremotes tells which there are.`,
    );
  return new RcloneStore(rest);
}
