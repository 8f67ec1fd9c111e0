import type { ArticleSheet } from '../sheets/article.ts';
import { observation } from './observation.ts';

/** An article as schema.org’s `NewsArticle`, with what was corrected in it and the figures that it states. https://schema.org/CorrectionComment */
export function newsArticle(
  {
    heading,
    date,
    lang,
    corrections,
    claims,
  }: Pick<ArticleSheet, 'heading' | 'date' | 'lang' | 'corrections' | 'claims'>,
  url: string,
) {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    headline: heading.text,
    datePublished: date,
    inLanguage: lang,
    correction: corrections.map(({ note, date: day }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: day,
    })),
    mentions: claims.map((claim) => observation(claim, url)),
  };
}

/** Data that can stand in a page: no text in it ends the element. */
export const embedded = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
