import { z } from 'astro/zod';
import { because } from '../fault.ts';
import { figureSchema } from '../figures/figure.ts';
import { identifier, identifiers } from '../identifier.ts';
import { languageTag } from '../language/language-tag.ts';
import { openingWords } from '../language/sentence.ts';
import { mediaSchema } from '../media/medium.ts';
import { failing } from '../schema-fault.ts';
import { day, dayOrMoment, ITEM, line, ownLine } from '../text.ts';
import { sourceAddress, webAddress } from '../web-address.ts';
import { withholdingsSchema } from '../withholding/withholding.ts';
import { correctionSchema } from './correction.ts';
import { suggestedSchema } from './suggested.ts';

/** The most subjects of one article, and the most old addresses; no newspaper has so many. */
export const MOST_SUBJECTS = 200;
export const MOST_ADDRESSES = 100;
const SHA256 = /^[0-9a-f]{64}$/;

/** The SHA-256 of a file, in hexadecimal. */
const digest = z
  .string()
  .refine(
    (text) => SHA256.test(text),
    failing(
      because(
        'source/sha256',
        'A SHA-256 is 64 hexadecimal digits, lower-case.',
        'Copy it from the output of sha256sum.',
      ),
    ),
  );

/** Where an article comes from. Every field is optional; where all are missing, the page says so. */
const sourceSchema = z.strictObject({
  /** Newspaper, agency or site that published the original. */
  publisher: line(200).optional(),
  /** Address of the original, or a URN. */
  url: sourceAddress.optional(),
  /** Address of a copy in a web archive. */
  archivedUrl: webAddress.optional(),
  /** The day on which the original was read. */
  accessed: day.optional(),
  /** When it was published; a time of day puts the articles of a day in order. */
  published: dayOrMoment.optional(),
  /** The byline. */
  author: line(200).optional(),
  /** Its volume, as a newspaper or magazine counts them: “12”, “LXIV”. */
  volume: line(60).optional(),
  /** The number of the issue: “3”, “14–15”. */
  issue: line(60).optional(),
  /** The edition of the day: “late”, “north”. */
  edition: line(100).optional(),
  /** The page or pages, as they were printed: “A1”, “12–14”. */
  page: line(60).optional(),
  /** What the source files it under, in its own words: categories, tags, keywords. */
  subjects: z.array(line(200, ITEM)).max(MOST_SUBJECTS).optional(),
  /** Other addresses that the original had. Those at the address of the site itself lead to the article. */
  formerUrls: z.array(webAddress).max(MOST_ADDRESSES).optional(),
  /** SHA-256 of the file that was imported, in hexadecimal. */
  sha256: digest.optional(),
  /**
   * SHA-256 of the page as it was saved, which lies beside the entry as `<slug>.warc.gz` and is published with it. Where
   * words of the text are withheld, or it is withdrawn, it is not.
   */
  capture: digest.optional(),
});

// File systems allow names of 255 bytes and paths of a few thousand; a host puts its own folders in front.
const LONGEST_PART = 200;
const LONGEST_PATH = 1000;

const PATH = /^\/(?:[a-z0-9-]+\/)+$/;

/** An old path of an article. */
const formerPath = z
  .string()
  .refine(
    (path) => PATH.test(path),
    failing(
      because(
        'formerly/path',
        'An old path starts and ends with a slash.',
        'Write it as in the old link: /2023/10/16/old-slug/.',
      ),
    ),
  )
  .refine(
    (path) =>
      path.length <= LONGEST_PATH && path.split('/').every((part) => part.length <= LONGEST_PART),
    failing(
      because(
        'formerly/long',
        `An old path has at most ${LONGEST_PART} characters between two slashes, and ${LONGEST_PATH} in all: no disk holds a longer one.`,
        'Take it out; no web server can have answered at it.',
      ),
    ),
  );

/** The frontmatter of an article. */
export const articleSchema = z.strictObject({
  /**
   * The headline. Left out where the source has none; the page then shows the opening words, and says that it does. An
   * article without a text has one.
   */
  title: line(300).optional(),
  /** The day of the report, which the path of the file must also have. */
  date: day,
  /** What the article says, in a sentence or two, for lists. */
  summary: line(1000).optional(),
  /**
   * `verbatim`: the text is the source's, word for word. `account`: it is the archive's, in words of its own. `none`: the
   * archive holds the record of the article and no text, and the body is empty.
   */
  text: z.enum(['verbatim', 'account', 'none']),
  /** Language of headline and text, as a BCP 47 tag; the site's language where left out. */
  lang: languageTag.optional(),
  /** Where the article comes from. */
  source: sourceSchema.optional(),
  /**
   * Ids of the people that the text mentions; at least one spelling of each must be in the text. Where the archive holds
   * no text, it must be in the headline or the summary. So for places and organisations.
   */
  people: identifiers.default([]),
  /** Ids of the places that the text mentions. */
  places: identifiers.default([]),
  /** Ids of the organisations that the text mentions. */
  organisations: identifiers.default([]),
  /** Ids of records that the source or the archivist says it is about, whether the text mentions them or not. */
  about: identifiers.default([]),
  /** Id of the place that the report was filed from. */
  dateline: identifier.optional(),
  /** The counts that the text states. */
  figures: z.array(figureSchema).default([]),
  /** Its pictures, scans, documents, sounds and films. */
  media: mediaSchema.default([]),
  /** Changes to the text since it was published. */
  corrections: z.array(correctionSchema).default([]),
  /** Old paths of this article (`/2023/10/16/old-slug/`); they lead here. */
  formerly: z.array(formerPath).default([]),
  /** Set where the text may no longer be shown; its page then shows only date and reason. */
  withdrawn: z.strictObject({ date: day, reason: ownLine(1000) }).optional(),
  /** Words that the article may not show, and what stands in their place. */
  withheld: withholdingsSchema.default([]),
  /** What an import found in the text and the files of its media, for review; never published. */
  suggested: suggestedSchema.optional(),
  /** A draft is checked, but not published. */
  draft: z.boolean().default(false),
});

export type Article = z.infer<typeof articleSchema>;

/** The digest of the capture that is published with an article; none where a part of the text may not be shown. */
export const shownCapture = ({
  source,
  withheld,
  withdrawn,
}: Pick<Article, 'source' | 'withheld' | 'withdrawn'>): string | undefined =>
  withheld.length > 0 || withdrawn ? undefined : source?.capture;

/** The heading of an article's page: its headline, or its opening words where it has none. */
export interface Heading {
  text: string;
  /** False where the source gave no headline and the words are the text's own first ones. */
  stated: boolean;
}

/** The heading of an article; its date where it has neither a headline nor any words. */
export function headingOf(
  article: Pick<Article, 'title' | 'date'>,
  opening: string,
  lang: string,
): Heading {
  if (article.title !== undefined) return { text: article.title, stated: true };
  return { text: openingWords(opening, lang, 90) || article.date, stated: false };
}
