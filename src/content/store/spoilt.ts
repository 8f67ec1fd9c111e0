import { hash } from 'node:crypto';

/** What is kept from build to build is not as it was written: it is to be thrown away, and made anew. */
export class SpoiltStore extends Error {
  override name = 'SpoiltStore';
  constructor() {
    super(
      'What is kept from build to build in node_modules/.astro was changed while it was read: run the command again.',
    );
  }
}

/** The digest of a row. @param columns all that stands in it, the id with the rest: no row passes for another */
export const rowDigest = (...columns: readonly string[]): string =>
  hash('sha256', columns.map((text) => `${text.length} ${text}`).join(''), 'base64').slice(0, 22);
