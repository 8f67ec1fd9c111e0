import { pagesOf } from './locator.ts';
import type { Reference } from './reference.ts';

// Each field is one line, so a headline must not contain line breaks.
const line = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** A reference in RIS, as a newspaper article. */
export function risText({
  title,
  author,
  publication,
  holding,
  locator: { volume, issue, edition, page },
  archive,
  date,
  lang,
  url,
}: Reference): string {
  const [year, month, day] = date.split('-');
  const { first, last } = pagesOf(page ?? '');
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'NEWS'],
    ['TI', title],
    ['AU', author],
    ['T2', publication],
    ['VL', volume],
    ['IS', issue],
    ['ET', edition],
    ['SP', first],
    ['EP', last],
    ['PY', year],
    ['DA', `${year}/${month}/${day}`],
    ['LA', lang],
    ['DB', holding === 'original' ? undefined : archive.title],
    ['UR', url],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${line(value)}`] : []));
  return [...lines, 'ER  - ', ''].join('\r\n');
}
