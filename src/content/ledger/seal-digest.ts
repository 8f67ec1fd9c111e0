import { hash } from 'node:crypto';

/**
 * The digest of what was sealed: the full SHA-256 in base64url, since other words can be found on purpose for a digest of
 * 40 bits.
 */
export const sealDigest = (text: string): string => hash('sha256', text, 'base64url');
