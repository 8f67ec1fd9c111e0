import { byPeriod } from '../archive/chronology.ts';
import { listPages } from '../archive/pager.ts';
import { articles } from '../articles.ts';
import { site } from '../site.ts';

/** The pages of all years (4), months (7) or days (10 characters): the period's parts, the page's name, and the props. */
export async function periodPaths(length: 4 | 7 | 10) {
  const periods = [...byPeriod(await articles(), length)];
  return periods.flatMap(([period, filed], index) => {
    const [year, month, day] = period.split('-');
    const [earlier] = periods[index - 1] ?? [];
    const [later] = periods[index + 1] ?? [];
    return listPages(filed, site.pageSize).map((list) => ({
      params: { year, month, day, page: list.number === 1 ? undefined : `page-${list.number}` },
      props: { period, filed, list, earlier, later },
    }));
  });
}
