import { hash } from 'node:crypto';

/**
 * The digest of what was sealed: the full SHA-256 in base64url, because other words can be found for a digest of forty
 * bits.
 */
export const sealDigest = (text: string): string => hash('sha256', text, 'base64url');
