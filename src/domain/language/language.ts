// Asked of every article in every list.
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

/** The site's language where an article is in another one, for what the site puts into it; nothing where they agree. */
export function labelLanguage(article: string | undefined, site: string): string | undefined {
  if (article === undefined || article === site) return undefined;
  const language = (tag: string) => new Intl.Locale(tag).language;
  return language(article) === language(site) ? undefined : site;
}
