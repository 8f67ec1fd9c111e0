import { asLine } from '../../source-document.ts';
import { whyWithheld } from '../fields/withheld.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault } from '../status.ts';

/** What the file of a manuscript says of itself; it is of the file, and of the article only by chance. */
export interface Properties {
  title: string;
  creator: string;
  /** The day on which the file was made. */
  made: string;
  lang: string;
  /** What says how far it is, and what its owners added. */
  status: string;
  own: (readonly [name: string, value: string])[];
}

export const noProperties = (): Properties => ({
  title: '',
  creator: '',
  made: '',
  lang: '',
  status: '',
  own: [],
});

/** Why a file with these properties was not published. */
export function whyNotByProperties({ status, own }: Properties): Skipped | undefined {
  return (status.trim() === '' ? undefined : fieldFault('status', status)) ?? whyWithheld(own);
}

/** A title that a program gave a file by itself. */
const OF_PROGRAM =
  /^microsoft (?:word|powerpoint)\b|\.(?:docx?|odt|rtf|dotx?|pdf|indd|qxd|qxp|tex|dvi)$|^(?:untitled|document\d*|unbenannt\d*|dokument\d*)$/iu;

/** The title that a file has, where somebody gave it. */
export const filedTitle = (title: string): string | undefined =>
  OF_PROGRAM.test(title.trim()) || !/\p{L}/u.test(title) ? undefined : asLine(title, 300);
