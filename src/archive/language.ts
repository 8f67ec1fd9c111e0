/** Writing direction of a language, for `dir`. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(lang) as Intl.Locale & {
    getTextInfo(): { direction?: 'ltr' | 'rtl' };
  };
  return locale.getTextInfo().direction ?? 'ltr';
}

/** The language's name in another language: “Arabic”. */
export function languageName(lang: string, inLanguage: string): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(lang) ?? lang;
}
