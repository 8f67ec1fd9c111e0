import { whyWithheld } from '../fields/withheld.ts';
import type { Skipped } from '../status.ts';
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
