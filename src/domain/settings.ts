import { z } from 'astro/zod';
import { because } from './fault.ts';
import { interfaceLanguage } from './language/language-tag.ts';
import { stating } from './schema-fault.ts';
import { ITEM, line, REQUIRED } from './text.ts';
import { contactAddress, siteUrl } from './web-address.ts';

const PAGE_SIZE = because(
  'site/page-size',
  'A page of a list holds 1 to 500 entries.',
  'Write a whole number; 50 suits most archives.',
);

/** The settings of a site, in `archive.yaml` beside the articles. Each may be left out. */
export const settingsSchema = z.strictObject({
  /** The archive's name, shown on every page and in every reference. */
  title: line(60, REQUIRED),
  /** What it is, in a sentence. */
  description: line(300, REQUIRED),
  /** Where it is hosted, `https://host/` or `https://host/folder/`; empty where the variable SITE_URL says it. */
  url: siteUrl,
  /** Language of the interface, and of articles that name none: a BCP 47 tag of English, such as `en-GB`. */
  lang: interfaceLanguage,
  /** The first paragraphs of the page about the archive, as plain text without markup. */
  about: z.array(line(2000, ITEM)),
  /** Address for questions about a text, of mail or of a page; empty where there is none. */
  contact: contactAddress,
  /** How many entries a page of a list holds. */
  pageSize: stating(z.int().min(1).max(500), PAGE_SIZE),
});

export type Settings = z.infer<typeof settingsSchema>;
