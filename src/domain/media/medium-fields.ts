import { z } from 'astro/zod';
import { isPeriod } from '../date.ts';
import { because, type Fault } from '../fault.ts';
import { identifier, identifiers } from '../identifier.ts';
import { languageTag } from '../language/language-tag.ts';
import { failing, issueOf } from '../schema-fault.ts';
import { day, line, ownLine } from '../text.ts';
import { webAddress } from '../web-address.ts';
import { UNKNOWN } from './credit.ts';
import { regionSchema } from './facsimile/region.ts';
import { fileName, fileNameFault } from './file-name.ts';
import { licenceAddress } from './licence.ts';
import { MEDIA_ID } from './media-id.ts';
import { type MediumKind, TYPES_OF_KIND } from './media-type.ts';

/** The most media of one article. */
export const MOST_MEDIA = 500;
/** What a transcript says where there is none. */
export const NO_TRANSCRIPT = 'none';

const PARAGRAPH = /^p-[a-z2-7]{8}(?:-\d+)?$/;
const SHA256 = /^[0-9a-f]{64}$/;
const KINDS = Object.keys(TYPES_OF_KIND) as [MediumKind, ...MediumKind[]];

const checked = (holds: (text: string) => boolean, fault: Fault) =>
  z.string().refine(holds, failing(fault));

/** A day, a month or a year: of an old photograph often no more is known. YAML takes a year for a number. */
const dayMonthOrYear = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  checked(
    isPeriod,
    because(
      'media/date',
      'When a picture was taken is a day, a month or a year.',
      'Write 1987-10-19, 1987-10 or 1987, as far as it is known.',
    ),
  ),
);

const position = checked(
  (text) => text === 'head' || PARAGRAPH.test(text),
  because(
    'media/position',
    'A medium stands at the head, or after a paragraph, which is named by its id.',
    'Write head, or copy the id from the permalink of the paragraph: p- and eight characters.',
  ),
);

const otherId = checked(
  (text) => MEDIA_ID.test(text),
  because(
    'withheld/other',
    'A medium that looks like a withheld one is named by its id.',
    'Copy the id from the address of its page: m- and twelve characters.',
  ),
);

const TRANSCRIPT = because(
  'media/name',
  'A transcript is named as the file of text or WebVTT that holds it, or none; its words do not stand here.',
  `Write its words into a file beside the entry, for instance storm.txt, and its name here; or transcript: ${NO_TRANSCRIPT}.`,
);
const transcript = z.string().check(({ value, issues }) => {
  const fault = value === NO_TRANSCRIPT ? undefined : fileNameFault(value);
  if (fault) issues.push(issueOf(/\s/.test(value.trim()) ? TRANSCRIPT : fault, value));
});

/**
 * A picture, scan, document, sound or film of an article: its file, and what is known of it. Names and meanings are those
 * of the IPTC Photo Metadata Standard where it has them.
 */
export const mediumFields = z.strictObject({
  /** Its file: beside the entry (`boat.jpg`), or from `/media/` on in `content/media/`. */
  file: fileName.optional(),
  /** In place of a file that the archive could not get: where it was to be had, and why it is not here. */
  missing: z
    .strictObject({
      url: webAddress.optional(),
      name: line(500).optional(),
      reason: ownLine(500),
    })
    .optional(),
  /** Its SHA-256, in hexadecimal; where it is stated, a build refuses a file that has another. */
  sha256: checked(
    (text) => SHA256.test(text),
    because(
      'media/digest',
      'A SHA-256 is 64 hexadecimal digits, lower-case.',
      'Copy it from the output of sha256sum.',
    ),
  ).optional(),
  /** What it is. A facsimile is a scan of the printed page; a graphic is a drawing, map or chart. */
  kind: z.enum(KINDS),
  /** Where it stands: `head`, or the id of the paragraph that it follows. Left out where the body places it, or at the end. */
  position: position.optional(),
  /** What is to be seen, for those who do not see it (IPTC Alt Text). */
  altText: line(
    2000,
    'Describe what it shows; or, where it shows nothing that the text does not say, write decorative: true in place of altText.',
  ).optional(),
  /** True for a picture that says nothing the text does not: it has no alternative text. */
  decorative: z.boolean().default(false),
  /** What is told of it beside it (IPTC Description). */
  caption: line(
    5000,
    'Write what is told of it beside it; only a picture or scan may be without: there leave the field out.',
  ).optional(),
  /** To whom it is credited, as that person or body wishes (IPTC Credit Line); `unknown` where nobody can say. */
  creditLine: line(
    500,
    `Write to whom it is credited, as its maker wishes, or creditLine: ${UNKNOWN} where nobody can say.`,
  ).optional(),
  /** Who made it (IPTC Creator). */
  creator: line(300).optional(),
  /** From whom the archive has it (IPTC Source). */
  source: line(300).optional(),
  /** Who holds the right to copy it (IPTC Copyright Notice). */
  copyrightNotice: line(500).optional(),
  /** Address of its licence (IPTC Web Statement of Rights). Under one of Creative Commons readers may take the file. */
  licence: licenceAddress.optional(),
  /** How it may be used, in words (IPTC Rights Usage Terms). */
  usageTerms: line(1000).optional(),
  /** When it was made: a day, a month or a year (IPTC Date Created). */
  dateCreated: dayMonthOrYear.optional(),
  /** Id of the place that it shows (IPTC Location Shown). */
  locationShown: identifier.optional(),
  /** Ids of the people whom it shows (IPTC Person Shown). */
  personsShown: identifiers.default([]),
  /** The language of its words, where it is not that of the article. */
  lang: languageTag.optional(),
  /** The words of a scan with their places: an ALTO or hOCR file. */
  ocr: fileName.optional(),
  /** Parts of a scan that hold a paragraph of the text. */
  regions: z.array(regionSchema).default([]),
  /** The words of a sound or film, as a file of plain text or of WebVTT; or `none`. */
  transcript: transcript.optional(),
  /** Captions of a film, as WebVTT. */
  captions: z.array(z.strictObject({ file: fileName, lang: languageTag })).default([]),
  /** True where an article withholds words and this file, looked through by somebody, shows none of them. */
  redacted: z.boolean().default(false),
  /** Set where it may not be shown any more; readers are told when and why. */
  withheld: z
    .strictObject({
      date: day,
      reason: ownLine(1000),
      /** Ids of published media that look like it and are not it, or may be shown: somebody has looked at both. */
      otherThan: z.array(otherId).max(MOST_MEDIA).default([]),
    })
    .optional(),
});
