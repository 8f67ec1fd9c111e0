/** Writing direction of a language, for `dir`. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(lang) as Intl.Locale & {
    getTextInfo(): { direction?: 'ltr' | 'rtl' };
  };
  return locale.getTextInfo().direction ?? 'ltr';
}

/** The site's language where an article is in another one, for what the site puts into it; nothing where they agree. */
export function labelLanguage(article: string | undefined, site: string): string | undefined {
  const language = (tag: string) => new Intl.Locale(tag).language;
  return article === undefined || language(article) === language(site) ? undefined : site;
}
