import type { ArticleData } from '../../domain/article/article-data.ts';
import { directionOf } from '../../domain/language/language.ts';
import { openingWords } from '../../domain/language/sentence.ts';
import { boxIn } from '../../domain/media/box.ts';
import { wholeSizes } from '../../domain/media/facsimile/image-service.ts';
import { mayBeTaken, type PublishedMedium } from '../../domain/media/filed-medium.ts';
import { endingOf } from '../../domain/media/media-type.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import { renditionsOf } from '../../domain/media/rendition.ts';
import {
  articlePath,
  imageServicePath,
  manifestPath,
  mediumFilePath,
  mediumPath,
  pageWordsPath,
  paragraphPath,
  renditionPath,
} from '../../domain/url.ts';
import { site } from '../../site.ts';
import type { ScannedPage } from './canvas.ts';
import type { ScanRecord } from './manifest.ts';

/** A scan as one article shows it. */
export interface ScanUse {
  medium: PublishedMedium;
  /** The article’s data, which readers see. */
  article: Pick<ArticleData, 'id' | 'heading' | 'lang' | 'paragraphs'>;
}

const LONGEST_LABEL = 90;
const LONGEST_WORDS = 120;

/** What a field says, in whichever use it says something. */
const said = <Field extends keyof PublishedMedium>(uses: readonly ScanUse[], field: Field) =>
  uses.map(({ medium }) => medium[field]).find((value) => value !== undefined);

/** The further fields of a scan, as names and values. */
function fieldsOf(uses: readonly ScanUse[], nameOf: (place: string) => string | undefined) {
  const place = said(uses, 'locationShown');
  const fields: [name: string, value: string | undefined][] = [
    ['Creator', said(uses, 'creator')],
    ['Source', said(uses, 'source')],
    ['Date', said(uses, 'dateCreated')],
    ['Place', place && nameOf(place)],
    ['Copyright', said(uses, 'copyrightNotice')],
    ['Licence', said(uses, 'licence')],
    ['Use', said(uses, 'usageTerms')],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

/** The regions of all uses, each with its paragraph. */
const regionsOf = (uses: readonly ScanUse[], addressOf: (path: string) => string) =>
  uses.flatMap(({ medium, article: { id, lang, paragraphs } }) => {
    const texts = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.text]));
    return medium.regions.flatMap(({ paragraph, page, xywh }) => {
      const box = boxIn(xywh);
      const text = texts.get(paragraph);
      if (!box || text === undefined) return [];
      const words = openingWords(text, lang, LONGEST_WORDS);
      return [{ page, box, paragraph: addressOf(paragraphPath(id, paragraph)), words }];
    });
  });

/**
 * What the manifest of a scan tells.
 * @param uses the articles that show it, the earliest first
 * @param nameOf the name of a place by its id
 * @param addressOf makes a whole address of a path
 */
export function scanRecord(
  uses: readonly [ScanUse, ...ScanUse[]],
  nameOf: (place: string) => string | undefined,
  addressOf: (path: string) => string,
): ScanRecord {
  const [{ medium, article }] = uses;
  const { id, facts } = medium;
  const lang = medium.lang ?? article.lang;
  const caption = said(uses, 'caption');
  const words = caption ?? said(uses, 'altText');
  const label = (words && openingWords(words, lang, LONGEST_LABEL)) || article.heading;
  const regions = regionsOf(uses, addressOf);
  const hasWords = said(uses, 'ocr') !== undefined;
  const pages = pageSizesOf(facts).map((size, index): ScannedPage => {
    const service = addressOf(imageServicePath(id, index + 1));
    const [largest] = wholeSizes(size);
    return {
      ...size,
      service,
      image: { address: `${service}/full/max/0/default.jpg`, ...largest },
      words: hasWords ? addressOf(pageWordsPath(id, index + 1)) : undefined,
      regions: regions.filter(({ page }) => page === index + 1),
    };
  });
  const [small] = renditionsOf(facts);
  const isOpen = facts.type === 'application/pdf' || mayBeTaken(medium);
  return {
    address: addressOf(manifestPath(id)),
    folder: addressOf(mediumPath(id)),
    label,
    caption,
    lang,
    siteLang: site.lang,
    fields: fieldsOf(uses, nameOf),
    credit: said(uses, 'creditLine') ?? '',
    licence: said(uses, 'licence'),
    archive: { address: addressOf('/'), name: site.title, lang: site.lang },
    homepages: [
      { address: addressOf(mediumPath(id)), name: label, lang },
      ...uses.map((use) => ({
        address: addressOf(articlePath(use.article.id)),
        name: use.article.heading,
        lang: use.article.lang,
      })),
    ],
    thumbnail: small && { address: addressOf(renditionPath(id, small.width, 'jpg')), ...small },
    file: isOpen
      ? {
          address: addressOf(mediumFilePath(id, endingOf(facts.type))),
          type: facts.type,
          name: 'The file',
        }
      : undefined,
    isRightToLeft: directionOf(lang) === 'rtl',
    pages,
  };
}
