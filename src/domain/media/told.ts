import type { Correction } from '../article/correction.ts';
import { UNKNOWN } from './credit.ts';
import type { PublishedMedium } from './filed-medium.ts';
import { MEDIA_ID } from './media-id.ts';

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

type Corrected = Pick<Correction, 'was' | 'added'>;

/**
 * The medium at which a correction of one is told: the one whose words were corrected, or the one that stands in the
 * place of what was swapped. Undefined for any other correction, and where nothing stands there now.
 *
 * @param all the corrections of its article, since what took a place may have been swapped again
 * @param isHere whether its article has a medium of this id
 */
export function mediumOfCorrection(
  { was = '', added }: Corrected,
  all: readonly Corrected[],
  isHere: (id: string) => boolean,
): string | undefined {
  const [id = '', part] = was.split('.');
  if (!MEDIA_ID.test(id)) return undefined;
  const seen = new Set<string>();
  let at = part === undefined ? added : id;
  while (at !== undefined && !isHere(at) && part === undefined && !seen.has(at)) {
    seen.add(at);
    at = all.find((one) => one.was === at)?.added;
  }
  return at !== undefined && isHere(at) ? at : undefined;
}

/** The corrections that are told at a medium. @param id undefined where the archive does not have it */
export const correctionsOfMedium = <C extends Corrected>(
  id: string | undefined,
  corrections: readonly C[],
): C[] =>
  id === undefined
    ? []
    : corrections.filter(
        (one) => mediumOfCorrection(one, corrections, (other) => other === id) === id,
      );
