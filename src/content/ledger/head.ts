import { randomBytes } from 'node:crypto';
import { sealDigest } from './seal-digest.ts';

/**
 * The head of the ledger has a line for each sealing. Each line has a digest of all files of the ledger at that time
 * and of all lines before it. So no file can be removed or reverted without a change in the head. Two heads, also that of
 * a published site, show whether one continues the other.
 */
export interface Head {
  seals: readonly Seal[];
  /** The digest of each file, by its name. */
  files: ReadonlyMap<string, string>;
}

/** A line of the head. */
export interface Seal {
  number: number;
  day: string;
  /** Secret: without it nobody can use the digest to test a guess at withheld words. */
  salt: string;
  digest: string;
  /** Digests of the last lines of other heads, those of branches that were joined with this one. */
  joins: readonly string[];
}

const SEAL =
  /^(?<number>[1-9]\d*) (?<day>\d{4}-\d{2}-\d{2}) (?<salt>[\w-]{22}) (?<digest>[\w-]{43})(?<joins>(?: \+[\w-]{43})*)$/;
const FILE = /^file (?<name>(?:\d{4}|names|changes)\.txt) (?<digest>[\w-]{43})$/;
const PUBLISHED = /^[1-9]\d* \d{4}-\d{2}-\d{2} (?<digest>[\w-]{43})(?: \+[\w-]{43})*$/;

const joined = (joins: readonly string[]) => joins.map((digest) => ` +${digest}`).join('');
const sealText = ({ number, day, salt, digest, joins }: Seal) =>
  `${number} ${day} ${salt} ${digest}${joined(joins)}`;
const fileLines = (files: Head['files']) =>
  [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digest]) => `file ${name} ${digest}`);

function digestOf(
  before: readonly Seal[],
  { number, day, salt, joins }: Omit<Seal, 'digest'>,
  files: Head['files'],
): string {
  const lines = [...before.map(sealText), `${number} ${day} ${salt}${joined(joins)}`];
  return sealDigest([...lines, ...fileLines(files), ''].join('\n'));
}

/** The text of the head’s file. */
export const headText = ({ seals, files }: Head): string =>
  [...seals.map(sealText), ...fileLines(files), ''].join('\n');

/** The head as the site publishes it, without salts: enough to tell whether another head continues it. */
export const publishedHead = ({ seals }: Head): string =>
  seals
    .map(({ number, day, digest, joins }) => `${number} ${day} ${digest}${joined(joins)}\n`)
    .join('');

/** Reads the head; undefined where it is not as npm run seal wrote it. */
export function readHead(text: string): Head | undefined {
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  const seals: Seal[] = [];
  const files = new Map<string, string>();
  for (const line of lines) {
    const { number, day = '', salt = '', digest = '', joins = '' } = SEAL.exec(line)?.groups ?? {};
    const file = FILE.exec(line)?.groups;
    if (file) files.set(`${file['name']}`, `${file['digest']}`);
    else if (Number(number) === seals.length + 1 && files.size === 0)
      seals.push({ number: Number(number), day, salt, digest, joins: joins.split(' +').slice(1) });
    else return undefined;
  }
  const last = seals.at(-1);
  if (!last || last.digest !== digestOf(seals.slice(0, -1), last, files)) return undefined;
  return headText({ seals, files }) === text ? { seals, files } : undefined;
}

/** The head after another sealing. */
export function nextHead(
  last: Head | undefined,
  files: Head['files'],
  { day, joins }: Pick<Seal, 'day' | 'joins'>,
): Head {
  const before = last?.seals ?? [];
  const salt = randomBytes(16).toString('base64url');
  const seal = { number: before.length + 1, day, salt, joins };
  return { seals: [...before, { ...seal, digest: digestOf(before, seal, files) }], files };
}

/** A head as it will be after it has joined others, as far as known. */
export const withJoins = (head: Head | undefined, joins: readonly string[]): Head => ({
  files: head?.files ?? new Map(),
  seals: [...(head?.seals ?? []), { number: 0, day: '', salt: '', digest: '', joins }],
});

/** The digest of the last line of a published head; undefined where the text is none. */
export const lastPublished = (text: string): string | undefined =>
  PUBLISHED.exec(text.split('\n').at(-2) ?? '')?.groups?.['digest'];

/** True where a head has, or has joined, the line with this digest. */
export const goesOnFrom = (head: Head | undefined, digest: string): boolean =>
  head?.seals.some((seal) => seal.digest === digest || seal.joins.includes(digest)) ?? false;
