import type { Head } from '../../head.ts';

const KINDS =
  'article|book|booklet|collection|comment|conference|electronic|inbook|incollection|inproceedings|manual|mastersthesis|misc|newspaper|online|patent|periodical|phdthesis|preamble|proceedings|report|string|suppperiodical|techreport|thesis|unpublished|www|webpage';
const BEGINS = new RegExp(
  `^@(?:(?:comment|preamble|string)\\s{0,9}[{(]|[a-z]{3,30}\\s{0,9}[{(]\\s{0,9}[^\\s,{}()]{0,200}\\s{0,9},|(?:${KINDS})\\s{0,9}[{(])`,
  'i',
);

/** A text without the lines before its first entry that are blank or begin with a percent sign. */
function fromFirst(text: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const end = text[at] === '%' ? text.indexOf('\n', at) : -1;
    if (end < 0) return text.slice(at, at + 400);
    at = end + 1;
  }
}

/** Whether a source is BibTeX: it begins with an entry, behind lines of comments. */
export const isBibtex = ({ text }: Pick<Head, 'text'>): boolean => BEGINS.test(fromFirst(text));
