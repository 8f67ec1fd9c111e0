import { hash } from 'node:crypto';
import { UNKNOWN } from '../../domain/media/credit.ts';
import { endingOf, type FileFacts } from '../../domain/media/media-type.ts';
import { differingFields } from '../../domain/media/of-file.ts';
import type { StatedFields } from '../../domain/media/stated-fields.ts';
import { shownWords } from '../../domain/problem.ts';
import { agreeing, type FiledMedia, type Said } from '../media/filed-media.ts';
import { together } from '../media/located.ts';
import { isNameOfFile } from '../media/name-of-file.ts';
import type { FetchMedium, LocalFile, WrittenMedium } from '../media/source-medium.ts';
import { asLine } from '../source-document.ts';
import type { Disk } from './disk.ts';
import {
  gapFields,
  inOrder,
  type MediumFields,
  mediumFields,
  type Words,
  wordsFor,
} from './medium-fields.ts';
import { type EntryPlace, MediumNames } from './medium-name.ts';
import { bytesOf, lookAt, type PlannedFile } from './planned-file.ts';
import { planWords } from './words-plan.ts';

/** A medium as its source states it, and what it becomes. */
interface PlannedMedium {
  stated: WrittenMedium;
  fields: MediumFields;
  /** True where the reason of a gap was learned from the web, and will not pass. */
  isLearned?: boolean;
}

/** What is made of the media of one article before anything of it is written. */
export interface MediaPlan {
  /** Each medium, in its order, with what it becomes. */
  media: PlannedMedium[];
  /** Those that are the same file as one of them. */
  again: PlannedMedium[];
  files: PlannedFile[];
  /** How many pictures were none of an article, being a point or a line. */
  small: number;
  /** What files say of themselves, by their SHA-256, and whether another entry shows them. */
  looked: Map<string, { stated: StatedFields; isKnown: boolean }>;
  /** What another entry says otherwise of the same file, and which stays; what of them could not be kept besides. */
  notes: string[];
}

/** What planning needs of the archive. */
export interface MediaWriting {
  disk: Disk;
  /** Gets files from the web, where the archivist asks for it. */
  fetch?: FetchMedium | undefined;
  /** What entries say of files. */
  filedMedia?: FiledMedia | undefined;
}

/** A picture that is so narrow is a counter of readers, or a line. */
const POINT = 2;

/** A file that another entry withholds: this one withholds it too. */
const withheldFields = ({ fields: { kind, withheld } }: Said, sha256: string): MediumFields => ({
  sha256,
  kind,
  withheld,
});

const isPoint = ({ type, width = POINT + 1, height = POINT + 1 }: FileFacts) =>
  type.startsWith('image/') && (width <= POINT || height <= POINT);

/**
 * What of a medium’s words is not there is taken from another statement of the same file. What is known of the file itself
 * is what another entry says that shows it, if one does.
 */
function addWords(fields: MediumFields, words: Words, known: Said | undefined): void {
  const credited = (line: string | undefined) => (line === UNKNOWN ? undefined : line);
  const { decorative: _, ...others } = words;
  const caption = together(fields.caption, words.caption, ' ');
  const creditLine = together(credited(fields.creditLine), credited(words.creditLine), '; ');
  const added = {
    ...others,
    ...fields,
    ...(caption !== undefined && { caption: asLine(caption, 5000) }),
    creditLine: creditLine ?? UNKNOWN,
  };
  Object.assign(fields, known ? agreeing(added, known) : added);
}

/**
 * Looks at the files of the media of an article, and says what each becomes: a file beside the entry, in a folder of its
 * name, or among those that several entries show; or a named gap. Nothing of the archive changes.
 */
