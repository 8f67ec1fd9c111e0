import { risEntry } from '../ris.ts';
import { labelledCredit, type MediumReference } from './reference.ts';
import { TYPES } from './type.ts';

/** A reference to a medium in RIS. */
export function mediumRisText({
  kind,
  genre,
  title,
  creator,
  credit,
  source,
  publication,
  date,
  statedLang,
  caption,
  archive,
  url,
}: MediumReference): string {
  const [year, month = '', day = ''] = date?.split('-') ?? [];
  return risEntry([
    ['TY', TYPES[kind].ris],
    ['TI', title],
    ['AU', creator],
    ['T2', publication],
    ['M3', genre],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['LA', statedLang],
    ['AB', caption === title ? undefined : caption],
    ['N1', credit && labelledCredit(credit, 'Credit: ')],
    ['N1', source && `Source: ${source}`],
    ['DB', archive.title],
    ['UR', url],
  ]);
}
