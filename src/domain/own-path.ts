// Paths that pages of the archive itself have, now or later.
const OWN =
  /^\/(?:\d{4}(?:\/\d{2}){0,2}(?:\/page-\d+)?|(?:people|places|organisations|events|subjects|search|about|figures|data|corrections|changes|verify|cite|maps|media|feeds|404|500|_astro)(?:\/.*)?|page-\d+|index)\/$/;

/** Whether a path, which ends in a slash, is one of the archive’s own: nothing else may be found at it. */
export const isOwnPath = (path: string): boolean => OWN.test(path);