export async function planMedia(
  media: readonly WrittenMedium[],
  entry: EntryPlace,
  { disk, fetch, filedMedia }: MediaWriting,
): Promise<MediaPlan> {
  const plan: MediaPlan = {
    media: [],
    again: [],
    files: [],
    looked: new Map(),
    notes: [],
    small: 0,
  };
  const bySha256 = new Map<string, MediumFields>();
  const names = new MediumNames(entry, disk);

  const nameFor = ({ name = '', kind, sharedIn }: WrittenMedium, facts: FileFacts) => ({
    name: name.replace(/\.[A-Za-z\d]{1,5}$/u, ''),
    fallback: kind,
    ending: endingOf(facts.type),
    sharedIn,
  });

  /** What is stated of a medium, without an alternative text that is the name of its file. */
  function withoutNames(stated: WrittenMedium): WrittenMedium {
    const { altText, name } = stated;
    if (altText === undefined || !isNameOfFile(altText, name)) return stated;
    plan.notes.push(
      `alternative text left out, since it is the name of a file: ${shownWords(altText)}`,
    );
    return { ...stated, altText: undefined };
  }

  /** Tells what a source says of a file otherwise than another entry that shows it. */
  function tellOtherwise(own: Words, file: string, known: Said): void {
    for (const field of differingFields(own, known.fields))
      plan.notes.push(
        `${field} of ${file} is that of ${known.entry}, which shows the same file; its source says: ${shownWords(`${own[field] ?? 'nothing'}`)}`,
      );
  }

  async function fieldsOf(stated: WrittenMedium, from: LocalFile): Promise<MediumFields | string> {
    const bytes = bytesOf(from);
    if (typeof bytes === 'string') return bytes;
    const sha256 = hash('sha256', bytes);
    const same = bySha256.get(sha256);
    if (same) {
      const words = wordsFor(stated, stated.kind);
      if (typeof words !== 'string') {
        const known = filedMedia?.of(sha256);
        if (known) tellOtherwise({ ...words, kind: same.kind }, same.file ?? '', known);
        addWords(same, words, known);
      }
      return same;
    }
    const found = await lookAt(bytes, sha256, disk);
    if (typeof found === 'string') return found;
    const { facts } = found;
    if (isPoint(facts)) return '';
    const known = filedMedia?.of(sha256);
    if (known?.fields.withheld) {
      plan.notes.push(`a picture is withheld, as it is in ${known.entry}`);
      return withheldFields(known, sha256);
    }
    const own = mediumFields(stated, facts, () => names.nameFor(nameFor(stated, facts), bytes));
    const { file } = own;
    if (file === undefined) return own.missing?.reason ?? '';
    const agreed = known ? agreeing(own, known) : own;
    if (known) tellOtherwise(own, file, known);
    const { kind } = agreed;
    const words = await planWords(stated, { file, kind, facts }, names, disk);
    const fields = inOrder({ ...agreed, ...words.fields });
    bySha256.set(sha256, fields);
    const files = [{ path: names.pathOf(file), sha256, from }, ...words.files];
    plan.files.push(...files.map((one) => ({ ...one, of: sha256 })));
    plan.notes.push(...words.notes);
    plan.looked.set(sha256, { stated: found.stated, isKnown: known !== undefined });
    return fields;
  }

  for (const stated of media.map(withoutNames)) {
    let { local, reason } = stated;
    let isLearned = false;
    if (!local && fetch && stated.urls.length > 0) {
      const fetched = await fetch(stated);
      if (!('reason' in fetched)) local = fetched;
      else if (!fetched.isPassing) [reason, isLearned] = [fetched.reason, true];
      // What may pass is no reason that readers should find there for years.
      else plan.notes.push(`a picture could not be fetched this time: ${fetched.reason}`);
    }
    const fields = local && (await fieldsOf(stated, local));
    if (fields === '') plan.small++;
    else if (typeof fields !== 'object')
      plan.media.push({ stated, fields: gapFields(stated, fields ?? reason), isLearned });
    else
      (plan.media.some((one) => one.fields === fields) ? plan.again : plan.media).push({
        stated,
        fields,
      });
  }
  return plan;
}
