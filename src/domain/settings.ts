import { z } from 'astro/zod';
import { because } from './fault.ts';
import { interfaceLanguage } from './language/language-tag.ts';
import { stating } from './schema-fault.ts';
import { line } from './text.ts';
import { contactAddress, siteUrl } from './web-address.ts';

const PAGE_SIZE = because(
  'site/page-size',
  'A page of a list holds 1 to 500 entries.',
  'Write a whole number; 50 suits most archives.',
);

/** What an owner of an archive settles for the whole site, in `archive.yaml` beside the articles. Each may be left out. */
export const settingsSchema = z.strictObject({
  /** The archive's name, over every page and in every reference: at most 60 characters. */
  title: line(60),
  /** What it is, in a sentence. */
  description: line(300),
  /** Where it is hosted, `https://host/` or `https://host/folder/`; empty where SITE_URL says it. */
  url: siteUrl,
  /** Language of the pages around the articles, and of articles that name none: a kind of English. */
  lang: interfaceLanguage,
  /** What the page about the archive says first, a paragraph each: plain text, in which nothing is markup. */
  about: z.array(line(2000)),
  /** Whom a reader asks about a text; empty where nobody is to be asked. */
  contact: contactAddress,
  /** How many entries a page of a list holds. */
  pageSize: stating(z.int().min(1).max(500), PAGE_SIZE),
});

export type Settings = z.infer<typeof settingsSchema>;
