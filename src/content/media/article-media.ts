import { basename } from 'node:path';
import { because, type Fault } from '../../domain/fault.ts';
import { SHARED } from '../../domain/media/file-name.ts';
import { mayBeTaken } from '../../domain/media/filed-medium.ts';
import { type FileFacts, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import type { Medium } from '../../domain/media/medium.ts';
import type { Path } from '../../domain/schema-fault.ts';
import { type KnownFile, knownAt } from '../files/known-file.ts';
import { lyingAt, regularBytes } from '../files/regular-file.ts';
import { stateAt } from '../files/seen-file.ts';
import { inspectFile } from './inspection/inspection.ts';
import { MediaFault } from './inspection/media-fault.ts';
import { refuseTelling } from './inspection/telling.ts';
import { filesOf, mediumFile } from './media-path.ts';
import { readWords } from './medium-words.ts';

/** A fault of a file that a medium names, at the field that names it. */
interface FileFault {
  path: PropertyKey[];
  fault: Fault;
}

/** What the files of a medium are. */
export interface ReadMedium {
  /** Undefined if it has no file, or one with a fault. */
  facts: FileFacts | undefined;
  faults: FileFault[];
  /** Its files, by their paths. */
  known: Map<string, KnownFile>;
}

const MISSING = (name: string, isShared: boolean) =>
  because(
    'media/missing',
    'The file of a medium is there, as a file and no link.',
    `Put ${name} ${isShared ? 'into content/media/' : 'beside the entry'}, or correct its name, capitals too. Where the archive cannot get it, write missing: { reason: … } in place of file.`,
  );

const differs = (sha256: string) =>
  because(
    'media/digest',
    `A file that is stated with its SHA-256 has that one; this one has ${sha256}.`,
    'Fetch the file again from a copy of the archive; or, if it is meant to be another, write its digest here.',
  );

const unfit = (kind: Medium['kind'], { type }: FileFacts) =>
  because(
    'media/kind',
    `A ${kind} is not a file of type ${type}.`,
    `Write another kind: one of ${Object.entries(TYPES_OF_KIND)
      .filter(([, fits]) => fits(type))
      .map(([name]) => name)
      .join(', ')}.`,
  );

/** Why a picture that readers may take cannot be published as it is. */
async function tellingFault(path: string, { type, bytes }: FileFacts): Promise<Fault | undefined> {
  try {
    await refuseTelling(regularBytes(path, bytes), type);
    return undefined;
  } catch (error) {
    if (error instanceof MediaFault) return error.fault;
    throw error;
  }
}

/** An article whose media are read: those of a withdrawn one nobody sees. */
interface WithMedia {
  id: string;
  path: string;
  isWithdrawn: boolean;
}

/**
 * Reads the files of one medium. A file that changes while it is read is not known: the next reading takes it for another
 * one.
 */
async function readMedium(
  article: WithMedia,
  medium: Medium,
  isSound: (...path: Path) => boolean,
): Promise<ReadMedium> {
  const paths = filesOf(medium).map((file) => mediumFile(article, file));
  const before = paths.map(stateAt);
  const { facts, faults } = await readFiles(article, medium, isSound);
  const known = new Map<string, KnownFile>();
  paths.forEach((path, index) => {
    const isMain = facts && index === 0;
    const found = isMain ? { state: stateAt(path), sha256: facts.sha256 } : knownAt(path);
    if (found && stateAt(path) === before[index]) known.set(path, found);
  });
  return { facts, faults, known };
}

async function readFiles(
  article: WithMedia,
  medium: Medium,
  isSound: (...path: Path) => boolean,
): Promise<Omit<ReadMedium, 'known'>> {
  const faults: FileFault[] = [];
  const { file, kind, sha256 } = medium;
  const isHidden = medium.withheld !== undefined || article.isWithdrawn;
  if (file === undefined || !isSound('file')) return { facts: undefined, faults };
  const path = mediumFile(article, file);
  if (lyingAt(path) !== 'file') {
    // What may not be shown need not be kept.
    if (!isHidden)
      faults.push({
        path: ['file'],
        fault: MISSING(basename(file), file.startsWith(SHARED)),
      });
    return { facts: undefined, faults };
  }
  const found = await inspectFile(path);
  if ('fault' in found) {
    // Nobody sees what is wrong with it.
    if (!isHidden) faults.push({ path: ['file'], fault: found.fault });
    return { facts: undefined, faults };
  }
  const { facts } = found;
  if (sha256 !== undefined && isSound('sha256') && facts.sha256 !== sha256)
    faults.push({ path: ['sha256'], fault: differs(facts.sha256) });
  if (isSound('kind') && !TYPES_OF_KIND[kind](facts.type))
    faults.push({ path: ['kind'], fault: unfit(kind, facts) });
  if (isHidden) return { facts, faults };
  if (mayBeTaken({ licence: medium.licence, facts })) {
    const fault = await tellingFault(path, facts);
    if (fault) faults.push({ path: ['file'], fault });
  }
  const words = readWords(article, medium, facts, isSound);
  faults.push(...words.faults);
  const read = {
    ...(words.texts && { texts: words.texts }),
    ...(words.times && { times: words.times }),
    ...(words.words !== undefined && { words: words.words }),
  };
  return { facts: { ...facts, ...read }, faults };
}

/** Reads the files of the media of an article, in their order. */
export async function readMedia(
  article: WithMedia,
  media: readonly Medium[],
  isSound: (...path: Path) => boolean,
): Promise<ReadMedium[]> {
  const read: ReadMedium[] = [];
  for (const [index, medium] of media.entries())
    read.push(await readMedium(article, medium, (...path) => isSound('media', index, ...path)));
  return read;
}
