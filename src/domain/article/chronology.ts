/** What the order of articles depends on. */
export interface Dated {
  /** Path of the article's file without its ending: `2023/10/16/some-slug`. */
  id: string;
  data: { date: string; source?: { published?: string | undefined } | undefined };
}

const slugOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);

// An article without a time of day comes after those of the same day that have one.
function moment(article: Dated): number {
  const published = article.data.source?.published;
  return published?.includes('T') ? Date.parse(published) : Number.POSITIVE_INFINITY;
}

/** Orders two articles, the earlier first: by date, within a day by the moment of publication, then by slug. */
export function byTime(a: Dated, b: Dated): number {
  if (a.data.date !== b.data.date) return a.data.date < b.data.date ? -1 : 1;
  const [momentA, momentB] = [moment(a), moment(b)];
  if (momentA !== momentB) return momentA < momentB ? -1 : 1;
  const [slugA, slugB] = [slugOf(a.id), slugOf(b.id)];
  return slugA < slugB ? -1 : slugA > slugB ? 1 : 0;
}

/** Groups articles by year (4), month (7) or day (10 characters of the date), keeping their order. */
export function byPeriod<A extends Dated>(
  articles: readonly A[],
  length: 4 | 7 | 10,
): Map<string, A[]> {
  const periods = new Map<string, A[]>();
  for (const article of articles) {
    const period = article.data.date.slice(0, length);
    const filed = periods.get(period);
    if (filed) filed.push(article);
    else periods.set(period, [article]);
  }
  return periods;
}
