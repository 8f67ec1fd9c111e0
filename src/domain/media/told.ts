import { UNKNOWN } from './credit.ts';
import type { PublishedMedium } from './filed-medium.ts';

/** What is told of a file, whichever article tells it. */
export type Told = Pick<
  PublishedMedium,
  | 'altText'
  | 'caption'
  | 'creditLine'
  | 'creator'
  | 'source'
  | 'copyrightNotice'
  | 'licence'
  | 'usageTerms'
  | 'dateCreated'
  | 'locationShown'
>;

interface Use {
  medium: PublishedMedium;
}

/** The use whose words name a file: the first that has a caption, or else says what is to be seen. */
export const telling = <U extends Use>(uses: readonly [U, ...U[]]): U =>
  uses.find(({ medium }) => medium.caption !== undefined) ??
  uses.find(({ medium }) => medium.altText !== undefined) ??
  uses[0];

/** What the articles that show a file tell of it together: of each field what the first says that has it. */
export function toldOf<U extends Use>(uses: readonly [U, ...U[]]): Told {
  const inOrder = [telling(uses), ...uses];
  const first = <Field extends keyof Told>(field: Field) =>
    inOrder.find(({ medium }) => medium[field] !== undefined)?.medium[field];
  const credited = inOrder.find(({ medium: { creditLine = UNKNOWN } }) => creditLine !== UNKNOWN);
  return {
    altText: first('altText'),
    caption: first('caption'),
    creditLine: credited?.medium.creditLine ?? first('creditLine'),
    creator: first('creator'),
    source: first('source'),
    copyrightNotice: first('copyrightNotice'),
    licence: first('licence'),
    usageTerms: first('usageTerms'),
    dateCreated: first('dateCreated'),
    locationShown: first('locationShown'),
  };
}

/** The people whom a file shows, as its articles say. */
export const personsIn = (uses: readonly Use[]): string[] => [
  ...new Set(uses.flatMap(({ medium }) => medium.personsShown)),
];

/** The corrections of what is told of a medium. @param id undefined where the archive does not have it */
export const correctionsOfMedium = <C extends { was?: string | undefined }>(
  id: string | undefined,
  corrections: readonly C[],
): C[] =>
  id === undefined ? [] : corrections.filter(({ was }) => was?.startsWith(`${id}.`) ?? false);
