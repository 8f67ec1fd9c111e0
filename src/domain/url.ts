import type { Kind } from './authorities/authority.ts';
import { dayParts } from './date.ts';
import type { Facet } from './figures/facet.ts';
import type { Subject } from './figures/series.ts';
import type { MediumKind } from './media/media-type.ts';

/** All paths are made here. They start with a slash; those of pages end with one. `withBase` puts the base in front. */

/** Path of an article by its id, which is the path of its file without the ending: `2023/10/16/some-slug`. */
export const articlePath = (id: string) => `/${id}/`;

/** Name of the file of an article’s data, beside its page. */
export const ARTICLE_DATA_FILE = 'index.json';
/** Path of that file, beside a page at a path. */
export const dataPathBeside = (path: string) => `${path}${ARTICLE_DATA_FILE}`;
/** Path of the data of an article. */
export const articleDataPath = (id: string) => dataPathBeside(articlePath(id));

/** Name of the file of an article’s reference, which lay beside its page until its page held it. */
export const formerReferenceFile = (ending: string) => `cite.${ending}`;

/** What the name of an article’s capture ends in: it is a web archive, packed. */
export const CAPTURE_ENDING = '.warc.gz';
/** Path of an article’s capture, beside its page; it has the name of the entry. */
export const capturePath = (id: string) =>
  `${articlePath(id)}${id.slice(id.lastIndexOf('/') + 1)}${CAPTURE_ENDING}`;

/** Path of a paragraph by its article and its id. */
export const paragraphPath = (article: string, paragraph: string) => `/${article}/#${paragraph}`;

/** Fragment of a figure in its article. */
export const figureFragment = (id: string) => `f-${id}`;

/** Path of a figure by its article and its id. */
export const figurePath = (article: string, figure: string) =>
  `/${article}/#${figureFragment(figure)}`;

/** Path of a person, place or organisation. */
export const recordPath = (kind: Kind, id: string) => `/${kind}/${id}/`;

/** Path of the feed of a person, place or organisation, in Atom. */
export const recordFeedPath = (kind: Kind, id: string) => `${recordPath(kind, id)}feed.atom`;
/** Path of that feed in a form that it was in as well, by the ending of the form. */
export const formerRecordFeedPath = (kind: Kind, id: string, ending: string) =>
  `${recordPath(kind, id)}feed.${ending}`;

/** Path of the page that tells which feeds there are. */
export const FEEDS_PATH = '/feeds/';
/** Path of the list of the feeds of all names, which feed readers take whole. */
export const NAMES_OPML_PATH = `${FEEDS_PATH}names.opml`;

/** Path of the A to Z of a kind. */
export const indexPath = (kind: Kind) => `/${kind}/`;

/** Path of a year (`2023`), a month (`2023-10`) or a day (`2023-10-16`). */
export const periodPath = (period: string) => `/${period.replaceAll('-', '/')}/`;

/** Path of the day on which an article was filed. */
export const dayPath = (day: string) => `/${dayParts(day).join('/')}/`;

/** Path of the claims of the archive. */
export const FIGURES_PATH = '/figures/';
/** Path of the list of all values of a facet: of the measures, places, groups, counters or dates. */
export const facetPath = (facet: Facet) => `${FIGURES_PATH}${facet}/`;
/** Path of the claims that have one value of a facet, such as one place. */
export const facetValuePath = (facet: Facet, value: string) => `${facetPath(facet)}${value}/`;
/** Path of the claims of one measure about one group in one place. */
export const subjectPath = ({ measure, group, place }: Subject) =>
  `${facetValuePath('place', place)}${measure}/${group}/`;

/** Path of the list of all articles. */
export const ARTICLES_JSON_PATH = '/data/articles.json';
/** Path at which a large archive once had the part of a year of that list. */
export const formerArticlesPartPath = (year: string) => `/data/articles-${year}.json`;

/** Path of the references of all articles, by the ending of their format. */
export const referencesPath = (ending: string) => `/data/references.${ending}`;

