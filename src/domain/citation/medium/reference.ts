import { longPeriod } from '../../date.ts';
import { UNKNOWN } from '../../media/credit.ts';
import type { MediumKind } from '../../media/media-type.ts';
import type { Told } from '../../media/told.ts';
import type { CitedArchive } from '../reference.ts';

/** What a reference says of a picture, scan, document, sound or film. Nothing stands in it that no article states. */
export interface MediumReference {
  /** Id of the medium. */
  id: string;
  kind: MediumKind;
  /** What it is, in a word: “photograph”. */
  genre: string;
  /** The opening words of its caption; in square brackets what else names it, since that is no title of its own. */
  title: string;
  /** Who made it; undefined where nobody says so. A credit line names others too. */
  creator: string | undefined;
  /** To whom it is credited; undefined where that is not known. */
  credit: string | undefined;
  /** From whom the archive has it. */
  source: string | undefined;
  /** The newspaper of which it is a page, as a scan is. */
  publication: string | undefined;
  /** The day, month or year in which it was made. */
  date: string | undefined;
  /** The language of its words where an article states it, as a BCP 47 tag. */
  statedLang: string | undefined;
  /** Its caption. */
  caption: string | undefined;
  archive: CitedArchive;
  url: string;
}

/** What a reference is made of. */
interface CitedMedium
  extends Pick<MediumReference, 'id' | 'kind' | 'genre' | 'title' | 'statedLang' | 'publication'> {
  told: Told;
}

/** The reference to a medium. @param url of its page */
export function mediumReferenceOf(
  { id, kind, genre, title, statedLang, publication, told }: CitedMedium,
  url: string,
  archive: CitedArchive,
): MediumReference {
  const { caption, creator, creditLine, source, dateCreated } = told;
  return {
    ...{ id, kind, genre, statedLang, caption, creator, source, publication, archive, url },
    title: caption === undefined ? `[${title}]` : title,
    credit: creditLine === UNKNOWN ? undefined : creditLine,
    date: dateCreated,
  };
}

// “Photo: B. Lind”, “Archival photograph: Council of the Isles”.
const LABELLED = /^\p{L}[\p{L} ]{0,30}: /u;

/** A credit line with the word that says what it is, unless it has one of its own. @param label “Credit: ” */
export const labelledCredit = (credit: string, label: string): string =>
  LABELLED.test(credit) ? credit : `${label}${credit}`;

/** What stands between commas in the text of a footnote. Each may be in a script of its own direction. */
export function mediumReferenceParts({
  title,
  genre,
  creator,
  credit,
  source,
  publication,
  date,
  archive,
}: MediumReference): string[] {
  const isCredited = credit !== undefined && credit !== creator;
  const isSaid = source === undefined || source === creator || (credit ?? '').includes(source);
  return [
    ...(creator ? [creator] : []),
    `“${title}”`,
    genre,
    // The abbreviation of footnotes for what has no date.
    date ? longPeriod(date, archive.lang) : 'n.d.',
    ...(isCredited ? [labelledCredit(credit, 'credited to ')] : []),
    ...(isSaid || source === publication ? [] : [source]),
    // The title of a page of a newspaper begins with its name.
    ...(publication && !title.includes(publication) ? [publication] : []),
    `in ${archive.title}`,
  ];
}
