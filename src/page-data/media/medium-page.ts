import { langOf, recordOf } from '../../content/queries/articles.ts';
import type { FormerMedium, MediumEntry, MediumUse } from '../../content/queries/media.ts';
import type { Kind } from '../../domain/authorities/authority.ts';
import { mayBeTaken } from '../../domain/media/filed-medium.ts';
import { correctionsOfMedium, personsIn, telling } from '../../domain/media/told.ts';
import { articlePath, mediumFragment, recordPath, withBase } from '../../domain/url.ts';
import { correctionsOf } from '../changes/corrections.ts';
import { listingOf } from '../listing.ts';
import { shareOf } from '../share.ts';
import { titledMedium } from './medium.ts';
import { shownContent } from './scan.ts';

function linkTo(kind: Kind, id: string) {
  const record = recordOf(kind, id);
  return (
    record && {
      kind,
      id,
      name: record.data.name,
      href: withBase(recordPath(kind, id), import.meta.env.BASE_URL),
      sameAs: record.data.sameAs,
    }
  );
}

const useOf = ({ article, medium }: MediumUse) => ({
  ...listingOf(article),
  picture: undefined,
  summary: undefined,
  path: `${articlePath(article.id)}#${mediumFragment(medium.id)}`,
  caption: medium.caption,
  captionLang: medium.lang ?? langOf(article),
  corrections: correctionsOfMedium(medium.id, correctionsOf(article)),
});

/** The newspaper of which a scan is a page: that of all articles that stand on it. */
function publicationOf({ uses }: MediumEntry): string | undefined {
  const [first, ...others] = new Set(
    uses.map(({ medium, article: { data } }) =>
      // An account is the archive’s own text.
      medium.kind === 'facsimile' && data.text !== 'account' ? data.source?.publisher : undefined,
    ),
  );
  return others.length === 0 ? first : undefined;
}

/** Everything that the page of a medium shows. */
export function mediumPageData(used: MediumEntry) {
  const { uses } = used;
  const titled = titledMedium(used);
  const { id, told } = titled;
  const { medium, article } = telling(uses);
  const { facts } = medium;
  return {
    ...titled,
    /** Language of its words where an article states one. */
    statedLang: medium.lang ?? article.data.lang,
    publication: publicationOf(used),
    sha256: facts.sha256,
    place: told.locationShown === undefined ? undefined : linkTo('places', told.locationShown),
    persons: personsIn(uses).flatMap((person) => linkTo('people', person) ?? []),
    mayBeTaken: mayBeTaken({ licence: told.licence, facts }),
    share: shareOf(facts.type.startsWith('image/') ? { id, altText: told.altText } : undefined),
    uses: uses.map(useOf),
    content: shownContent(uses),
  };
}

export type MediumPageData = ReturnType<typeof mediumPageData>;

/** What the page at the address of a medium says that is shown no more. */
export function formerMediumPageData({ date, reason, article }: FormerMedium) {
  const { withdrawn } = article.data;
  // Another picture of its article would be taken for the one that is gone.
  const listing = withdrawn ? undefined : { ...listingOf(article), picture: undefined };
  return { date, reason, article: listing };
}

export type FormerMediumPageData = ReturnType<typeof formerMediumPageData>;
