import { z } from 'astro/zod';
import { MEDIA_ID } from '../media/media-id.ts';
import { MEDIA_TYPES, TYPES_OF_KIND } from '../media/media-type.ts';
import { address, count, recordId } from './field.ts';

const KINDS = Object.keys(TYPES_OF_KIND) as [string, ...string[]];
const words = z.string().optional();

/** A medium as the list of all tells of it; a field that nobody stated is absent. */
export const listedMediumSchema = z
  .strictObject({
    id: z.string().regex(MEDIA_ID).describe('Its id, made of a digest of its file.'),
    url: address.describe('Permalink of its page.'),
    kind: z.enum(KINDS).describe('What it is.'),
    title: z.string().describe('The opening words of its caption, or what is to be seen.'),
    file: address.describe('Address of its file; of a picture in the largest of its sizes.'),
    thumbnail: address.optional().describe('Address of a small picture of it.'),
    type: z
      .enum(Object.values(MEDIA_TYPES))
      .describe('Media type of the file that the archive keeps (RFC 6838).'),
    bytes: count.describe('Size of the file that the archive keeps, in bytes.'),
    width: count.optional().describe('Its width as it is shown, in pixels.'),
    height: count.optional().describe('Its height as it is shown, in pixels.'),
    pages: count.optional().describe('How many pages it has.'),
    seconds: z.number().min(0).optional().describe('How long it lasts, in seconds.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the file that the archive keeps, in hexadecimal.'),
    caption: words.describe('What is told of it beside it (IPTC Description).'),
    altText: words.describe('What is to be seen (IPTC Alt Text).'),
    lang: z.string().describe('Language of these words, as a BCP 47 tag.'),
    creditLine: words.describe(
      'To whom it is credited (IPTC Credit Line); “unknown” where nobody can say.',
    ),
    creator: words.describe('Who made it (IPTC Creator).'),
    source: words.describe('From whom the archive has it (IPTC Source).'),
    copyrightNotice: words.describe('Who holds the right to copy it (IPTC Copyright Notice).'),
    licence: address.optional().describe('Address of its licence (IPTC Web Statement of Rights).'),
    usageTerms: words.describe('How it may be used, in words (IPTC Rights Usage Terms).'),
    dateCreated: words.describe('Day, month or year in which it was made (IPTC Date Created).'),
    locationShown: recordId
      .optional()
      .describe('Id of the place that it shows (IPTC Location Shown).'),
    personsShown: z
      .array(recordId.describe('Id of a person.'))
      .describe('Ids of the people whom it shows (IPTC Person Shown).'),
    articles: z
      .array(address.describe('Permalink of an article.'))
      .describe('Where the articles show it, the earliest first.'),
  })
  .meta({ title: 'Medium', description: 'A picture, scan, document, sound or film.' });

/** A medium as the list of all tells of it. */
export type ListedMediumData = z.infer<typeof listedMediumSchema>;

/** All media that are shown. */
export const mediaListSchema = z.array(listedMediumSchema).meta({
  title: 'Media',
  description:
    'Every picture, scan, document, sound and film that the archive shows, each file once, in the order of its articles.',
});
