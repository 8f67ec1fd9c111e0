import { pagesOf } from './locator.ts';
import type { Reference } from './reference.ts';

const SIGNS = new Map<string, string>(
  Object.entries({
    '\\': '\\textbackslash{}',
    '{': '\\{',
    '}': '\\}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  }),
);

/** A text with the characters escaped that LaTeX would act on. */
export const escaped = (text: string): string =>
  text.replace(/[\\{}~^]|[%&#_$]/g, (sign) => SIGNS.get(sign) ?? `\\${sign}`);

/** An entry of BibLaTeX. @param fields in their order, escaped; those without a value are left out */
export function biblatexEntry(
  type: string,
  key: string,
  fields: readonly [name: string, value: string | undefined][],
): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${type}{${key},`, ...lines, '}', ''].join('\n');
}

/** What stands before the name of the archive. */
const ADDENDA = { copy: 'In', record: 'Recorded in', original: undefined } as const;

/** A reference in BibLaTeX, as a newspaper article. */
export function biblatexText({
  id,
  title,
  authors,
  original,
  summary,
  subjects,
  publication,
  holding,
  locator: { volume, issue, edition, page },
  archive,
  date,
  statedLang,
  url,
}: Reference): string {
  const { first, last } = pagesOf(page ?? '');
  return biblatexEntry('article', id.replaceAll('/', '-'), [
    ['entrysubtype', 'newspaper'],
    ['title', `{${escaped(title)}}`],
    // Each author as one literal name: nothing says which part of it is the surname.
    ['author', authors.map((author) => `{${escaped(author)}}`).join(' and ')],
    ['journaltitle', publication && escaped(publication)],
    ['volume', volume && escaped(volume)],
    ['number', issue && escaped(issue)],
    ['edition', edition && escaped(edition)],
    ['pages', last === undefined ? escaped(first) : `${escaped(first)}--${escaped(last)}`],
    ['date', date],
    ['language', statedLang],
    ['addendum', ADDENDA[holding] && `${ADDENDA[holding]} ${escaped(archive.title)}`],
    ['abstract', summary && escaped(summary)],
    // A comma parts keywords.
    ['keywords', subjects.map((subject) => escaped(subject.replaceAll(',', ';'))).join(', ')],
    ['url', url],
    [
      'note',
      original && !/[{}\\]/u.test(original)
        ? `Original: \\url{${original.replace(/[%#]/g, '\\$&')}}`
        : undefined,
    ],
  ]);
}
