import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspectFile } from '../../content/media/inspection/inspection.ts';
import { statedInFile } from '../../content/media/stated/stated.ts';
import { type FileFacts, type MediumKind, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import type { StatedFields } from '../../domain/media/stated-fields.ts';
import { faultSentence, shownWords } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { TEXT_FIELDS } from './medium-options.ts';

/** A file that an archivist names, with what it is and what it says of itself. */
export interface GivenFile {
  path: string;
  facts: FileFacts;
  stated: StatedFields;
  /** The kinds that it can be, the likeliest first. */
  kinds: MediumKind[];
}

const KINDS = Object.keys(TYPES_OF_KIND) as MediumKind[];
// A scan looks as any picture does, so that it is nothing that a file is taken for.
const LIKELIEST = KINDS.toSorted((a, b) => Number(a === 'facsimile') - Number(b === 'facsimile'));

const ON_THE_WEB = /^[a-z][a-z\d+.-]{1,20}:\/\//i;

/** Why a file cannot be read, and what to do, by the code of the system. */
const UNREAD = new Map([
  [
    'ENOENT',
    'There is no such file. Correct its name, capitals and ending too; where it has spaces, put it in quotation marks.',
  ],
  ['EISDIR', 'It is a folder. Name one file in it; each is filed by a command of its own.'],
  ['EFBIG', 'It is larger than 64 MB. Part it.'],
  ['EFTYPE', 'It is a pipe, a socket or a device. Name a file.'],
  ['EACCES', 'You may not read it. Allow it (chmod u+r), or copy it elsewhere.'],
]);

/** What is told of a file that an option names and that cannot be read. @param code of the system */
export const unread = (option: string, name: string, code: string): string =>
  `--${option} ${shownWords(name)} cannot be read. ${UNREAD.get(code) ?? `The system says ${code}.`}`;

/** Looks at a file. @throws Refusal where the archive could not publish it */
export async function givenFile(name: string): Promise<GivenFile> {
  if (ON_THE_WEB.test(name))
    throw new Refusal(
      `--media ${shownWords(name)} cannot be filed. It is an address, and a file of this machine is asked: save it here, and name the file. For an entry that has the address under “missing: { url: … }”, npm run import -- --fetch gets it.`,
    );
  // npm runs a script in the project's folder, wherever it was called from.
  const file = resolve(process.env['INIT_CWD'] ?? '.', name);
  try {
    // A symbolic link is allowed; what it leads to is copied.
    const path = realpathSync(file);
    if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const found = await inspectFile(path);
    if ('fault' in found)
      throw new Refusal(`${shownWords(name)} cannot be filed. ${faultSentence(found.fault)}`);
    const { facts } = found;
    const kinds = LIKELIEST.filter((kind) => TYPES_OF_KIND[kind](facts.type));
    return { path, facts, stated: await statedInFile(path), kinds };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof Refusal || code === undefined) throw error;
    throw new Refusal(unread('media', name, code));
  }
}

const TELLS = {
  location: 'where it was made',
  serial: 'the number of a camera or lens',
} as const;

/** What a file says of itself, in lines: what may be taken, what it names, and what is never published. */
export function statedLines({ stated }: GivenFile, taken: ReadonlySet<string>): string[] {
  const offered = TEXT_FIELDS.flatMap(([, field, label]) => {
    const value = stated[field];
    return value === undefined || taken.has(field) ? [] : [`  ${field} (${label}): ${value}`];
  });
  const named = [...stated.persons, ...stated.places];
  const tells = stated.tells.map((one) => TELLS[one]);
  return [
    ...(offered.length > 0
      ? ['Its file says this too, which is not taken unless you say so (--take):', ...offered]
      : []),
    ...(named.length > 0
      ? [`Its file names ${named.join(', ')}: --person and --place take ids.`]
      : []),
    ...(tells.length > 0
      ? [`Its file tells ${tells.join(' and ')}. That is taken out of what is published.`]
      : []),
  ];
}
