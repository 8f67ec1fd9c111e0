import { hash } from 'node:crypto';

/** The digest of what was sealed: SHA-256, all of it, in base64url. What has forty bits can be met by other words. */
export const sealDigest = (text: string): string => hash('sha256', text, 'base64url');
