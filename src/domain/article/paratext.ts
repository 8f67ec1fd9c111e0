import type { Figure } from '../figures/figure.ts';
import type { Medium } from '../media/medium.ts';
import type { Article } from './article.ts';
import { type Correction, withWords } from './correction.ts';

/** The fields of an article that hold words: headline and summary, and the words of figures, corrections, source and media. */
export type Paratext = Pick<
  Article,
  'title' | 'summary' | 'figures' | 'corrections' | 'source' | 'media'
>;

type Change = (words: string) => string;

/** A copy of an object in which those of the named fields that are text have been changed. */
function changed<T extends object>(fields: T, names: readonly (keyof T)[], change: Change): T {
  const copy = { ...fields };
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string') copy[name] = change(value) as T[keyof T];
    else if (Array.isArray(value)) copy[name] = value.map(change) as T[keyof T];
  }
  return copy;
}

const FIGURE = [
  'asStated',
  'basis',
  'verification',
  'cause',
  'actor',
  'revisionNote',
] as const satisfies readonly (keyof Figure)[];

const SOURCE = [
  'publisher',
  'author',
  'volume',
  'issue',
  'edition',
  'page',
  'subjects',
] as const satisfies readonly (keyof NonNullable<Article['source']>)[];

const MEDIUM = [
  'altText',
  'caption',
  'creditLine',
  'creator',
  'source',
  'copyrightNotice',
  'usageTerms',
] as const satisfies readonly (keyof Medium)[];

const changedFigure = (figure: Figure, change: Change): Figure => ({
  ...changed(figure, FIGURE, change),
  group: changed(figure.group, ['label'], change),
});

const changedCorrection = (correction: Correction, change: Change): Correction => ({
  ...withWords(correction, change),
  note: change(correction.note),
});

/**
 * An article with the words in its fields changed. Dates, numbers and addresses stay, and ids but those that corrections
 * make from words.
 */
export function withParatext<A extends Paratext>(article: A, change: Change): A {
  const { figures, corrections, source, media } = article;
  return {
    ...changed(article, ['title', 'summary'], change),
    figures: figures.map((figure) => changedFigure(figure, change)),
    corrections: corrections.map((correction) => changedCorrection(correction, change)),
    media: media.map((medium) => changed(medium, MEDIUM, change)),
    ...(source && { source: changed(source, SOURCE, change) }),
  };
}
