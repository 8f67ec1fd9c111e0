import { isCancel, text } from '@clack/prompts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import { Refusal } from '../../errors/refusal.mjs';
import type { NamedEntry } from '../../import/adding/named-entry.ts';
import type { GivenFile } from './given-file.ts';
import type { MediumSaid } from './medium-options.ts';

/** A paragraph that a medium may follow. */
interface Place {
  id: string;
  text: string;
}

/** What a question is asked of. */
export interface Asked {
  file: GivenFile;
  entry: NamedEntry;
  places: readonly Place[];
}

/** Options that an answer stands for. An empty answer is kept as such: it was asked. */
export interface Question {
  options: readonly (keyof MediumSaid)[];
  /** What it is called where one answer of several is corrected. */
  label: string;
  isOf: (kind: MediumKind) => boolean;
  /** True where it is asked of each medium; another is asked where its option is corrected. */
  isUsual: boolean;
  /** @param before what was answered before, where it is asked again */
  ask: (now: MediumSaid, before: MediumSaid, of: Asked) => Promise<MediumSaid>;
}

/** @throws Refusal where somebody ends the questions */
export function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Refusal('No picture was filed.', 130);
  return answer as Exclude<T, symbol>;
}

/** Asks for a line. @param validate tells what is wrong with it */
export const line = async (
  message: string,
  placeholder: string,
  initialValue: string | undefined,
  validate: (value: string) => string | undefined = () => undefined,
) =>
  answered(
    await text({
      message,
      placeholder,
      initialValue: initialValue ?? '',
      defaultValue: '',
      validate: (value = '') => validate(value.trim()),
    }),
  ).trim();

/** Of every kind. */
export const always = () => true;
