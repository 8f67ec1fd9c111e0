import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { because } from './problem.ts';

/**
 * The ledger: what the archive has published, a line a path, in a file a year of articles and one of records. It is
 * what a build is held to, so it is written by `npm run seal` alone, and closed by a digest of its lines.
 */

/** What an article said when it was last sealed. */
export interface SealedText {
  /** SHA-256 of its text, in hexadecimal: of each paragraph in NFC, ended by a line feed. */
  sha256: string;
  /** The mark of its headline, or `none`. */
  title: string;
  /** The mark of each figure, by its id. */
  figures: Record<string, string>;
  /** The ids of its paragraphs, in order. */
  paragraphs: string[];
  /** What its corrections named by then, in their order: each of them stays. */
  corrected: string[];
}

/** A line of the ledger: a published path. */
export interface SealedPath {
  /** `/2023/10/16/some-slug/`, `/people/some-id/`. */
  path: string;
  /** The day on which it was first sealed. */
  date: string;
  /** Left out for a record, and for an article that was withdrawn before it was sealed. */
  text?: SealedText;
}

/** A line that is none, counted from 1. */
export interface LedgerFault {
  line: number;
  words: string;
  message: string;
}

const LINE = /^(?<path>\/(?:[a-z0-9-]+\/)+) (?<date>\d{4}-\d{2}-\d{2})(?<text> sha256:.+)?$/;
const TEXT =
  /^ sha256:(?<sha256>[0-9a-f]{64}) title:(?<title>[a-z2-7]{8}|none)(?<figures>(?: f-[a-z0-9-]+:[a-z2-7]{8})*)(?<paragraphs>(?: p-[a-z2-7]{8}(?:-\d+)?)*)(?<corrected>(?: ~(?:[pf]-[a-z0-9-]+|title))*)$/;

const RESTORE =
  'Take the file back from your version history, or from a bag; if two histories were joined, take one of the two and run npm run seal.';

const digestOf = (lines: readonly string[]) =>
  bytesToHex(sha256(utf8ToBytes(lines.map((line) => `${line}\n`).join(''))));

/** The line that closes a file of the ledger. */
const endOf = (lines: readonly string[]) => `end ${lines.length} sha256:${digestOf(lines)}`;

const words = (text = '') => text.split(' ').filter((word) => word !== '');

function lineOf({ path, date, text }: SealedPath): string {
  if (!text) return `${path} ${date}`;
  const figures = Object.entries(text.figures).map(([id, mark]) => `f-${id}:${mark}`);
  const corrected = text.corrected.map((what) => `~${what}`);
  return [
    ...[path, date, `sha256:${text.sha256}`, `title:${text.title}`],
    ...[...figures, ...text.paragraphs, ...corrected],
  ].join(' ');
}

function sealedIn(line: string): SealedPath | undefined {
  const { path, date, text } = LINE.exec(line)?.groups ?? {};
  if (path === undefined || date === undefined) return undefined;
  if (text === undefined) return { path, date };
  const { sha256, title, figures, paragraphs, corrected } = TEXT.exec(text)?.groups ?? {};
  if (sha256 === undefined || title === undefined) return undefined;
  const marks = words(figures).map((word) => word.slice(2).split(':') as [string, string]);
  return {
    ...{ path, date },
    text: {
      ...{ sha256, title, figures: Object.fromEntries(marks), paragraphs: words(paragraphs) },
      corrected: words(corrected).map((word) => word.slice(1)),
    },
  };
}

/** The text of a file of the ledger: its lines by path, and a last one that closes them. */
export function ledgerText(sealed: readonly SealedPath[]): string {
  const lines = sealed.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(lineOf);
  return [...lines, endOf(lines), ''].join('\n');
}

/** Reads a file of the ledger, and says where it is not as `npm run seal` left it. */
export function readLedger(text: string): { sealed: SealedPath[]; faults: LedgerFault[] } {
  const lines = text.split('\n');
  const isEnded = lines.pop() === '';
  const end = lines.pop() ?? '';
  const faults: LedgerFault[] = [];
  const sealed = lines.flatMap((line, index) => {
    const read = sealedIn(line);
    if (read) return [read];
    const message = because(
      'A line of the ledger is as npm run seal wrote it: path, day, digest, headline, figures, paragraphs.',
      RESTORE,
    );
    faults.push({ line: index + 1, words: line, message });
    return [];
  });
  if (faults.length === 0 && (!isEnded || end !== endOf(lines))) {
    const message = because(
      'The ledger is never edited by hand: its last line is a digest of all others, and does not agree with them.',
      RESTORE,
    );
    faults.push({ line: lines.length + 1, words: end, message });
  }
  return { sealed, faults };
}
