import { z } from 'astro/zod';
import { because } from '../fault.ts';
import { failing } from '../schema-fault.ts';

const LANGUAGE = because(
  'language/tag',
  'A language is a BCP 47 tag.',
  'Write the tag, for instance en, ar or pt-BR, or leave the field out for the language of the site.',
);

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

// Kept because every article that gives its language is checked, and there are few different languages.
const known = new Map<string, boolean>();

function isLanguage(tag: string): boolean {
  const isOne = known.get(tag) ?? isRegistered(tag);
  known.set(tag, isOne);
  return isOne;
}

// A tag can be well-formed and still name no registered language: “english”.
function isRegistered(tag: string): boolean {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    return canonical === tag && languages.of(new Intl.Locale(tag).language) !== undefined;
  } catch {
    return false;
  }
}

/** A language as a BCP 47 tag, in its canonical form. https://www.rfc-editor.org/info/bcp47 */
export const languageTag = z.string().refine(isLanguage, failing(LANGUAGE));

const INTERFACE = because(
  'site/language',
  'The pages around the articles are in English: the language of the site is en, or that of a country, such as en-GB, en-US or en-AU.',
  'Write one of these, or leave the line out. Articles in another language say so themselves: lang: ar.',
);

/** A language for the pages around the articles: English, with the number and date formats of a country. */
export const interfaceLanguage = z
  .string()
  .refine((tag) => isLanguage(tag) && new Intl.Locale(tag).language === 'en', failing(INTERFACE));
