import { shownWords } from '../../../domain/problem.ts';
import type { Skipped } from '../skipped.ts';
import { isHeld } from '../status.ts';
import { at, textOf, type XmlElement } from '../xml/element.ts';
import { heldByNote } from './editors-note.ts';

/** What a code of NewsML-G2 says: `usable` of `stat:usable`, or of an address that ends so. */
export const codeOf = ({ attributes }: XmlElement): string =>
  (attributes.get('qcode') ?? attributes.get('uri') ?? attributes.get('literal') ?? '')
    .trim()
    .slice(-60)
    .replace(/^.*[:/#]/u, '')
    .toLowerCase();

/** The notes to editors of an item. */
export const editorsNotes = (item: XmlElement): string[] =>
  at(item, 'itemmeta', 'ednote').flatMap((one) => textOf(one).trim() || []);

/** Why an item of NewsML-G2 is not to be published, or is no text. */
export function g2Fault(item: XmlElement): Skipped | undefined {
  if (item.name !== 'newsitem')
    return { skipped: `it is a ${shownWords(item.name)}, not a text`, as: 'kind' };
  const meta = at(item, 'itemmeta');
  for (const kind of meta.flatMap((one) => at(one, 'itemclass')).map(codeOf))
    if (kind !== 'text')
      return { skipped: `it is of the class “${shownWords(kind)}”, not text`, as: 'kind' };
  return statusFault(item);
}

/** Why an item of NewsML-G2, whatever it is of, is not to be published. */
export function statusFault(item: XmlElement): Skipped | undefined {
  const meta = at(item, 'itemmeta');
  for (const status of meta.flatMap((one) => at(one, 'pubstatus')).map(codeOf))
    if (status !== 'usable')
      return { skipped: `its status is “${shownWords(status)}”, not usable`, as: 'withdrawn' };
  for (const embargo of meta.flatMap((one) => at(one, 'embargoed')).map(textOf))
    if (embargo.trim() !== '' && isHeld(embargo))
      return { skipped: `it is embargoed until ${shownWords(embargo)}`, as: 'embargoed' };
  return editorsNotes(item).map(heldByNote).find(Boolean);
}
