import { UNKNOWN } from '../../../domain/media/credit.ts';
import type { FiledMedium } from '../../../domain/media/filed-medium.ts';

/** What a file of a medium says of whose work it is. */
export type StatedRights = Pick<
  FiledMedium,
  'creditLine' | 'creator' | 'source' | 'copyrightNotice' | 'licence' | 'usageTerms'
>;

/** What an article states of the rights in a medium. That nobody knows whom to credit is not said as a name. */
export function statedRights({
  creditLine,
  creator,
  source,
  copyrightNotice,
  licence,
  usageTerms,
}: StatedRights): StatedRights {
  const credited = creditLine === UNKNOWN ? undefined : creditLine;
  return { creditLine: credited, creator, source, copyrightNotice, licence, usageTerms };
}

/** Whether anything is stated. */
export const isStated = (rights: StatedRights): boolean =>
  Object.values(rights).some((words) => words !== undefined);
