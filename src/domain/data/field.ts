import { z } from 'astro/zod';
import { KINDS } from '../authorities/authority.ts';

/** Forms that fields of several published files have; each file says of its own what they mean. */

/** An address in this archive, whole. */
export const address = z.string().meta({ format: 'uri' });

/** The id of an article: the path of its page, without the slashes around it. */
export const articleId = z.string().regex(/^\d{4}\/\d{2}\/\d{2}\/[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** The id of a person, place or organisation: the last part of the path of its page. */
export const recordId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** The id of a paragraph: the fragment of its permalink. */
export const paragraphId = z.string().regex(/^p-[a-z2-7]{8}(?:-\d+)?$/);

/** A claim by its name: the id of its article, and the fragment of its permalink there. */
export const claimName = z
  .string()
  .regex(/^\d{4}\/\d{2}\/\d{2}\/[a-z0-9]+(?:-[a-z0-9]+)*#f-[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** What a record is of; the first part of the path of its page. */
export const recordKind = z.enum(KINDS);

/** A whole number, zero or more. */
export const count = z.int().min(0);
