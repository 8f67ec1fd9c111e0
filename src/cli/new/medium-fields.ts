import { type MediumKind, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { shownWords } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import type { MediumFields } from '../../import/adding/media-list.ts';
import { lacking, nameObjection, schemaObjections } from './field-objections.ts';
import type { GivenFile } from './given-file.ts';
import { type MediumSaid, TEXT_FIELDS } from './medium-options.ts';
import { Refusals } from './refusals.ts';
import { wordsObjections } from './words/options.ts';

/** What is said of a medium, but for its file. */
export type SaidFields = Omit<MediumFields, 'file'>;

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

/**
 * What the options say of a medium, and those fields of its file that they take.
 *
 * @throws Refusal with all that is missing, or is not as an entry has it
 */
export function fieldsFrom(said: MediumSaid, file: GivenFile): SaidFields {
  const refusals = new Refusals();
  const kind = refusals.made(() => kindOf(said['media-kind'], file));
  const taken = refusals.made(() => takenFields(said.take, file));
  const texts = new Map(
    TEXT_FIELDS.flatMap(([option, field]) => {
      const value = said[option] ?? (taken?.has(field) ? file.stated[field] : undefined);
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
  const lacks = kind ? lacking(said, kind, texts) : [];
  refusals.add(...lacks.map(([, sentence]) => sentence));
  if (kind) refusals.add(...wordsObjections(said, kind, file.kinds));
  const altText = texts.get('altText');
  const name = altText && nameObjection(altText, file);
  if (name) refusals.add(name);
  const { decorative, person, place, 'media-lang': lang } = said;
  const fields = {
    // biome-ignore lint/plugin: its keys are those of a medium
    ...Object.fromEntries(texts),
    ...(decorative && { decorative }),
    ...(place !== undefined && { locationShown: place }),
    ...(person !== undefined && { personsShown: person }),
    ...(lang !== undefined && { lang }),
    ...wordsFields(said),
  };
  const told = lacks.map(([field]) => field);
  refusals.add(...schemaObjections({ kind, ...fields }, told));
  return { kind: refusals.unless(kind), ...fields };
}
