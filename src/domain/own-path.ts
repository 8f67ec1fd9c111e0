// Paths that pages of the archive itself have, now or later.
const DATED = /^\/(?:\d{4}(?:\/\d{2}){0,2}(?:\/page-\d+)?|page-\d+|index)\/$/;
const FOLDERS = new Set(
  'people places organisations events subjects search about figures data corrections changes verify cite maps media feeds 404 500 _astro'.split(
    ' ',
  ),
);

/** Whether a path, which ends in a slash, is one of the archive’s own: nothing else may be found at it. */
export const isOwnPath = (path: string): boolean =>
  DATED.test(path) || FOLDERS.has(path.split('/', 2)[1] ?? '');
