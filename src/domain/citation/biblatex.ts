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
const escaped = (text: string): string =>
  text.replace(/[\\{}~^]|[%&#_$]/g, (sign) => SIGNS.get(sign) ?? `\\${sign}`);

/** A reference in BibLaTeX, as a newspaper article. */
export function biblatexText({
  id,
  title,
  author,
  publication,
  isArchived,
  archive,
  date,
  lang,
  url,
}: Reference): string {
  const fields: [name: string, value: string | undefined][] = [
    ['entrysubtype', 'newspaper'],
    ['title', `{${escaped(title)}}`],
    // The byline as one literal name: nothing says which part of it is the surname.
    ['author', author && `{${escaped(author)}}`],
    ['journaltitle', escaped(publication)],
    ['date', date],
    ['language', lang],
    ['addendum', isArchived ? `In ${escaped(archive.title)}` : undefined],
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@article{${id.replaceAll('/', '-')},`, ...lines, '}', ''].join('\n');
}
