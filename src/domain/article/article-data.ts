import type { Kind } from '../authorities/authority.ts';
import type { RecordMention } from '../authorities/mention.ts';
import { cslItem } from '../citation/csl.ts';
import { type CitedArchive, referenceOf } from '../citation/reference.ts';
import type { PublishedArticleData } from '../data/article.ts';
import { type MediumWithTexts, mediumData } from '../media/medium-data.ts';
import { articlePath, capturePath, withBase } from '../url.ts';
import { noticesOf } from '../withholding/withholding.ts';
import { type Article, type Heading, shownCapture } from './article.ts';
import type { Paragraph } from './paragraph.ts';

/** What `articleData` needs of an article. */
export interface Described {
  id: string;
  data: Article;
  /** Its media, with what their files are. */
  media: readonly MediumWithTexts[];
  heading: Heading;
  /** The language of the article, or that of the site where it names none. */
  lang: string;
  paragraphs: readonly Paragraph[];
  mentions: readonly RecordMention[];
  /** The paragraph in which each figure's words stand, by the figure's id. */
  stated: ReadonlyMap<string, string>;
  /** For each correction, in order: the ids of the paragraphs that its old text became. */
  became: readonly (readonly string[])[];
}

/**
 * An article's data as published in `index.json` beside its page. Of a withdrawn one they say only when and why it was
 * withdrawn.
 *
 * @param nameOf the name of a record
 * @param base the site's base path
 * @param address makes a whole URL from a path
 */
export function articleData(
  { id, data, media, heading, lang, paragraphs, mentions, stated, became }: Described,
  nameOf: (kind: Kind, id: string) => string | undefined,
  base: string,
  address: (path: string) => string,
  archive: CitedArchive,
): PublishedArticleData {
  const url = withBase(articlePath(id), base);
  if (data.withdrawn) return { id, url, date: data.date, withdrawn: data.withdrawn };
  const named = (kind: Kind) =>
    data[kind].map((record) => ({ id: record, name: nameOf(kind, record) ?? record }));
  return {
    id,
    url,
    title: data.title ?? null,
    heading: heading.text,
    headingStated: heading.stated,
    date: data.date,
    lang,
    text: data.text,
    summary: data.summary ?? null,
    source: sourceData(id, data, base),
    people: named('people'),
    places: named('places'),
    organisations: named('organisations'),
    about: data.about,
    dateline: data.dateline ?? null,
    figures: data.figures.map((figure) => ({ ...figure, paragraph: stated.get(figure.id) })),
    media: media.map((medium) => mediumData(medium, data, base)),
    corrections: data.corrections.map((correction, index) => ({
      ...correction,
      became: [...(became[index] ?? [])],
    })),
    withheld: noticesOf(data.withheld),
    citation: cslItem(referenceOf({ id, data, heading, lang }, address, archive)),
    paragraphs: [...paragraphs],
    mentions: [...mentions],
  };
}

/** Where an article comes from; its capture with the address at which it is published. */
function sourceData(id: string, data: Article, base: string) {
  if (!data.source) return null;
  const { capture: _, ...source } = data.source;
  const sha256 = shownCapture(data);
  return {
    ...source,
    ...(sha256 && { capture: { url: withBase(capturePath(id), base), sha256 } }),
  };
}

/** The data of an article that is shown. */
export type ArticleData = Exclude<PublishedArticleData, { withdrawn: unknown }>;
