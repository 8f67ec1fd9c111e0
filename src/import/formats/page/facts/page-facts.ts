import { foldSpace } from '../../../../domain/article/paragraph.ts';
import { asLanguage } from '../../../source-document.ts';
import { objectFault } from '../../status.ts';
import { bylineOf } from './byline.ts';
import { headlineOf } from './headline.ts';
import { isObject, type Json, linkedData, list, nameOf, namesOf, typesOf } from './linked-data.ts';
import { ownArticle, ownPage } from './own-article.ts';
import { addressesOf, captureOf, dayInAddress } from './page-address.ts';
import { datedBy } from './page-date.ts';
import { wordsOf } from './page-element.ts';
import { metaOf, type PageMeta, saidBy } from './page-meta.ts';
import { pageFault } from './page-status.ts';

/** The titles that a page has for other sites, and for its window. */
const titlesOf = (document: Document, meta: PageMeta): string[] =>
  [
    saidBy(meta, 'og:title'),
    saidBy(meta, 'twitter:title'),
    saidBy(meta, 'dc.title', 'dcterms.title', 'title', 'citation_title'),
    document.title,
  ].flatMap((title) => (title?.trim() ? [foldSpace(title)] : []));

/** The names by which a page’s site may call itself. */
function sitesOf(
  document: Document,
  nodes: readonly Json[],
  meta: PageMeta,
  publisher: string | undefined,
  addresses: readonly string[],
): string[] {
  const hosts = addresses.flatMap((address) => {
    if (!URL.canParse(address)) return [];
    const host = new URL(address).hostname.replace(/^www\./, '');
    return [host, host.slice(0, Math.max(0, host.lastIndexOf('.')))];
  });
  const websites = nodes.filter((node) =>
    typesOf(node).some((type) => /^(?:WebSite|Organization|NewsMediaOrganization)$/.test(type)),
  );
  return [
    publisher,
    saidBy(meta, 'og:site_name'),
    saidBy(meta, 'application-name'),
    saidBy(meta, 'apple-mobile-web-app-title'),
    saidBy(meta, 'dc.publisher'),
    ...websites.map(nameOf).filter((name) => name !== document.title.trim()),
    ...hosts,
  ].filter((name) => name !== undefined);
}

/** What is known of the time and no field can hold. */
function notesOf({ time, suggested }: ReturnType<typeof datedBy>): string[] {
  if (time?.local)
    return [
      `it was published at ${time.local.slice(11)}, in a time zone that the page does not give; its source.published has the day`,
    ];
  return suggested
    ? [`its text names the day ${suggested}: if it was published then, give --date ${suggested}`]
    : [];
}

/** What a page says of its article, in the order in which it is to be believed. */
export function factsOf(document: Document, html: string) {
  const meta = metaOf(document);
  const nodes = linkedData(document);
  const capture = captureOf(document, html);
  const link = (rel: string) =>
    document.querySelector(`link[rel~="${rel}" i]`)?.getAttribute('href');
  const stated = addressesOf([link('canonical'), saidBy(meta, 'og:url'), capture.url]);
  const titles = titlesOf(document, meta);
  const headings = [...document.querySelectorAll('h1')].slice(0, 20).map((one) => wordsOf(one));
  const self = { addresses: stated.addresses, titles: [...titles, ...headings] };
  const article = ownArticle(nodes, self);
  const page = ownPage(nodes, self);
  const whole = (value: unknown) =>
    isObject(value) && value['name'] === undefined
      ? (nodes.find((node) => node['@id'] === value['@id'] && node['name']) ?? value)
      : value;
  const publisher = [
    nameOf(whole(list(article['publisher'])[0])),
    saidBy(
      meta,
      'og:site_name',
      'dc.publisher',
      'dcterms.publisher',
      'citation_publisher',
      'application-name',
    ),
  ].find((name) => name?.trim());
  const entities = list(article['mainEntityOfPage']).map((one) =>
    isObject(one) ? one['@id'] : one,
  );
  const [url] = [
    ...stated.addresses,
    ...addressesOf([article['url'], ...entities, page['url']]).addresses,
  ];
  const lang = [
    nameOf(list(article['inLanguage'])[0]),
    document.documentElement.getAttribute('lang') ??
      document.documentElement.getAttribute('xml:lang'),
    saidBy(meta, 'og:locale', 'dc.language', 'dcterms.language', 'content-language'),
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'),
  ]
    .map(asLanguage)
    .find(Boolean);
  const headline = headlineOf(document, {
    headline: nameOf(list(article['headline'])[0]) ?? nameOf(list(article['name'])[0]),
    titles,
    sites: sitesOf(document, nodes, meta, publisher, url ? [url] : []),
  });
  const dated = datedBy(document, {
    article,
    page,
    meta,
    lang,
    headline: headline.element,
    addressDay: url && dayInAddress(url),
  });
  return {
    title: headline.text,
    /** The element that shows it. */
    headline: headline.element,
    time: dated.time,
    author: bylineOf(document, article, meta, nodes, headline.element),
    publisher,
    url,
    /** The day on which the page was saved. */
    accessed: capture.day ?? stated.day,
    lang,
    named: namesOf(article),
    /** The objects of its JSON-LD, and what they say of its article. */
    nodes,
    article,
    notes: notesOf(dated),
    /** Why the page’s own data says that its article is not published: somebody saved a preview. */
    fault:
      objectFault({ creativeWorkStatus: article['creativeWorkStatus'] }) ?? pageFault(document),
  };
}
