import { basename } from 'node:path';
import type { z } from 'astro/zod';
import { UNKNOWN } from '../../domain/media/credit.ts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import { mediumSchema } from '../../domain/media/medium.ts';
import { mediumFields, NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { own } from '../../domain/own.ts';
import { faultSentence, shownText, shownWords } from '../../domain/problem.ts';
import { faultOf } from '../../domain/schema-fault.ts';
import { isNameOfFile } from '../../import/media/name-of-file.ts';
import type { GivenFile } from './given-file.ts';
import { type MediumSaid, TEXT_FIELDS } from './medium-options.ts';
import { HEARD } from './words/options.ts';

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
  return field === 'altText' ? nameObjection(value, { path }) : undefined;
}

/** What is told of a description that is the name of the file; nothing where it is another. */
export const nameObjection = (
  altText: string,
  { path }: Pick<GivenFile, 'path'>,
): string | undefined =>
  isNameOfFile(altText, basename(path))
    ? `“${shownWords(altText)}” is the name of the file, which tells nobody what is to be seen. Say what is to be seen on it, or leave it empty (--decorative) where it says nothing that the text does not.`
    : undefined;

/** What a medium of a kind lacks, by the field, with the option that says it. @param texts what is said in its fields */
export function lacking(
  { decorative, transcript }: MediumSaid,
  kind: MediumKind,
  texts: ReadonlyMap<string, string>,
): (readonly [field: string, sentence: string])[] {
  // A blank one says nothing.
  const has = (field: string) => (texts.get(field) ?? '').trim() !== '';
  const isSeen = SEEN.includes(kind);
  const lacks: readonly [field: string, isLacking: boolean, what: string][] = [
    [
      'altText',
      isSeen && !has('altText') && !decorative,
      'what is to be seen on it: --alt-text TEXT, or --decorative, where it shows nothing that the text does not say',
    ],
    ['caption', !isSeen && !has('caption'), 'what it is: --caption TEXT'],
    [
      'creditLine',
      !has('creditLine'),
      `to whom it is credited: --credit-line TEXT, or --credit-line ${UNKNOWN}`,
    ],
    [
      'transcript',
      HEARD.includes(kind) && transcript === undefined,
      `where its words are written: --transcript FILE, or --transcript ${NO_TRANSCRIPT}`,
    ],
  ];
  return lacks.flatMap(([field, isLacking, what]) =>
    isLacking ? [[field, `Say ${what}.`] as const] : [],
  );
}

/** The option that gives a field. */
function optionOf(field: string): string {
  const [option] = TEXT_FIELDS.find(([, one]) => one === field) ?? [];
  return `--${option ?? field}`;
}

/** Fields of which the options themselves tell what is wrong, in their own words. */
const TOLD_OF_OPTIONS = [
  ...['kind', 'lang', 'ocr', 'transcript', 'captions'],
  ...['personsShown', 'locationShown'],
];

/** What is told of each field that is not as an entry has it. @param told the fields of which something is told already */
export function schemaObjections(fields: unknown, told: readonly string[]): string[] {
  const { error } = mediumSchema.safeParse({ file: 'a.jpg', ...(fields as object) });
  return (error?.issues ?? []).flatMap((issue) => {
    const [field = ''] = issue.path.map(String);
    if (TOLD_OF_OPTIONS.includes(field) || told.includes(field)) return [];
    const fault = faultOf(issue, own(mediumFields.shape, field) as z.ZodType | undefined);
    const said = issue.path.reduce<unknown>(own, fields);
    return `${optionOf(field)}${typeof said === 'string' ? ` “${shownWords(said)}”` : ''} cannot be filed. ${shownText(fault ? faultSentence(fault) : issue.message)}`;
  });
}
