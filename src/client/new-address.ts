/** Where an old address leads now: its query and its fragment, the paragraph that was linked to, stay. */
export const newAddress = (to: string, { search, hash }: Pick<URL, 'search' | 'hash'>): string =>
  to + search + hash;
