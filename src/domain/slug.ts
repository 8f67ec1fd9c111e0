import slugify from '@sindresorhus/slugify';
import { paragraphId } from './article/paragraph.ts';
import { idFault } from './identifier.ts';

const LONGEST = 60;

/** Cuts a slug to 60 characters, between words where possible. */
function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const words = slug.slice(0, LONGEST + 1).lastIndexOf('-');
  return slug.slice(0, words > LONGEST / 2 ? words : LONGEST).replace(/-$/, '');
}

/**
 * Makes a valid id from any text. Where none of its letters can be written in Latin, or the id is reserved, the id is
 * `fallback`, a hyphen and eight characters made from the text.
 */
export function slugOf(text: string, fallback: string): string {
  const slug = cut(
    slugify(text.slice(0, 400).toWellFormed(), { decamelize: false, separator: '-' }),
  );
  if (slug !== 'unknown' && idFault(slug) === undefined) return slug;
  return `${fallback}-${paragraphId(text).slice(2)}`;
}

/** The slug, or the first of `slug-2`, `slug-3`… that is free. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  for (let number = 2; ; number++) {
    const next = `${slug}-${number}`;
    if (!isTaken(next)) return next;
  }
}
