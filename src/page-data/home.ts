import { articles, mostNamed, withdrawnArticles } from '../content/queries/articles.ts';
import { byPeriod } from '../domain/article/chronology.ts';
import { KINDS } from '../domain/authorities/authority.ts';
import { recordPath, withBase } from '../domain/url.ts';
import { number } from '../messages/wording.ts';
import { site } from '../site.ts';
import { listingOf } from './listing.ts';
import { timeline } from './timeline.ts';

const LATEST = 12;
const MOST_NAMED = 8;

/** Everything that the first page shows. */
export function homePageData() {
  const all = articles();
  const latestYears = timeline(all);
  const named = KINDS.map((kind) => ({
    kind,
    names: mostNamed(kind, MOST_NAMED).map(({ record, articles: times }) => ({
      name: record.data.name,
      href: withBase(recordPath(kind, record.id), import.meta.env.BASE_URL),
      note: number(times, site.lang),
    })),
  }));
  return {
    total: all.length,
    /** True where nothing was ever filed: the page then tells the owner how to begin. */
    isNew: all.length === 0 && withdrawnArticles().length === 0,
    latest: all.slice(-LATEST).toReversed().map(listingOf),
    earlierYears: [...byPeriod(all, 4)]
      .map(([year, filed]) => ({ year, articles: filed.length }))
      .toReversed()
      .slice(latestYears.length),
    timeline: latestYears,
    named: named.filter(({ names }) => names.length > 0),
  };
}

export type HomePageData = ReturnType<typeof homePageData>;
