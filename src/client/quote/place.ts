import type { ArticleData } from '../../domain/article/article-data.ts';
import { viewPath } from '../../domain/media/facsimile/scan-view.ts';
import { pageTexts, type ToldText, toldTexts } from '../../domain/search/medium-text.ts';
import { articlePath, mediumPath, paragraphPath } from '../../domain/url.ts';

/** Where words stand or stood. */
export interface Place {
  article: ArticleData;
  /** Path of the site at which they can be seen. */
  path: string;
  /** What they are, where they are no paragraph: “caption”, “page 2 of a scan”. */
  what?: string;
  /** The day of the correction that replaced them; undefined where they stand there now. */
  until?: string;
}

/** A text of an article, with its place. */
interface PlacedText {
  place: Place;
  text: string;
}

const FIELDS: Record<ToldText['field'], string> = {
  caption: 'caption',
  creator: 'maker',
  creditLine: 'credit line',
  altText: 'alternative text',
};
const KINDS: Record<ToldText['kind'], string> = {
  photograph: 'a photograph',
  graphic: 'a graphic',
  facsimile: 'a scan',
  document: 'a document',
  audio: 'a sound',
  video: 'a film',
};

/** All texts of an article that a reader can be shown: headline, summary, paragraphs, and what its media say and are told of. */
export function textsOf(article: ArticleData): PlacedText[] {
  const { id, heading, headingStated, summary, paragraphs, media } = article;
  const path = articlePath(id);
  const told = toldTexts(media).map(({ medium, field, kind, text }) => ({
    place: {
      article,
      path: medium === undefined ? path : mediumPath(medium),
      what: `${FIELDS[field]} of ${KINDS[kind]}`,
    },
    text,
  }));
  const pages = pageTexts(media).map(({ medium, kind, page, pages: all, text }) => ({
    place: {
      article,
      path: viewPath(medium, { page }),
      what: `words of ${all > 1 ? `page ${page} of ` : ''}${KINDS[kind]}`,
    },
    text,
  }));
  return [
    ...paragraphs.map(({ id: paragraph, text }) => ({
      place: { article, path: paragraphPath(id, paragraph) },
      text,
    })),
    ...(headingStated ? [{ place: { article, path, what: 'headline' }, text: heading }] : []),
    ...(summary ? [{ place: { article, path, what: 'summary' }, text: summary }] : []),
    ...told,
    ...pages,
  ];
}

const FORMER = new Map([
  ['title', 'headline'],
  ['summary', 'summary'],
  ['caption', 'caption of a picture or other medium'],
  ['creditLine', 'credit line of a picture or other medium'],
  ['creator', 'maker of a picture or other medium'],
  ['words', 'words of a scan, document, sound or film'],
]);

/**
 * Where what a correction replaced is told: at the paragraph or medium, else among the corrections of its article.
 *
 * @param was what was corrected, as the correction names it
 */
export function formerPlace(article: ArticleData, was: string, until: string): Place {
  if (/^[po]-/u.test(was)) return { article, path: paragraphPath(article.id, was), until };
  const [first = '', field = first] = was.split('.');
  const isThere = article.media.some(({ id }) => id === first);
  const path = `${articlePath(article.id)}#${isThere ? first : 'corrections'}`;
  return { article, path, what: FORMER.get(field) ?? 'picture or other medium', until };
}
