import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Kind } from '../../archive/authority.ts';
import { bodyOfHtml } from '../markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  asTime,
  ImportFault,
  noNames,
  type Reading,
} from '../story.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const typesOf = (node: Json): string[] => list(node['@type']).map(String);

/** Every object of a page’s JSON-LD, graphs opened. */
function linkedData(document: Document): Json[] {
  const nodes: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const value: unknown = JSON.parse(script.textContent ?? '');
      for (const node of list(value)) {
        if (!isObject(node)) continue;
        nodes.push(node, ...list(node['@graph']).filter(isObject));
      }
    } catch {
      // Pages are full of JSON-LD that is none; what it would have said, the page’s other data may say.
    }
  }
  return nodes;
}

const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isObject(value) ? asLine(value['name'], 200) : undefined;

const NAMED: Record<string, Kind> = {
  Person: 'people',
  Place: 'places',
  City: 'places',
  Country: 'places',
  AdministrativeArea: 'places',
  Organization: 'organisations',
  NewsMediaOrganization: 'organisations',
  Corporation: 'organisations',
  GovernmentOrganization: 'organisations',
};

/** The people, places and organisations that the page says it is about or mentions. */
function namesOf(article: Json) {
  const named = noNames();
  for (const value of [
    ...list(article['about']),
    ...list(article['mentions']),
    ...list(article['contentLocation']),
  ]) {
    if (!isObject(value)) continue;
    const kind = typesOf(value)
      .map((type) => NAMED[type])
      .find(Boolean);
    const name = asLine(value['name'], 200);
    if (kind && name) named[kind].push(name);
  }
  return named;
}

const byline = (author: unknown) => {
  const names = list(author)
    .map(nameOf)
    .filter((name) => name !== undefined && !/^https?:/i.test(name));
  return names.length > 0 ? names.join(', ') : undefined;
};

/** What a page says of its article, in the order in which it is to be believed. */
function factsOf(document: Document, html: string) {
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
  const article =
    nodes.find((node) =>
      typesOf(node).some((type) => /Article$|^BlogPosting$|^Report$/.test(type)),
    ) ?? {};
  // An author or publisher may be a reference to another object of the page.
  const whole = (value: unknown) =>
    isObject(value) && value['name'] === undefined
      ? (nodes.find((node) => node['@id'] === value['@id'] && node['name']) ?? value)
      : value;
  const saved =
    /<!--\s*saved from url=\(\d+\)(\S+)/.exec(html.slice(0, 2000))?.[1] ??
    /<!--\s*\n?\s*Page saved with SingleFile[\s\S]{0,80}?url:\s*(\S+)/.exec(
      html.slice(0, 4000),
    )?.[1];
  const mainEntity = article['mainEntityOfPage'];
  return {
    title: first(
      nameOf(article['headline']),
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
      document.querySelector('time[datetime]')?.getAttribute('datetime'),
      article['dateCreated'],
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
    url: [
      document.querySelector('link[rel="canonical" i]')?.getAttribute('href'),
      meta('og:url'),
      article['url'],
      isObject(mainEntity) ? mainEntity['@id'] : mainEntity,
      saved,
    ]
      .map(asAddress)
      .find(Boolean),
    lang: [
      nameOf(article['inLanguage']),
      document.documentElement.getAttribute('lang'),
      meta('og:locale', 'dc.language', 'content-language'),
    ]
      .map(asLanguage)
      .find(Boolean),
    named: namesOf(article),
  };
}

const first = (...values: (string | null | undefined)[]) =>
  values.find((value) => value?.trim()) ?? undefined;

/**
 * Reads a saved web page. The page is parsed and nothing of it runs or is loaded: no scripts, no styles, no pictures.
 */
export function readPage(bytes: Uint8Array, sha256: string): Reading {
  // jsdom finds the encoding as a browser does: by its mark, by its meta element, Windows-1252 failing both.
  const dom = new JSDOM(bytes, { contentType: 'text/html', virtualConsole: new VirtualConsole() });
  const { document } = dom.window;
  try {
    const html = dom.serialize();
    const facts = factsOf(document, html);
    const found = new Readability(document, { charThreshold: 0, keepClasses: false }).parse();
    const read = bodyOfHtml(found?.content ?? '', facts.url);
    if (!found || read.body.children.length === 0)
      throw new ImportFault(
        'No article was found in this page. Save the article’s own page, or paste its text into a .txt file.',
      );
    return {
      story: {
        sha256,
        title: asLine(facts.title ?? found.title, 300),
        date: facts.time?.date,
        published: facts.time?.published,
        author: asLine(facts.author ?? found.byline, 200),
        publisher: asLine(facts.publisher ?? found.siteName, 200),
        url: facts.url,
        lang: facts.lang,
        named: facts.named,
        ...read,
      },
    };
  } finally {
    dom.window.close();
  }
}
