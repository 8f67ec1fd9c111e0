import { biblatexText } from './biblatex.ts';
import { cslItem } from './csl.ts';
import { mediumBiblatexText } from './medium/biblatex.ts';
import { mediumCslItem } from './medium/csl.ts';
import { mediumRisText } from './medium/ris.ts';
import type { Reference } from './reference.ts';
import { risText } from './ris.ts';

/** A file format for references. */
export interface Form<R = Reference> {
  name: string;
  /** The ending of its files, without a leading dot. */
  ending: string;
  /** The media type of such a file. */
  type: string;
  text: (references: readonly R[]) => string;
}

/** The formats in which references are offered. @param write how each format writes one; of CSL-JSON, its item */
const formsOf = <R>(write: {
  ris: (reference: R) => string;
  biblatex: (reference: R) => string;
  csl: (reference: R) => object;
}): readonly Form<R>[] => [
  {
    name: 'RIS',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    text: (references) => references.map(write.ris).join(''),
  },
  {
    name: 'BibLaTeX',
    ending: 'bib',
    type: 'application/x-bibtex',
    text: (references) => references.map(write.biblatex).join(''),
  },
  {
    name: 'CSL-JSON',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    text: (references) =>
      `[\n${references.map((one) => JSON.stringify(write.csl(one))).join(',\n')}\n]\n`,
  },
];

/** The formats in which references to articles are offered. */
export const FORMS = formsOf({ ris: risText, biblatex: biblatexText, csl: cslItem });

/** The formats in which references to media are offered. */
export const MEDIUM_FORMS = formsOf({
  ris: mediumRisText,
  biblatex: mediumBiblatexText,
  csl: mediumCslItem,
});

/**
 * What cannot stand in a URL as it is. The usual function encodes more than it must, of addresses and of all letters but
 * those of English: a third of a page would be its references.
 */
const UNFIT = /[^\w\-.!~*'()/:,=@\u00A0-\u{10FFFF}]+/gu;

/** A reference file as a `data:` URL, so that a page holds it: hosts count files. */
export const fileAddress = <R>({ type, text }: Form<R>, reference: R): string =>
  `data:${type};charset=utf-8,${text([reference]).replace(UNFIT, encodeURIComponent)}`;
