import { hash } from 'node:crypto';
import { fold } from '../../domain/language/fold.ts';

/** A digest of a headline, by which it is known again but for capitals, accents and signs. */
export const headlineDigest = (headline: string): string => hash('sha256', fold(headline));
