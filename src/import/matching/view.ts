import { createHash } from 'node:crypto';
import { foldedWords } from '../../domain/language/fold.ts';
import type { WrittenDocument } from '../source-document.ts';

/** Telling the views of one article, as for print or for telephones, which a site has at addresses of their own. */

/** A text of fewer words is often a formula, which many articles have: these are told apart by their headlines too. */
const FEW = 20;

/** A digest of the day and the words of an article, which all views of it share; a record has no views. */
export function viewKey({ kind, date, title, url, paragraphs }: WrittenDocument): string {
  if (kind === 'none') return JSON.stringify([date, title, url]);
  const words = paragraphs.flatMap(foldedWords);
  return createHash('sha256')
    .update([date, words.length < FEW ? title : '', ...words].join(' '))
    .digest('base64');
}

/** True where both addresses are of one site, whose views may have hosts of their own. */
export function isOfOneSite(one: string | undefined, other: string | undefined): boolean {
  const host = (address: string | undefined) =>
    address !== undefined && URL.canParse(address)
      ? new URL(address).hostname.replace(/^(?:www|m|mobile|amp|print)\./, '')
      : '';
  return host(one) !== '' && host(one) === host(other);
}
