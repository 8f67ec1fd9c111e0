import { unescaped } from '../../markup/markup.ts';
import { asAddress, asLanguage } from '../../source-document.ts';
import { asTime } from '../../time.ts';
import { objectFault } from '../status.ts';
import { byline, isObject, linkedData, list, nameOf, namesOf, ownArticle } from './linked-data.ts';
import { pageFault } from './page-status.ts';

/** Whether an address can be that of one article: a site’s front page is not. */
const isOfArticle = (address: string) =>
  !URL.canParse(address) ||
  !/^https?:$/.test(new URL(address).protocol) ||
  new URL(address).pathname !== '/' ||
  new URL(address).search !== '';

/** The time that stands in the article; of a page without one, a time only where it has no other. */
function ownTime(document: Document): string | undefined {
  const inside = document.querySelector('article time[datetime], main time[datetime]');
  const times = [...document.querySelectorAll('time[datetime]')];
  const days = new Set(times.map((time) => asTime(time.getAttribute('datetime'))?.date));
  const own = inside ?? (days.size === 1 ? times[0] : undefined);
  return own?.getAttribute('datetime') ?? undefined;
}

/** The address that SingleFile writes into a comment at the head of a page. */
function singleFile(head: string): string | undefined {
  const at = head.indexOf('Page saved with SingleFile');
  if (at < 0 || !head.slice(0, at).trimEnd().endsWith('<!--')) return undefined;
  return /url:\s*(\S+)/.exec(head.slice(at, at + 400))?.[1];
}

/** What a page says of its article, in the order in which it is to be believed. */
export function factsOf(document: Document, html: string) {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const element = document.querySelector(
        `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`,
      );
      const content = element?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return undefined;
  };
  const nodes = linkedData(document);
  const canonical = [
    document.querySelector('link[rel="canonical" i]')?.getAttribute('href'),
    meta('og:url'),
  ]
    .map(asAddress)
    .find((address) => address !== undefined && isOfArticle(address));
  const article = ownArticle(nodes, canonical, meta('og:title', 'twitter:title')?.trim());
  // An author or publisher may be a reference to another object of the page.
  const whole = (value: unknown) =>
    isObject(value) && value['name'] === undefined
      ? (nodes.find((node) => node['@id'] === value['@id'] && node['name']) ?? value)
      : value;
  const saved =
    /<!--\s*saved from url=\(\d+\)(\S+)/.exec(html.slice(0, 2000))?.[1] ??
    singleFile(html.slice(0, 4000));
  const mainEntity = article['mainEntityOfPage'];
  return {
    title: first(
      unescaped(nameOf(article['headline']) ?? ''),
      meta('og:title', 'twitter:title', 'dc.title'),
      document.querySelector('h1')?.textContent,
    ),
    time: [
      article['datePublished'],
      meta(
        'article:published_time',
        'og:article:published_time',
        'datePublished',
        'dc.date',
        'dc.date.issued',
        'dcterms.date',
        'parsely-pub-date',
        'sailthru.date',
        'date',
        'pubdate',
      ),
      article['dateCreated'],
      ownTime(document),
    ]
      .map(asTime)
      .find(Boolean),
    author: first(
      byline(list(article['author']).map(whole)),
      meta('author', 'article:author', 'dc.creator', 'parsely-author')?.replace(/^https?:\S+$/, ''),
    ),
    publisher: first(
      nameOf(whole(list(article['publisher'])[0])),
      meta('og:site_name', 'dc.publisher', 'application-name'),
    ),
    url: [canonical, article['url'], isObject(mainEntity) ? mainEntity['@id'] : mainEntity, saved]
      .map(asAddress)
      .find((address) => address !== undefined && isOfArticle(address)),
    lang: [
      nameOf(article['inLanguage']),
      document.documentElement.getAttribute('lang'),
      meta('og:locale', 'dc.language', 'content-language'),
    ]
      .map(asLanguage)
      .find(Boolean),
    named: namesOf(article),
    /** Why the page’s own data says that its article is not published: somebody saved a preview. */
    fault:
      objectFault({ creativeWorkStatus: article['creativeWorkStatus'] }) ?? pageFault(document),
  };
}

const first = (...values: (string | null | undefined)[]) =>
  values.find((value) => value?.trim()) ?? undefined;
