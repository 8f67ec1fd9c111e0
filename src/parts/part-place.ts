import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOfSources, isWithin } from '../build/site-fault.ts';
import { shownPath } from '../content/files/archive-path.ts';
import { Refusal } from '../errors/refusal.mjs';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { trueName } from '../lock/lock-place.ts';
import { mayHoldPart } from './part-manifest.ts';

/** Whether a folder, or one above it, is a built site. */
const isInSite = (folder: string): boolean =>
  existsSync(join(folder, SITE_MANIFEST)) ||
  (dirname(folder) !== folder && isInSite(dirname(folder)));

/**
 * Refuses a folder for parts that is of the archive, of the project, or in a built site: a part is not for publication.
 *
 * @throws Refusal
 */
export function refusePartsPlace(place: string, content: string): void {
  const folder = trueName(place);
  if (isOfSources(folder, content))
    throw new Refusal(
      `Parts are kept apart from the archive and the project: name another folder than ${shownPath(folder)} with --parts.`,
    );
  if (isInSite(folder))
    throw new Refusal(
      `${shownPath(folder)} is in a built site, and a part has drafts and withheld words: name another folder with --parts.`,
    );
}

/** Refuses to put a part into a folder that has anything else. @throws Refusal */
export function refuseForeign(folder: string): void {
  if (!mayHoldPart(folder))
    throw new Refusal(
      `${shownPath(folder)} has files that are of no part, and a part takes the place of all that is in its folder: name another folder with --parts.`,
    );
}

/** Refuses a folder for the joined site that holds its parts, or is in one of them. @throws Refusal */
export function refuseSiteAmongParts(site: string, place: string): void {
  const parts = trueName(place);
  if (isWithin(parts, site) || isWithin(site, parts))
    throw new Refusal(
      `The site would take the place of its parts: name another folder than ${shownPath(site)} with --out.`,
    );
}
