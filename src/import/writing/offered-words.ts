import { UNKNOWN } from '../../domain/media/credit.ts';
import type { StatedFields } from '../../domain/media/stated-fields.ts';
import { shownText } from '../../domain/problem.ts';
import { asLine } from '../source-document.ts';
import type { MediumFields } from './medium-fields.ts';

/** What may be filed of what a file says of itself, in the order of the schema. */
const FIELDS = [
  ...(['altText', 'caption', 'creditLine', 'creator', 'source'] as const),
  ...(['copyrightNotice', 'licence', 'usageTerms', 'dateCreated'] as const),
];
/** Characters of a value that a note has. */
const LONGEST = 120;

/**
 * A note of what a file says of itself (IPTC, XMP, EXIF) and its source does not: it is offered, and nothing of it is filed
 * unasked. None where it says nothing more.
 *
 * @param fields what is filed of it
 */
export function offeredWords(file: string, stated: StatedFields, fields: MediumFields): string[] {
  const offered = FIELDS.flatMap((field) => {
    const [value, filed] = [stated[field], fields[field]];
    const isFiled = filed !== undefined && filed !== UNKNOWN;
    return value === undefined || isFiled ? [] : `${field}: “${asLine(value, LONGEST)}”`;
  });
  if (offered.length === 0) return [];
  return [`${file} says of itself, and nothing of it is filed: ${shownText(offered.join('; '))}`];
}
