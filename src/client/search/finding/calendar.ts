import type { ArchiveFiles } from '../../../domain/search/archive-files.ts';
import type { Calendar } from '../../../domain/search/query/dates/dates.ts';

/** What a year is written as, in digits of any script. */
const YEAR = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/gu;

/** True where a query may name days, since it has the digits of a year. */
export const mayHaveDates = (q: string): boolean => q.normalize('NFKC').search(YEAR) >= 0;

/** What is needed to tell the dates of a query; undefined where it has no year, and so no date. */
export async function calendarOf(
  q: string,
  files: ArchiveFiles,
  lang: string,
): Promise<Calendar | undefined> {
  const years = [...new Set(q.normalize('NFKC').match(YEAR))].map(Number);
  if (years.length === 0) return undefined;
  const filed = await Promise.all(
    years.map(async (year) => {
      const [first, end] = await files.between(`${year}-01-01`, `${year}-12-31`);
      return end > first ? [year] : [];
    }),
  );
  const known = new Set(filed.flat());
  return { lang, hasYear: (year) => known.has(year) };
}
