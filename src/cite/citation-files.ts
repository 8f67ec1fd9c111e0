import { biblatexText } from './biblatex.ts';
import { cslText } from './csl.ts';
import type { Reference } from './reference.ts';
import { risText } from './ris.ts';

/** A form in which an article can be cited. */
export interface CitationForm {
  /** What it is called. */
  name: string;
  /** Its file, beside the page of the article. */
  file: string;
  /** The media type under which reference managers know it. */
  type: string;
  textOf: (reference: Reference) => string;
}

/** The forms in which every article can be cited, as files beside its page. */
export const CITATION_FORMS: readonly CitationForm[] = [
  { name: 'RIS', file: 'cite.ris', type: 'application/x-research-info-systems', textOf: risText },
  { name: 'BibLaTeX', file: 'cite.bib', type: 'application/x-bibtex', textOf: biblatexText },
  {
    name: 'CSL-JSON',
    file: 'cite.json',
    type: 'application/vnd.citationstyles.csl+json',
    textOf: cslText,
  },
];
