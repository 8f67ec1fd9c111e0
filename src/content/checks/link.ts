import { existsSync } from 'node:fs';
import { KINDS } from '../../domain/authorities/authority.ts';
import { because, type Fault } from '../../domain/fault.ts';
import { publishedMedia } from '../../domain/media/filed-medium.ts';
import { MEDIA_ID } from '../../domain/media/media-id.ts';
import type { Problem } from '../../domain/problem.ts';
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
  MEDIA_PATH,
  mediaOfKindPath,
  mediumFragment,
  mediumPath,
  periodPath,
  recordPath,
  SEARCH_MANY_PATH,
  SEARCH_PATH,
  VERIFY_PATH,
} from '../../domain/url.ts';
import { addressFault } from '../../domain/web-address.ts';
import { problemWith } from '../files/problem-place.ts';
import { didYouMean } from '../files/validate.ts';
import type { Link } from '../markdown/link.ts';
import type { Records } from '../reading/record.ts';
import { type CheckedArticle, mayBeMeant } from './checked-article.ts';

const PROTOCOLS = /^(?:https?|mailto):/i;

/** The ids of media that are shown no more: their pages say so. */
const formerMedia = ({ entry }: CheckedArticle): string[] => [
  ...entry.media.flatMap(({ id, withheld }) => (id && (withheld || entry.withdrawn) ? id : [])),
  ...entry.corrections.flatMap(({ was = '' }) => (MEDIA_ID.test(was) ? was : [])),
];

/** Every path of the archive that a body may link to. */
function knownPaths(articles: readonly CheckedArticle[], records: Records): Set<string> {
  const published = articles.filter(({ entry }) => !entry.draft);
  // A period of which every article was withdrawn has no page.
  const periods = published
    .filter(({ entry }) => !entry.withdrawn)
    .flatMap(({ entry: { date } }) =>
      [4, 7, 10].map((length) => periodPath(date.slice(0, length))),
    );
  const media = published.flatMap(({ entry }) => publishedMedia(entry));
  const mediaKinds = new Set(media.map(({ kind }) => kind));
  return new Set([
    '/',
    SEARCH_PATH,
    SEARCH_MANY_PATH,
    ABOUT_PATH,
    CORRECTIONS_PATH,
    CHANGES_PATH,
    LEDGER_PATH,
    DATA_PATH,
    FIGURES_PATH,
    VERIFY_PATH,
    ...KINDS.map(indexPath),
    ...(media.length > 0 ? [MEDIA_PATH] : []),
    ...(mediaKinds.size > 1 ? [...mediaKinds].map(mediaOfKindPath) : []),
    ...media.map(({ id }) => mediumPath(id)),
    ...published.flatMap(formerMedia).map(mediumPath),
    ...published.flatMap(({ id, entry }) => [articlePath(id), ...entry.formerly]),
    // Records with faults count too: their faults are reported once, not at every link.
    ...KINDS.flatMap((kind) => records.ids(kind).map((id) => recordPath(kind, id))),
    ...records.all.flatMap(({ kind, data }) => data.formerly.map((id) => recordPath(kind, id))),
    ...periods,
  ]);
}

const isPublic = (path: string) => !path.includes('..') && existsSync(`public${path}`);

/** Faults of links in bodies: they lead nowhere, or to something that readers should not see. */
export function linkFaults(articles: readonly CheckedArticle[], records: Records): Problem[] {
  const paths = knownPaths(articles, records);
  const byPath = new Map(articles.map((article) => [articlePath(article.id), article]));
  const mayBe = (path: string) =>
    // The ids of media are made of their files, and those of an article with faults are not read.
    (path.startsWith(MEDIA_PATH) && articles.some(({ unsure }) => unsure)) ||
    mayBeMeant(path.replace(/^\/|\/$/g, ''), articles);
  return articles.flatMap((article) =>
    article.entry.links.flatMap((link) => {
      const fault = outwardFault(link) ?? linkFault(link, article, paths, byPath, mayBe);
      return fault ? [linkProblem(article.path, link, fault)] : [];
    }),
  );
}

const linkProblem = (path: string, { href, line, column }: Link, fault: Fault): Problem => ({
  ...problemWith(path, href, fault),
  line,
  column,
});

const isWithin = (href: string) =>
  href.startsWith('#') || (href.startsWith('/') && !href.startsWith('//'));

/** Why a link may not lead out of the archive as it does. */
function outwardFault({ href }: Link): Fault | undefined {
  if (PROTOCOLS.test(href)) return addressFault(href, 'link');
  if (isWithin(href)) return undefined;
  return because(
    'link/scheme',
    'A link starts with https://, http:// or mailto:, with / for a page of this archive, or with # for a place on this page.',
    'Write the whole address; a page of the archive as /2023/10/16/some-slug/.',
  );
}

/** Faults of the links of a body that lead out of the archive. These are checked without knowing other articles. */
export const outwardFaults = (path: string, links: readonly Link[]): Problem[] =>
  links.flatMap((link) => {
    const fault = outwardFault(link);
    return fault ? [linkProblem(path, link, fault)] : [];
  });

function linkFault(
  { href }: Link,
  article: CheckedArticle,
  paths: ReadonlySet<string>,
  byPath: ReadonlyMap<string, CheckedArticle>,
  mayBe: (path: string) => boolean,
): Fault | undefined {
  if (!isWithin(href)) return undefined;
  const [path = '', fragment] = href.split('#', 2);
  const plain = path.split('?')[0] ?? path;
  if (plain !== '' && !paths.has(plain) && !isPublic(plain)) {
    const isDraft = byPath.get(plain)?.entry.draft;
    if (isDraft) {
      return because(
        'link/draft',
        'A link into this archive leads to a page that it has; that of a draft it has not yet.',
        'Publish the draft, or take the link out.',
      );
    }
    if (mayBe(plain)) return undefined;
    return because(
      'link/no-page',
      'A link into this archive leads to a page that it has.',
      `${didYouMean(plain, [...paths])}Correct the address; it ends in a slash.`,
    );
  }
  const target = plain === '' ? article : byPath.get(plain);
  // The part of a withdrawn text is gone, but the reader finds the notice that says so.
  if (!fragment || !target || target.entry.withdrawn) return undefined;
  if (fragments(target).has(fragment) || mayHave(target, fragment)) return undefined;
  return because(
    'link/no-part',
    'A link to a paragraph, figure or medium leads to one that its article has.',
    'Copy the link from the article’s page.',
  );
}

/** True if an article with faults may have this fragment once the faults are fixed. */
const mayHave = ({ unsure }: CheckedArticle, fragment: string): boolean =>
  unsure !== undefined &&
  ((unsure.body && !fragment.startsWith('f-')) ||
    fragment.startsWith('m-') ||
    mayBeMeant(fragment.replace(/^f-/, ''), [{ unsure }]));

function fragments({ entry }: CheckedArticle): Set<string> {
  return new Set([
    ...entry.paragraphIds,
    ...entry.figures.map(({ id }) => figureFragment(id)),
    ...publishedMedia(entry).map(({ id }) => mediumFragment(id)),
    ...entry.corrections.flatMap(({ was }) => was ?? []),
  ]);
}
