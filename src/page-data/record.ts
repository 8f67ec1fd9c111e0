import {
  type PublishedArticle,
  partsOf,
  type RecordEntry,
  recordOf,
} from '../content/queries/articles.ts';
import { claimsBy } from '../content/queries/figures.ts';
import { mediaShowing, pictureOf } from '../content/queries/media.ts';
import type { ListPage } from '../domain/pager.ts';
import { facetValuePath, recordPath, withBase } from '../domain/url.ts';
import { mapOfPlace } from '../outputs/map/place-map.ts';
import { recordCorrectionsOf } from './changes/corrections.ts';
import { listedClaim } from './claim.ts';
import { listingOf } from './listing.ts';
import { listedMedium } from './media/media-list.ts';
import { titledMedium } from './media/medium.ts';
import { shareOf } from './share.ts';

/** A page of the articles that name a record. */
export interface RecordPage {
  record: RecordEntry;
  list: ListPage<PublishedArticle>;
  /** How many articles name it. */
  total: number;
  /** Each year in which articles name it, the latest first, with their number and the page on which it begins. */
  years: readonly { year: string; articles: number; page: number }[];
}

const named = ({ kind, id, data }: RecordEntry) => ({
  id,
  name: data.name,
  href: withBase(recordPath(kind, id), import.meta.env.BASE_URL),
  description: data.description,
});

/** How many places in a place are listed; the A to Z has all. */
const MOST_PARTS = 100;

/** What is known of a record, apart from the articles. */
function factsOf({ kind, id, data }: RecordEntry) {
  const others = (ids: readonly string[]) => ids.flatMap((other) => recordOf(kind, other) ?? []);
  const parts = kind === 'places' ? partsOf(id) : [];
  const [whole] = others(data.partOf ? [data.partOf] : []);
  return {
    aliases: data.aliases,
    sameAs: data.sameAs,
    coordinates: data.coordinates,
    map: kind === 'places' ? mapOfPlace({ id, data }, parts) : undefined,
    whole: whole && named(whole),
    parts: parts.slice(0, MOST_PARTS).map(named),
    moreParts: Math.max(0, parts.length - MOST_PARTS),
    distinct: others(data.distinctFrom).map(named),
  };
}

/** How many claims the page of a record shows; a link leads to the others. */
const MOST_CLAIMS = 10;

/** The claims of a place, or those that an organisation counted, the latest first. */
function figuresOf({ kind, id }: RecordEntry) {
  const facet = kind === 'places' ? 'place' : kind === 'organisations' ? 'counter' : undefined;
  const all = facet ? claimsBy(facet, id) : [];
  if (!facet || all.length === 0) return undefined;
  return {
    total: all.length,
    path: facetValuePath(facet, id),
    claims: all.slice(-MOST_CLAIMS).toReversed().map(listedClaim),
  };
}

/** How many pictures the page of a record shows; the list of all has the others. */
const MOST_MEDIA = 24;

/** What shows a person or place, the latest first. */
function mediaOf({ kind, id }: RecordEntry) {
  const all = kind === 'organisations' ? [] : mediaShowing(kind, id);
  return {
    shown: all.slice(-MOST_MEDIA).toReversed().map(listedMedium),
    more: Math.max(0, all.length - MOST_MEDIA),
  };
}

/** The picture that stands for a person or place on other sites. */
function standingFor({ kind, id }: RecordEntry) {
  const entry = kind === 'organisations' ? undefined : pictureOf(kind, id);
  return entry && titledMedium(entry);
}

/** Everything that a page of a record shows; the sentences that mention it stand in the store. */
export function recordPageData({ record, list, total, years }: RecordPage) {
  const { kind, id, data } = record;
  const isFirst = list.number === 1;
  const picture = isFirst ? standingFor(record) : undefined;
  return {
    kind,
    id,
    name: data.name,
    description: data.description,
    facts: isFirst ? factsOf(record) : undefined,
    corrections: isFirst ? recordCorrectionsOf(record) : [],
    figures: isFirst ? figuresOf(record) : undefined,
    media: isFirst ? mediaOf(record) : undefined,
    picture,
    share: picture && shareOf({ id: picture.id, altText: picture.told.altText }),
    number: list.number,
    count: list.count,
    total,
    years: list.count > 1 ? years : [],
    articles: list.items.map((article) => ({
      ...listingOf(article),
      digest: article.data.digest,
    })),
  };
}

export type RecordPageData = ReturnType<typeof recordPageData>;
