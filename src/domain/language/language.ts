// Kept because it is needed for every article in every list.
const directions = new Map<string, 'ltr' | 'rtl'>();

/** Writing direction of a language, for `dir`. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const known = directions.get(lang);
  if (known) return known;
  const locale = new Intl.Locale(lang) as Intl.Locale & {
    getTextInfo(): { direction?: 'ltr' | 'rtl' };
  };
  const direction = locale.getTextInfo().direction ?? 'ltr';
  directions.set(lang, direction);
  return direction;
}

/** The language of what the site itself adds to an article: the site's, or undefined if the article is in it too. */
export function labelLanguage(article: string | undefined, site: string): string | undefined {
  if (article === undefined || article === site) return undefined;
  const language = (tag: string) => new Intl.Locale(tag).language;
  return language(article) === language(site) ? undefined : site;
}
