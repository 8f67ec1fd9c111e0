import { asLine } from '../../../source-document.ts';
import { isObject, type Json, list, nameOf } from './linked-data.ts';
import { mainArticle, nearest, wordsOf } from './page-element.ts';
import { type PageMeta, saidBy } from './page-meta.ts';

/** Whether a text has an `@` and a point somewhere behind it, as addresses of mail have. */
const isMail = (text: string) => text.includes('@') && text.includes('.', text.indexOf('@'));

const isName = (name: string | undefined): name is string =>
  name !== undefined &&
  name.trim() !== '' &&
  !/^(?:https?:|@|www\.)/i.test(name.trim()) &&
  !isMail(name);

/** The names of the authors, or of the objects that are. */
function namesOf(author: unknown): string | undefined {
  const names = list(author).map(nameOf).filter(isName);
  return names.length > 0 ? [...new Set(names.map((name) => name.trim()))].join(', ') : undefined;
}

const MARKS = [
  '[itemprop~="author" i] [itemprop~="name" i], [itemprop~="author" i]',
  '.p-author, .vcard.author .fn, .author.vcard, .byline .author, [rel~="author" i]',
];
const LONGEST = 100;

/** The authors that a page marks near its headline. */
function marked(document: Document, headline: Element | undefined): string | undefined {
  const main = mainArticle(document);
  for (const marks of MARKS) {
    const elements = [...document.querySelectorAll(marks)]
      .slice(0, 100)
      .map((element) => ({ element }));
    const inside = nearest(elements, headline, main, false).map(({ element }) => element);
    const own = inside.filter(
      (one) => !inside.some((other) => other !== one && one.contains(other)),
    );
    const names = own.map((one) => one.getAttribute('content') ?? wordsOf(one)).filter(isName);
    const line = [...new Set(names)].join(', ');
    if (line !== '') return line.length <= LONGEST ? line : undefined;
  }
  return undefined;
}

/** Who a page says wrote its article, as one line. */
export function bylineOf(
  document: Document,
  article: Json,
  meta: PageMeta,
  nodes: readonly Json[],
  headline: Element | undefined,
): string | undefined {
  // An author may be a reference to another object of the page.
  const whole = (value: unknown) =>
    isObject(value) && value['name'] === undefined
      ? (nodes.find((node) => node['@id'] === value['@id'] && node['name']) ?? value)
      : value;
  const cited = meta.get('citationauthor');
  return [
    namesOf(list(article['author']).map(whole)),
    cited && namesOf(cited),
    ...[
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'parsely-author',
      'sailthru.author',
      'cXenseParse:author',
      'byl',
      'autor',
    ].map((name) => saidBy(meta, name)),
    marked(document, headline),
    namesOf(list(article['creator']).map(whole)),
  ]
    .filter(isName)
    .flatMap((line) => asLine(line, 200) ?? [])[0];
}
