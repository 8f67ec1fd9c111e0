import type { NewsArticle, Organization, Person, WithContext } from 'schema-dts';
import { authorsIn } from '../../domain/citation/authors.ts';
import type { Locator } from '../../domain/citation/locator.ts';
import { articlePath } from '../../domain/url.ts';
import type { ArticlePageData } from '../../page-data/article.ts';
import { site } from '../../site.ts';
import { mediaObject } from './media-object.ts';
import { observation } from './observation.ts';
import { thing } from './thing.ts';

type Address = (path: string) => string;

const organization = (name: string) =>
  ({ '@type': 'Organization', name }) as const satisfies Organization;

/** The persons of a byline; one alone is no list. */
function personsOf(byline: string): Person | Person[] {
  const persons = authorsIn(byline).map((name) => ({ '@type': 'Person', name }) as const);
  const [first] = persons;
  return persons.length === 1 && first ? first : persons;
}

/** Who wrote and published a text: its source, or of an account the archive. A byline that is the publisher’s name is no person’s. */
function originOf({ text, source }: ArticlePageData['origin']) {
  if (text === 'account')
    return { author: organization(site.title), publisher: organization(site.title) };
  const { author, publisher } = source ?? {};
  return {
    ...(author && {
      author: author === publisher ? organization(author) : personsOf(author),
    }),
    ...((publisher || text === 'verbatim') && { publisher: organization(publisher ?? site.title) }),
  };
}

/** The issue and the page in which a report was printed. */
function printedIn({ volume, issue, edition, page }: Locator) {
  const ofVolume = volume && { '@type': 'PublicationVolume' as const, volumeNumber: volume };
  const part = issue
    ? {
        '@type': 'PublicationIssue' as const,
        issueNumber: issue,
        ...(ofVolume && { isPartOf: ofVolume }),
      }
    : ofVolume;
  return {
    ...(part && { isPartOf: part }),
    ...(edition && { printEdition: edition }),
    ...(page && { printPage: page }),
  };
}

/** The report of which an article is a copy, an account or the record; nothing where nobody said where it appeared. */
function basisOf({ source, capture }: ArticlePageData['origin'], address: Address) {
  const { url, publisher, published, archivedUrl } = source ?? {};
  const copies = [archivedUrl ?? [], capture ? address(capture) : []].flat();
  if (!url && !publisher) return {};
  return {
    isBasedOn: {
      '@type': 'NewsArticle',
      ...(url && (url.startsWith('urn:') ? { identifier: url } : { url })),
      ...(publisher && { publisher: organization(publisher) }),
      ...(published && { datePublished: published }),
      ...(copies.length > 0 && { archivedAt: copies.length === 1 ? copies[0] : copies }),
      ...printedIn(source ?? {}),
    },
  } as const;
}

/** The records that it is about and that it mentions, and where its events took place. */
function namesOf({ names, claims }: ArticlePageData, address: Address) {
  const all = names.flatMap((list) => list.names);
  const counted = new Set(claims.map(({ figure }) => figure.place));
  const [about, mentioned] = [
    all.filter(({ isAbout }) => isAbout),
    all.filter(({ isAbout }) => !isAbout),
  ];
  const locations = all.filter(
    ({ kind, id, isAbout }) => kind === 'places' && (isAbout || counted.has(id)),
  );
  const things = (some: typeof all) => some.map((name) => thing(name, address));
  return {
    ...(about.length > 0 && { about: things(about) }),
    ...(locations.length > 0 && {
      contentLocation: locations.map(({ kind, id }) => ({
        '@id': thing({ kind, id, name: '', sameAs: [] }, address)['@id'],
      })),
    }),
    mentions: things(mentioned),
  };
}

/** The picture that stands for it, and all other media that it shows. */
function mediaOf({ media, share }: ArticlePageData, address: Address) {
  const shown = media.filter((medium) => medium.state === 'shown');
  const lead = shown.find(({ file }) => file.id === share?.id);
  const others = shown.filter((medium) => medium !== lead);
  return {
    ...(lead && { image: mediaObject(lead, address) }),
    ...(others.length > 0 && {
      associatedMedia: others.map((medium) => mediaObject(medium, address)),
    }),
  };
}

/**
 * An article as schema.org’s `NewsArticle`, with its names, what was corrected in it and the figures that it states.
 * Where a report was filed from (`locationCreated`) is not where what it tells took place (`contentLocation`): these are
 * the places that it is about, and those of its figures. https://schema.org/NewsArticle
 *
 * @param address makes an address of a path
 */
export function newsArticle(pageData: ArticlePageData, address: Address) {
  const { id, heading, description, date, lang, origin, dateline, corrections, claims } = pageData;
  const url = address(articlePath(id));
  const { mentions, ...subjects } = namesOf(pageData, address);
  const [latest] = corrections;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    headline: heading.text,
    description,
    datePublished: date,
    ...(latest && { dateModified: latest.date }),
    inLanguage: lang,
    ...originOf(origin),
    ...basisOf(origin, address),
    isPartOf: { '@type': 'WebSite', '@id': address('/'), name: site.title },
    ...(dateline && { dateline: dateline.name, locationCreated: thing(dateline, address) }),
    ...mediaOf(pageData, address),
    ...subjects,
    ...(mentions.length + claims.length > 0 && {
      mentions: [...mentions, ...claims.map((claim) => observation(claim, url, address))],
    }),
    ...(latest && {
      correction: corrections.map(({ note, date: day }) => ({
        '@type': 'CorrectionComment' as const,
        text: note,
        datePublished: day,
      })),
    }),
  } as const satisfies WithContext<NewsArticle>;
}
