import type { Reference } from './reference.ts';

// Each field is one line, so a headline must not contain line breaks.
const line = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** A reference in RIS, as a newspaper article. */
export function risText({
  title,
  author,
  publication,
  isArchived,
  archive,
  date,
  lang,
  url,
}: Reference): string {
  const [year, month, day] = date.split('-');
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'NEWS'],
    ['TI', title],
    ['AU', author],
    ['T2', publication],
    ['PY', year],
    ['DA', `${year}/${month}/${day}`],
    ['LA', lang],
    ['DB', isArchived ? archive.title : undefined],
    ['UR', url],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${line(value)}`] : []));
  return [...lines, 'ER  - ', ''].join('\r\n');
}
