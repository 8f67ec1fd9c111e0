import {
  appearancesOf,
  langOf,
  neighboursOf,
  type PublishedArticle,
  recordOf,
} from '../content/queries/articles.ts';
import { leadPicture } from '../content/queries/media.ts';
import { shownCapture } from '../domain/article/article.ts';
import { LOOKED_AT, related } from '../domain/article/related.ts';
import { KINDS, type Kind } from '../domain/authorities/authority.ts';
import { capturePath, recordPath, withBase } from '../domain/url.ts';
import { noticesOf } from '../domain/withholding/withholding.ts';
import { KIND_NAMES } from '../messages/wording.ts';
import { mapOfArticle } from '../outputs/map/place-map.ts';
import { correctionsOf } from './changes/corrections.ts';
import { shownClaimsOf } from './claim.ts';
import { listingOf } from './listing.ts';
import { shownMedium } from './media/medium.ts';
import { shareOf } from './share.ts';

const RELATED = 5;

function linkTo(kind: Kind, id: string, about: readonly string[]) {
  const record = recordOf(kind, id);
  return (
    record && {
      kind,
      id,
      name: record.data.name,
      href: withBase(recordPath(kind, id), import.meta.env.BASE_URL),
      note: record.data.description,
      sameAs: record.data.sameAs,
      isAbout: about.includes(id),
    }
  );
}

/** The records that an article lists, by kind, and those that it is about without mentioning them. */
function namesOf({ data }: PublishedArticle) {
  const mentioned = KINDS.flatMap((kind) => data[kind]);
  const about = data.about.filter((id) => !mentioned.includes(id));
  const linksTo = (kind: Kind, ids: readonly string[]) =>
    ids.flatMap((id) => linkTo(kind, id, data.about) ?? []);
  const lists = KINDS.map((kind) => ({
    title: KIND_NAMES[kind],
    names: linksTo(kind, data[kind]),
  }));
  const subjects = KINDS.flatMap((kind) => linksTo(kind, about));
  return [...lists, { title: 'Also about', names: subjects }].filter(
    ({ names }) => names.length > 0,
  );
}

function othersOn(article: PublishedArticle) {
  const { data } = article;
  const namesakes = KINDS.flatMap((kind) =>
    [...new Set([...data[kind], ...data.about])].map((id) =>
      appearancesOf(kind, id).slice(0, LOOKED_AT),
    ),
  );
  return related(article, namesakes, RELATED).map(({ article: other }) => listingOf(other));
}

/** Everything that the page of an article shows; its text stands in the store. */
export function articlePageData(article: PublishedArticle) {
  const { data, id } = article;
  const { heading, summary, opening, date, text, source, digest } = data;
  const withheld = noticesOf(data.withheld);
  const { earlier, later } = neighboursOf(article);
  const lang = langOf(article);
  return {
    id,
    digest,
    date,
    lang,
    heading,
    description: summary ?? opening ?? heading.text,
    summary,
    origin: {
      date,
      lang: data.lang,
      text,
      source,
      isWhole: withheld.length === 0,
      capture: shownCapture(data) && capturePath(id),
    },
    withheld,
    media: data.media.map((medium) => shownMedium(medium, data, lang)),
    share: shareOf(leadPicture(article)),
    corrections: correctionsOf(article),
    claims: shownClaimsOf(article),
    dateline: data.dateline && linkTo('places', data.dateline, data.about),
    map: mapOfArticle(data, (place) => recordOf('places', place)),
    names: namesOf(article),
    related: othersOn(article),
    earlier: earlier && listingOf(earlier),
    later: later && listingOf(later),
  };
}

export type ArticlePageData = ReturnType<typeof articlePageData>;
