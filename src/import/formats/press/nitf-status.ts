import { shownWords } from '../../../domain/problem.ts';
import { asTime } from '../../time/time.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault, isHeld } from '../status.ts';
import { at, firstValue, type XmlElement } from '../xml/element.ts';
import { heldByNote } from './editors-note.ts';

/** The notes to editors of an NITF item. */
export const editorsNotes = (nitf: XmlElement): string[] =>
  at(nitf, 'head', 'docdata', 'ed-msg').flatMap(
    ({ attributes }) => attributes.get('info')?.trim() || [],
  );

/** Why a picture, sound or film in an NITF item is not to be published, by what is said of it. */
export const nitfMediaFault = (media: XmlElement): Skipped | undefined =>
  at(media, 'media-metadata')
    .map(({ attributes }) =>
      fieldFault(attributes.get('name') ?? '', attributes.get('value') ?? ''),
    )
    .find(Boolean);

/** Why an NITF item is not to be published. */
export function nitfFault(nitf: XmlElement): Skipped | undefined {
  const docdata = at(nitf, 'head', 'docdata');
  const status = firstValue(docdata, 'management-status')?.trim().toLowerCase() ?? 'usable';
  if (status !== 'usable')
    return {
      skipped: `its status is “${shownWords(status)}”, not usable`,
      as: status === 'embargoed' ? 'embargoed' : 'withdrawn',
    };
  for (const { attributes } of at(nitf, 'head', 'meta')) {
    const fault = fieldFault(attributes.get('name') ?? '', attributes.get('content') ?? '');
    if (fault) return fault;
  }
  for (const one of docdata) {
    const release = firstValue(at(one, 'date.release'), 'norm');
    if (release && isHeld(asTime(release)?.published ?? release))
      return { skipped: `it is held until ${shownWords(release)}`, as: 'embargoed' };
  }
  return editorsNotes(nitf).map(heldByNote).find(Boolean);
}
