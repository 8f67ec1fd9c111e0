import type { Settings } from './domain/settings.ts';

/** What an owner of an archive changes. The build says what cannot be as it is. */
export const site: Settings = {
  /** The archive's name, as it stands over every page. */
  title: 'Cuttings',
  /** What it is, in a sentence, under the name and in search engines. */
  description:
    'A news archive filed by date, person and place, to read, search, cite and link to for good.',
  /** Where it is hosted, as `https://host/` or `https://host/folder/`. `SITE_URL` takes another for one build. */
  url: '',
  /** Language of the pages around the articles, and of articles that name none, as a BCP 47 tag. */
  lang: 'en-GB',
  /** Who keeps the archive, and why: what the page about it says first, a paragraph each. */
  about: [],
  /** Whom a reader asks about a text, as an address: `mailto:` or `https:`. Empty where nobody is to be asked. */
  contact: '',
  /** How many entries a page of a list holds. */
  pageSize: 50,
};
