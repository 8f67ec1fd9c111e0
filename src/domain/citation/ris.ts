import { pagesOf } from './locator.ts';
import type { Reference } from './reference.ts';

// Each field is one line, so a headline must not contain line breaks.
const line = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** An entry of RIS. @param fields in their order; those without a value are left out */
export function risEntry(fields: readonly [tag: string, value: string | undefined][]): string {
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${line(value)}`] : []));
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** A reference in RIS, as a newspaper article. */
export function risText({
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
  const [year, month, day] = date.split('-');
  const { first, last } = pagesOf(page ?? '');
  return risEntry([
    ['TY', 'NEWS'],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', author]),
    ['T2', publication],
    ['VL', volume],
    ['IS', issue],
    ['ET', edition],
    ['SP', first],
    ['EP', last],
    ['PY', year],
    ['DA', `${year}/${month}/${day}`],
    ['LA', statedLang],
    ['AB', summary],
    ...subjects.map((subject): [string, string] => ['KW', subject]),
    ['DB', holding === 'original' ? undefined : archive.title],
    ['UR', url],
    // Managers keep it as a link to the full text.
    ['L2', original?.startsWith('http') ? original : undefined],
  ]);
}
