import { fold } from '../../domain/language/fold.ts';
import type { Identity } from '../formats/skipped.ts';
import type { WrittenDocument } from '../source-document.ts';
import type { FiledEntries } from './filed-entries.ts';
import { type FiledEntry, textsOfEntry } from './filed-entry.ts';
import { headlineDigest } from './headline.ts';
import { sharedPairs } from './sketch.ts';

/** Which entry of an archive an item of a source already is. */

/** Of texts of one day and one headline, the part of the shorter one’s pairs of words that the other has. */
const SAME_HEADLINE = 0.5;

/** The entry that a source document is: from the same address, or of the same bytes. */
export function knownAs(
  { url, sha256 }: Pick<WrittenDocument, 'url' | 'sha256'>,
  isSole: boolean,
  entries: FiledEntries,
): FiledEntry | undefined {
  const byAddress = url === undefined ? undefined : entries.byAddress(url);
  if (byAddress) return byAddress;
  return isSole ? entries.byBytes(sha256)[0] : undefined;
}

const isContrary = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && fold(one) !== fold(other);

/**
 * The record of which a document is the text, or the text of which it is the record, where one of them has no address:
 * of the same day, headline and newspaper, and of the same page where both name one. Nothing where it may be several.
 */
export function otherHalf(
  document: Pick<WrittenDocument, 'kind' | 'date' | 'title' | 'publisher' | 'page' | 'url'>,
  entries: FiledEntries,
): FiledEntry | undefined {
  const { kind, date, title, publisher, page, url } = document;
  if (date === undefined || title === undefined || publisher === undefined) return undefined;
  const found = entries
    .byHeadline(date, headlineDigest(title))
    .filter((entry) => entry.isRecord !== (kind === 'none') && !(entry.url && url))
    .filter(
      (entry) =>
        entry.publisher !== undefined &&
        !isContrary(entry.publisher, publisher) &&
        !isContrary(entry.page, page),
    );
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The earlier version of a text without an address: of the same day and nearly the same words.
 *
 * @param like the entry with nearly the same text, of whatever day
 * @param isMet tells the entries that other items of this import are
 */
export function earlierVersion(
  { kind, date, title, url, paragraphs }: WrittenDocument,
  like: FiledEntry | undefined,
  entries: FiledEntries,
  isMet: (id: string) => boolean,
): FiledEntry | undefined {
  if (url !== undefined || date === undefined) return undefined;
  const isFree = (entry: FiledEntry) => !entry.url && !isMet(entry.id);
  if (like?.id.startsWith(`${date.replaceAll('-', '/')}/`) && isFree(like)) return like;
  if (kind === 'none' || title === undefined) return undefined;
  const [best] = entries
    .byHeadline(date, headlineDigest(title))
    .filter((entry) => !entry.isRecord && isFree(entry))
    .map((entry) => ({ entry, shared: sharedPairs(textsOfEntry(entry.path), paragraphs) }))
    .filter(({ shared }) => shared >= SAME_HEADLINE)
    .toSorted((a, b) => b.shared - a.shared);
  return best?.entry;
}

/**
 * The entries that an item is which its source keeps back now: of one of its addresses, or of its bytes; where it or the
 * entry has no address, of its day and headline. What was withdrawn already is none.
 */
export function keptBackIn(
  { urls, title, date, sha256 }: Identity,
  entries: FiledEntries,
): FiledEntry[] {
  const addresses = urls.filter((url) => url !== undefined);
  const ofAddress = addresses.flatMap(
    (url) => entries.byAddress(url) ?? entries.byFormerAddress(url) ?? [],
  );
  const ofBytes = sha256 ? entries.byBytes(sha256) : [];
  const ofHeadline =
    date !== undefined && title !== undefined
      ? entries.byHeadline(date, title).filter(({ url }) => !url || addresses.length === 0)
      : [];
  const found = [ofAddress, ofBytes, ofHeadline].find(({ length }) => length > 0) ?? [];
  return [...new Map(found.map((entry) => [entry.id, entry])).values()].filter(
    ({ id }) => !entries.isWithdrawn(id),
  );
}
