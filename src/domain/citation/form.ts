import { biblatexText } from './biblatex.ts';
import { cslItem } from './csl.ts';
import type { Reference } from './reference.ts';
import { risText } from './ris.ts';

/** A form in which programs read references. */
export interface Form {
  name: string;
  /** The ending of a file of the form. */
  ending: string;
  /** The media type of such a file. */
  type: string;
  text: (references: readonly Reference[]) => string;
}

const joined = (text: (reference: Reference) => string) => (references: readonly Reference[]) =>
  references.map(text).join('');

/** The forms in which references can be had. */
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

/** A file of a reference as an address that holds it whole: no host has one of each paragraph. */
export const fileAddress = ({ type, text }: Form, reference: Reference): string =>
  `data:${type};charset=utf-8,${encodeURIComponent(text([reference]))}`;
