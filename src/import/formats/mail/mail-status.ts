import { shownWords } from '../../../domain/problem.ts';
import type { Skipped } from '../skipped.ts';

/** What a message says of itself, by header name in lower case. */
export type Headers = ReadonlyMap<string, string>;

const ANSWER = /^(?:re|aw|sv|fw|fwd|wg|tr|rv) ?(?:\[\d{1,4}\])? ?:/iu;
const UNPUBLISHED =
  /\b(?:drafts?|spam|junk|trash|bin|entwürfe|papierkorb|brouillons|corbeille)\b/iu;

const asPrivate = (why: string): Skipped => ({ skipped: why, as: 'private' });

/**
 * Why an e-mail is passed over. That it was meant for everybody can be told of none; only what says that it went to a list
 * of subscribers is taken for a newsletter.
 */
export function mailFault(headers: Headers, subject: string): Skipped | undefined {
  const has = (name: string) => headers.has(name);
  if (!has('list-id') && !has('list-unsubscribe'))
    return asPrivate(
      'it does not say that it went to subscribers (List-Id, List-Unsubscribe), so it may be private: if it was public, give its text as a .txt file',
    );
  if (has('in-reply-to') || has('references') || ANSWER.test(subject.trim()))
    return asPrivate('it answers or forwards another message, so it may be private');
  const sensitivity = headers.get('sensitivity');
  if (sensitivity !== undefined && !/^normal$/iu.test(sensitivity.trim()))
    return asPrivate(`it is marked as “${shownWords(sensitivity)}”`);
  if (/^auto-generated|^auto-replied/iu.test(headers.get('auto-submitted') ?? ''))
    return asPrivate('a program wrote it to its recipient');
  const labels = headers.get('x-gmail-labels') ?? headers.get('x-folder') ?? '';
  if (has('x-mozilla-draft-info') || headers.get('x-unsent')?.trim() === '1')
    return { skipped: 'it is a draft', as: 'draft' };
  return UNPUBLISHED.test(labels)
    ? { skipped: `it lies in “${shownWords(labels)}”`, as: 'binned' }
    : undefined;
}
