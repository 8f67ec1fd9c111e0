import { contentRoot } from './content/files/archive-path.ts';
import { type Defaults, settledAt } from './content/files/settings-file.ts';
import type { Settings } from './domain/settings.ts';

/** What holds where the archive.yaml of an archive says nothing: that is the file to edit, and this one stays as it is. */
export const defaults: Defaults = {
  /** The archive's name, as it stands over every page. */
  title: 'Cuttings',
  /** What it is, in a sentence, under the name and in search engines. */
  description:
    'A news archive filed by date, person and place, to read, search, cite and link to for good.',
  /** Language of the pages around the articles, and of articles that name none, as a BCP 47 tag. */
  lang: 'en-GB',
  /** Who keeps the archive, and why: what the page about it says first, a paragraph each. */
  about: [],
  /** Whom a reader asks about a text, as an address: `mailto:` or `https:`. Empty where nobody is to be asked. */
  contact: '',
  /** How many entries a page of a list holds. */
  pageSize: 50,
};

/** The settings of the archive, from its archive.yaml. No script of a page has them: see `settlesSite`. */
export const site: Settings = settledAt(contentRoot(), defaults);
