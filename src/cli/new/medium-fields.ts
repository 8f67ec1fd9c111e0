import { basename } from 'node:path';
import type { z } from 'astro/zod';
import { UNKNOWN } from '../../domain/media/credit.ts';
import { type MediumKind, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import { mediumSchema } from '../../domain/media/medium.ts';
import { mediumFields, NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { own } from '../../domain/own.ts';
import { faultSentence, shownText, shownWords } from '../../domain/problem.ts';
import { faultOf } from '../../domain/schema-fault.ts';
import { Refusal } from '../../errors/refusal.mjs';
import type { MediumFields } from '../../import/adding/media-list.ts';
import { isNameOfFile } from '../../import/media/name-of-file.ts';
import type { GivenFile } from './given-file.ts';
import { type MediumSaid, TEXT_FIELDS } from './medium-options.ts';
import { HEARD, refuseWords } from './words-options.ts';

/** What is said of a medium, but for its file. */
export type SaidFields = Omit<MediumFields, 'file'>;

/** The kinds whose files are seen. */
export const SEEN: readonly MediumKind[] = ['photograph', 'graphic', 'facsimile'];

/** What is wrong with an answer, or with what an option says; nothing where a field can hold it. */
export function textObjection(
  field: (typeof TEXT_FIELDS)[number][1],
  value: string,
  { path }: Pick<GivenFile, 'path'>,
): string | undefined {
  const { success, error } = mediumSchema.shape[field].safeParse(value.trim() || undefined);
  if (!success) return error.issues[0]?.message;
  return field === 'altText' && isNameOfFile(value, basename(path))
    ? `“${shownWords(value)}” is the name of the file, which tells nobody what is to be seen. Say what is to be seen on it, or leave it empty (--decorative) where it says nothing that the text does not.`
    : undefined;
}

/** The names of fields in what --take says. @throws Refusal where one is none, or the file does not say it */
export function takenFields(take: string | undefined, { stated }: GivenFile): Set<string> {
  const named = (take ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const offered = TEXT_FIELDS.filter(([, field]) => stated[field] !== undefined).map(
    ([, field]) => field,
  );
  if (named.includes('all')) return new Set(offered);
  const strange = named.find((one) => !offered.some((field) => field === one));
  if (strange !== undefined)
    throw new Refusal(
      `The file says no “${shownWords(strange)}”. ${offered.length > 0 ? `It says ${offered.join(', ')}.` : 'It says nothing that could be taken.'}`,
    );
  return new Set(named);
}

function kindOf(said: string | undefined, { kinds, facts }: GivenFile): MediumKind {
  const [likeliest] = kinds;
  const kind = said === undefined ? likeliest : kinds.find((one) => one === said);
  if (kind) return kind;
  const known = said !== undefined && Object.hasOwn(TYPES_OF_KIND, said);
  throw new Refusal(
    `${known ? `A file of type ${facts.type} is no ${said}` : `--media-kind is a kind of medium; “${shownWords(said ?? '')}” is none`}: this one is ${kinds.join(' or ')}.`,
  );
}

/** Where a medium stands, as an entry says it; undefined at the end. @param ids of the paragraphs of the entry */
export function positionIn(said: string | undefined, ids: readonly string[]): string | undefined {
  if (said === undefined || said === 'end') return undefined;
  if (said === 'head' || ids.includes(said)) return said;
  const id = /^\d{1,6}$/.test(said) ? ids[Number(said) - 1] : undefined;
  if (id) return id;
  const many = ids.length > 1 ? `or a number from 1 to ${ids.length}` : 'or 1';
  throw new Refusal(
    ids.length === 0
      ? `--position ${shownWords(said)}: there is no such paragraph, since the entry has no text. Write head or end.`
      : `--position ${shownWords(said)}: there is no such paragraph. The text has ${ids.length === 1 ? 'one' : ids.length}. Write head, end, ${many}; the paragraph’s id stands in its permalink, as ${ids[0]}.`,
  );
}

/** Names of the files of words, until these are placed. */
const STAND_INS = { ocr: 'words.xml', transcript: 'words.txt', captions: 'words.vtt' } as const;

/** The fields that name files of words. @param nameOf the names that these have in the archive */
export function wordsFields(
  { ocr, transcript, captions, lang = '' }: MediumSaid,
  nameOf: (as: keyof typeof STAND_INS) => string | undefined = (as) => STAND_INS[as],
): Pick<SaidFields, 'ocr' | 'transcript' | 'captions'> {
  const isNone = transcript === NO_TRANSCRIPT;
  return {
    ...(ocr !== undefined && { ocr: nameOf('ocr') }),
    ...(transcript !== undefined && { transcript: isNone ? transcript : nameOf('transcript') }),
    ...(captions !== undefined && { captions: [{ file: nameOf('captions') ?? '', lang }] }),
  };
}

/** What the options say of a medium, and those fields of its file that they take. @throws Refusal where something is missing */
export function fieldsFrom(said: MediumSaid, file: GivenFile): SaidFields {
  const kind = kindOf(said['media-kind'], file);
  const taken = takenFields(said.take, file);
  const texts = new Map(
    TEXT_FIELDS.flatMap(([option, field]) => {
      const value = said[option] ?? (taken.has(field) ? file.stated[field] : undefined);
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
  const { decorative, person, place, transcript, 'media-lang': lang } = said;
  const lacks = (option: string, what: string) => new Refusal(`Say ${what}: ${option}.`);
  if (SEEN.includes(kind) && !texts.has('altText') && !decorative)
    throw lacks('--alt-text TEXT, or --decorative', 'what is to be seen on it');
  if (!SEEN.includes(kind) && !texts.has('caption')) throw lacks('--caption TEXT', 'what it is');
  if (!texts.has('creditLine'))
    throw lacks(`--credit-line TEXT, or --credit-line ${UNKNOWN}`, 'to whom it is credited');
  if (HEARD.includes(kind) && transcript === undefined)
    throw lacks(
      `--transcript FILE, or --transcript ${NO_TRANSCRIPT}`,
      'where its words are written',
    );
  refuseWords(said, kind, file.kinds);
  const altText = texts.get('altText');
  const objection = altText && textObjection('altText', altText, file);
  if (objection) throw new Refusal(objection);
  return {
    kind,
    // biome-ignore lint/plugin: its keys are those of a medium
    ...Object.fromEntries(texts),
    ...(decorative && { decorative }),
    ...(place !== undefined && { locationShown: place }),
    ...(person !== undefined && { personsShown: person }),
    ...(lang !== undefined && { lang }),
    ...wordsFields(said),
  };
}

/** The option that gives a field. */
function optionOf(field: string): string {
  const [option] = TEXT_FIELDS.find(([, one]) => one === field) ?? [];
  const others = new Map([
    ['personsShown', 'person'],
    ['locationShown', 'place'],
    ['kind', 'media-kind'],
    ['lang', 'media-lang'],
  ]);
  return `--${option ?? others.get(field) ?? field}`;
}

/** @throws Refusal where a field is not as an entry has it, before anything is written */
export function refuseFields(fields: SaidFields): void {
  const { success, error } = mediumSchema.safeParse({ file: 'a.jpg', ...fields });
  const [issue] = error?.issues ?? [];
  if (success || !issue) return;
  const [field = ''] = issue.path.map(String);
  const fault = faultOf(issue, own(mediumFields.shape, field) as z.ZodType | undefined);
  const said = issue.path.reduce<unknown>(own, fields);
  throw new Refusal(
    `${optionOf(field)}${typeof said === 'string' ? ` “${shownWords(said)}”` : ''} cannot be filed. ${shownText(fault ? faultSentence(fault) : issue.message)}`,
  );
}