/** Path of the page about the data of the archive. */
export const DATA_PATH = '/data/';
/** Paths of all media as a table and as JSON. */
export const MEDIA_CSV_PATH = '/data/media.csv';
export const MEDIA_JSON_PATH = '/data/media.json';
/** Paths of all figures as a table, of the same as JSON, and of the data package that describes both. */
export const FIGURES_CSV_PATH = '/data/figures.csv';
export const FIGURES_JSON_PATH = '/data/figures.json';
export const DATA_PACKAGE_PATH = '/data/datapackage.json';
/** Path of the JSON Schema of `article` (its data beside its page), `articles`, `figures` or `names`. */
export const schemaPath = (name: string) => `/data/${name}.schema.json`;

/** Path of the SVG file of a map, by the name of its frame. */
export const mapPath = (frame: string) => `/maps/${frame}.svg`;

/** Path of the list of all media. */
export const MEDIA_PATH = '/media/';
const FOLDERS: Record<MediumKind, string> = {
  photograph: 'photographs',
  graphic: 'graphics',
  facsimile: 'facsimiles',
  document: 'documents',
  audio: 'sound',
  video: 'films',
};
/** Path of the list of all media of a kind. */
export const mediaOfKindPath = (kind: MediumKind) => `${MEDIA_PATH}${FOLDERS[kind]}/`;
/** Path of a medium by its id: a page of its own. Its files lie below it. */
export const mediumPath = (id: string) => `${MEDIA_PATH}${id}/`;
/** Path of a picture in one of its sizes. @param ending of the format: `avif`, `webp`, `jpg` */
export const renditionPath = (id: string, width: number, ending: string) =>
  `${mediumPath(id)}${width}.${ending}`;
/** Path of the picture that other sites show beside a link to what shows this medium. */
export const mediumSharePath = (id: string) => `${mediumPath(id)}share.jpg`;
/** Path of the file itself, without what it tells beside the picture. @param ending of its type */
export const mediumFilePath = (id: string, ending: string) => `${mediumPath(id)}file.${ending}`;
/** Path of the captions of a film in a language. */
export const captionsPath = (id: string, lang: string) => `${mediumPath(id)}captions-${lang}.vtt`;
/** Path of the IIIF manifest of a scan (Presentation API 3). */
export const manifestPath = (id: string) => `${mediumPath(id)}manifest.json`;
/** Path of the IIIF image service (Image API 3, level 0) of a page of a scan, without `info.json`; pages count from 1. */
export const imageServicePath = (id: string, page: number) => `${mediumPath(id)}pages/${page}`;
/** Path of the words of a page of a scan, with their places. */
export const pageWordsPath = (id: string, page: number) =>
  `${mediumPath(id)}pages/${page}.words.json`;
/** Fragment of a medium in its article: its id. */
export const mediumFragment = (id: string) => id;

export const SEARCH_PATH = '/search/';
/** Path of the page that looks up many names at once. */
export const SEARCH_MANY_PATH = '/search/many/';
/** Path of the picture that other sites show beside a link to a page of the archive. */
export const SHARE_IMAGE_PATH = '/share.png';
/** Path of what tells a browser how to search the archive. */
export const OPENSEARCH_PATH = '/opensearch.xml';
export const ABOUT_PATH = '/about/';
/** Path of the licence notices of everything by others that a site holds. */
export const LICENCES_PATH = '/licences.txt';
export const CORRECTIONS_PATH = '/corrections/';
/** Path of the list of what was changed without a correction. */
export const CHANGES_PATH = '/changes/';
/** Path of the head of the ledger with which the site was built. */
export const LEDGER_PATH = '/ledger.txt';
/** Path of the page that checks a quotation against the archive. */
export const VERIFY_PATH = '/verify/';
/** Path of the page from which citations and quotations are copied. */
const CITE_PATH = '/cite/';
/** Path of that page for an article, or for a paragraph of it. */
export const citePath = (article: string, paragraph?: string) =>
  `${CITE_PATH}?article=${article}${paragraph ? `&paragraph=${paragraph}` : ''}`;
/** Paths of the feeds of changes and of corrections. */
export const CHANGES_FEED_PATH = '/changes/feed.atom';
export const CORRECTIONS_FEED_PATH = '/corrections/feed.xml';

/** Path of a page of a list, counted from 1; the first page has the list's own path. */
export const listPagePath = (list: string, page: number) =>
  page === 1 ? list : `${list}page-${page}/`;

/** A path as a link on a site whose base is `/` or `/some/folder/`. */
export function withBase(path: string, base: string): string {
  return `${base.replace(/\/$/, '')}${path}`;
}
