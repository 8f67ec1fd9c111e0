import { biblatexText } from './biblatex.ts';
import { cslItem } from './csl.ts';
import type { Reference } from './reference.ts';
import { risText } from './ris.ts';

/** A file format for references. */
export interface Form {
  name: string;
  /** The ending of its files, without a leading dot. */
  ending: string;
  /** The media type of such a file. */
  type: string;
  text: (references: readonly Reference[]) => string;
}

const joined = (text: (reference: Reference) => string) => (references: readonly Reference[]) =>
  references.map(text).join('');

/** The formats in which references are offered. */
export const FORMS: readonly Form[] = [
  {
    name: 'RIS',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    text: joined(risText),
  },
  { name: 'BibLaTeX', ending: 'bib', type: 'application/x-bibtex', text: joined(biblatexText) },
  {
    name: 'CSL-JSON',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    text: (references) =>
      `[\n${references.map((one) => JSON.stringify(cslItem(one))).join(',\n')}\n]\n`,
  },
];

/** A reference file as a `data:` URL, for paragraphs: the site has such files for whole articles only. */
export const fileAddress = ({ type, text }: Form, reference: Reference): string =>
  `data:${type};charset=utf-8,${encodeURIComponent(text([reference]))}`;
