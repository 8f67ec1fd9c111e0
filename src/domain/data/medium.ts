import { z } from 'astro/zod';
import { MEDIA_ID } from '../media/media-id.ts';
import { type MediumKind, TYPES_OF_KIND } from '../media/media-type.ts';
import { day } from '../text.ts';
import { address, count, paragraphId, recordId } from './field.ts';

const path = z.string().meta({ format: 'uri-reference' });
const words = z.string().optional();
const KINDS = Object.keys(TYPES_OF_KIND) as [MediumKind, ...MediumKind[]];

/** A medium in the data of its article. */
export const mediumDataSchema = z.strictObject({
  id: z
    .string()
    .regex(MEDIA_ID)
    .optional()
    .describe('Its id, made of a digest of its file; absent where the archive does not have it.'),
  kind: z.enum(KINDS).describe('What it is.'),
  url: path.optional().describe('Path of its page; absent where it is not shown.'),
  file: z
    .strictObject({
      sha256: z.string().describe('SHA-256 of the file as the archive keeps it, in hexadecimal.'),
      bytes: count.describe('Its size in bytes.'),
      type: z.string().describe('Its media type (RFC 6838).'),
      width: count.optional().describe('Width as it is shown, in pixels.'),
      height: count.optional().describe('Height as it is shown, in pixels.'),
      pages: count.optional().describe('How many pages it has.'),
      seconds: z.number().min(0).optional().describe('How long it lasts, in seconds.'),
    })
    .optional()
    .describe('What its file is; absent where it is not shown.'),
  missing: z
    .strictObject({
      url: address.optional().describe('Where it was to be had.'),
      name: words.describe('What its source called it.'),
      reason: z.string().describe('Why the archive does not have it.'),
    })
    .optional()
    .describe('Where the archive does not have it: why.'),
  withheld: z
    .strictObject({
      date: day.describe('Day since which it is withheld, YYYY-MM-DD.'),
      reason: z.string().describe('Why, for the reader.'),
    })
    .optional()
    .describe('Where it may not be shown: since when and why.'),
  position: z
    .string()
    .optional()
    .describe('head, or the id of the paragraph that it follows, where the article says it.'),
  altText: words.describe('What is to be seen (IPTC Alt Text).'),
  decorative: z.boolean().describe('True for a picture that says nothing the text does not.'),
  caption: words.describe('What is told of it (IPTC Description).'),
  creditLine: words.describe(
    'To whom it is credited (IPTC Credit Line); unknown where nobody can say.',
  ),
  creator: words.describe('Who made it (IPTC Creator).'),
  source: words.describe('From whom the archive has it (IPTC Source).'),
  copyrightNotice: words.describe('Who holds the right to copy it (IPTC Copyright Notice).'),
  licence: address.optional().describe('Address of its licence (IPTC Web Statement of Rights).'),
  usageTerms: words.describe('How it may be used (IPTC Rights Usage Terms).'),
  dateCreated: words.describe('Day, month or year in which it was made (IPTC Date Created).'),
  locationShown: recordId.optional().describe('Id of the place that it shows.'),
  personsShown: z.array(recordId).describe('Ids of the people whom it shows.'),
  lang: words.describe('Language of its words, where it is not that of the article.'),
  regions: z
    .array(
      z.strictObject({
        paragraph: paragraphId.describe('Id of the paragraph.'),
        page: count.describe('The page, from 1.'),
        xywh: z.string().describe('Left, top, width and height in pixels.'),
      }),
    )
    .describe('Parts of a scan that hold a paragraph of the text.'),
  texts: z
    .array(z.string())
    .optional()
    .describe(
      'The words of a document or scan, page by page, or the transcript of a sound or film.',
    ),
  times: z
    .array(
      z.strictObject({
        at: count.describe('Where a part of the transcript begins, in UTF-16 units from 0.'),
        from: z.number().min(0).describe('From when on it is heard, in seconds.'),
      }),
    )
    .optional()
    .describe('When the parts of the transcript are heard; absent where it does not say it.'),
});

/** A medium as its article’s data have it. */
export type MediumData = z.infer<typeof mediumDataSchema>;
