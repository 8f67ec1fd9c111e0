/** The new address for an old one, with the same query and fragment, so that links to paragraphs still work. */
export const newAddress = (to: string, { search, hash }: Pick<URL, 'search' | 'hash'>): string =>
  to + search + hash;
