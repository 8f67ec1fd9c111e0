import { existsSync, readFileSync } from 'node:fs';
import { KINDS } from '../../domain/authorities/authority.ts';
import { because, type Problem } from '../../domain/problem.ts';
import {
  ABOUT_PATH,
  articlePath,
  CHANGES_PATH,
  CORRECTIONS_PATH,
  DATA_PATH,
  FIGURES_PATH,
  figureFragment,
  indexPath,
  LEDGER_PATH,
  periodPath,
  recordPath,
  SEARCH_PATH,
  VERIFY_PATH,
} from '../../domain/url.ts';
import { addressFault } from '../../domain/web-address.ts';
import { problemAt, problemWith, shownPath } from '../files/archive-file.ts';
import { didYouMean } from '../files/validate.ts';
import type { Link } from '../markdown/link.ts';
import type { Records } from '../reading/record.ts';
import type { ArticleEntry } from '../store/article-entry.ts';
import { supersessionFaults } from './supersession.ts';

/** What is asked of an article when it is checked against the others. */
export interface ReadArticle {
  id: string;
  path: string;
  entry: Pick<
    ArticleEntry,
    | 'draft'
    | 'withdrawn'
    | 'date'
    | 'figures'
    | 'corrections'
    | 'formerly'
    | 'links'
    | 'paragraphIds'
  >;
}

const PROTOCOLS = /^(?:https?|mailto):/i;

/** What is wrong between the articles of an archive: links that lead nowhere, figures that replace none. */
export const crossFaults = (articles: readonly ReadArticle[], records: Records): Problem[] => [
  ...linkFaults(articles, records),
  ...supersessionFaults(articles),
  ...moveFaults(articles),
];

/** Every path of the archive that a body may link to. */
function knownPaths(articles: readonly ReadArticle[], records: Records): Set<string> {
  const published = articles.filter(({ entry }) => !entry.draft);
  // A period of which every article was withdrawn has no page.
  const periods = published
    .filter(({ entry }) => !entry.withdrawn)
    .flatMap(({ entry: { date } }) =>
      [4, 7, 10].map((length) => periodPath(date.slice(0, length))),
    );
  return new Set([
    '/',
    SEARCH_PATH,
    ABOUT_PATH,
    CORRECTIONS_PATH,
    CHANGES_PATH,
    LEDGER_PATH,
    DATA_PATH,
    FIGURES_PATH,
    VERIFY_PATH,
    ...KINDS.map(indexPath),
    ...published.flatMap(({ id, entry }) => [articlePath(id), ...entry.formerly]),
    // A faulty record too: its fault is told once, not at every link.
    ...KINDS.flatMap((kind) => records.ids(kind).map((id) => recordPath(kind, id))),
    ...records.all.flatMap(({ kind, data }) => data.formerly.map((id) => recordPath(kind, id))),
    ...periods,
  ]);
}

const isPublic = (path: string) => !path.includes('..') && existsSync(`public${path}`);

/** Links of the bodies that lead nowhere, or where no reader should be led. */
function linkFaults(articles: readonly ReadArticle[], records: Records): Problem[] {
  const paths = knownPaths(articles, records);
  const byPath = new Map(articles.map((article) => [articlePath(article.id), article]));
  return articles.flatMap((article) =>
    article.entry.links.flatMap((link) => {
      const message = outwardFault(link) ?? linkFault(link, article, paths, byPath);
      return message ? [linkProblem(article.path, link, message)] : [];
    }),
  );
}

const linkProblem = (path: string, { href, line, column }: Link, message: string): Problem => ({
  ...problemWith(path, href, message),
  line,
  column,
});

const isWithin = (href: string) =>
  href.startsWith('#') || (href.startsWith('/') && !href.startsWith('//'));

/** Why a link may not lead out of the archive as it does. */
function outwardFault({ href }: Link): string | undefined {
  if (PROTOCOLS.test(href)) return addressFault(href, 'link');
  if (isWithin(href)) return undefined;
  return because(
    'A link starts with https://, http:// or mailto:, with / for a page of this archive, or with # for a place on this page.',
    'Write the whole address; a page of the archive as /2023/10/16/some-slug/.',
  );
}

/** What is wrong with the links of a body that lead out of the archive: for that no other article need be known. */
export const outwardFaults = (path: string, links: readonly Link[]): Problem[] =>
  links.flatMap((link) => {
    const message = outwardFault(link);
    return message ? [linkProblem(path, link, message)] : [];
  });

function linkFault(
  { href }: Link,
  article: ReadArticle,
  paths: ReadonlySet<string>,
  byPath: ReadonlyMap<string, ReadArticle>,
): string | undefined {
  if (!isWithin(href)) return undefined;
  const [path = '', fragment] = href.split('#', 2);
  const plain = path.split('?')[0] ?? path;
  if (plain !== '' && !paths.has(plain) && !isPublic(plain)) {
    const isDraft = byPath.get(plain)?.entry.draft;
    if (isDraft) {
      return because(
        'A link into this archive leads to a page that it has; that of a draft it has not yet.',
        'Publish the draft, or take the link out.',
      );
    }
    return because(
      'A link into this archive leads to a page that it has.',
      `${didYouMean(plain, [...paths])}Correct the address; it ends in a slash.`,
    );
  }
  const target = plain === '' ? article : byPath.get(plain);
  // What was linked to in a withdrawn text is gone; the reader finds the notice that says so.
  if (!fragment || !target || target.entry.withdrawn) return undefined;
  if (fragments(target).has(fragment)) return undefined;
  return because(
    'A link to a paragraph or figure leads to one that its article has.',
    'Copy the link from the article’s page.',
  );
}

function fragments({ entry }: ReadArticle): Set<string> {
  return new Set([
    ...entry.paragraphIds,
    ...entry.figures.map(({ id }) => figureFragment(id)),
    ...entry.corrections.flatMap(({ was }) => was ?? []),
  ]);
}

// What the archive's own pages are called, now or in a year: no old article may be called so.
const OWN =
  /^\/(?:\d{4}(?:\/\d{2}){0,2}(?:\/page-\d+)?|(?:people|places|organisations|events|subjects|search|about|figures|data|corrections|changes|verify|cite|maps|media|feeds|404|500|_astro)(?:\/.*)?|page-\d+|index)\/$/;

/** Old paths that are somebody else's. */
function moveFaults(articles: readonly ReadArticle[]): Problem[] {
  const present = new Map(articles.map((article) => [articlePath(article.id), article]));
  const claimed = new Map<string, ReadArticle>();
  return articles.flatMap((article) =>
    article.entry.formerly.flatMap((old) => {
      const other = present.get(old) ?? claimed.get(old);
      claimed.set(old, claimed.get(old) ?? article);
      const isOwn = OWN.test(old);
      if (!other && !isOwn) return [];
      const message = isOwn
        ? because(
            'An old path is one that an article had; this is that of a page of lists.',
            'Write the path of the article as it was: /2023/10/16/old-slug/.',
          )
        : because(
            other === article
              ? 'An old path stands once, and is not the present one.'
              : `An old path leads to one article; ${shownPath(other?.path ?? '')} has this one.`,
            'Take it out of one of the two.',
          );
      const text = readFileSync(article.path, 'utf8');
      return [problemAt(article.path, text, text.lastIndexOf(old), old, message)];
    }),
  );
}
