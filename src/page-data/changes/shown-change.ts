import { sealDigest } from '../../content/ledger/seal-digest.ts';
import type { PublishedArticle } from '../../content/queries/articles.ts';
import type { ListedChange } from '../../domain/article/change.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import { MEDIA_ID } from '../../domain/media/media-id.ts';
import { recordPath } from '../../domain/url.ts';
import { changeSentence, filedWords, UNNAMED } from '../../messages/change.ts';
import { site } from '../../site.ts';
import { recordNamed, type Subject } from './changed-thing.ts';

/** A name in a sentence. If it cannot be shown, it has other words and no path. */
interface ChangedName {
  name: string;
  path: string | undefined;
}

/** A change in words. */
export interface ShownChange {
  sentence: string;
  /** The names that end the sentence. */
  names: readonly ChangedName[];
  /** Fragment of the page at which it can be seen. */
  place: string | undefined;
  /** Why a text was withdrawn, or words or a medium are withheld, as the archivist says. */
  reason: string | undefined;
}

function namesOf(field: string, ids: readonly string[], article: PublishedArticle): ChangedName[] {
  const kinds = KINDS.filter((kind) => field === kind || field === 'about');
  return ids.map((id) => {
    const record = recordNamed(kinds, id, article);
    return record
      ? { name: record.data.name, path: recordPath(record.kind, record.id) }
      : { name: UNNAMED.get(field) ?? '', path: undefined };
  });
}

const plain = (sentence: string, more: Partial<ShownChange> = {}): ShownChange => ({
  ...{ sentence, names: [], place: undefined, reason: undefined },
  ...more,
});

/** Why a text was withdrawn, or words or a medium are withheld, in the words that readers are told. */
function reasonOf(
  field: string,
  { data }: PublishedArticle,
  values: readonly string[],
): string | undefined {
  if (field === 'withdrawn') return data.withdrawn && `Reason: ${data.withdrawn.reason}`;
  const [medium = '', part] = field.split('.');
  if (MEDIA_ID.test(medium) && part === 'withheld') {
    const reason = data.media.find(({ id }) => id === medium)?.withheld?.reason;
    return reason && `Reason: ${reason}`;
  }
  if (field !== 'withheld') return undefined;
  const said = data.withheld
    .filter(({ name }) => values.includes(sealDigest(name)))
    .map(({ as, reason }) => `Shown as [${as}]: ${reason}`);
  return said.length > 0 ? [...new Set(said)].join(' ') : undefined;
}

/** Changes of one field of an article or record, in words for readers. */
export function shownChanges(
  field: string,
  how: ListedChange['how'],
  all: readonly ListedChange[],
  subject: Subject,
): ShownChange[] {
  const article = subject && 'article' in subject ? subject.article : undefined;
  const filed = filedWords(field, how);
  // A change of a list has its items as values: ids of records, or digests of words.
  const ids = all.flatMap(({ value }) => value ?? []);
  if (article && filed) return [plain(filed, { names: namesOf(field, ids, article) })];
  if (field.startsWith('f-')) {
    const isThere = article?.data.figures.some(({ id }) => `f-${id}` === field);
    return [
      plain('A figure that the text states was catalogued.', {
        place: isThere ? field : undefined,
      }),
    ];
  }
  const sentence = changeSentence(field, how, all.length, site.lang);
  const reason = article && how !== 'removed' ? reasonOf(field, article, ids) : undefined;
  return [plain(sentence, { reason })];
}
