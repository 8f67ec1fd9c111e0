import { isGivenAway } from '../content/checks/withholding.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { readLedgerFiles } from '../content/ledger/ledger-files.ts';
import { sealDigest } from '../content/ledger/seal-digest.ts';
import {
  articles,
  langOf,
  type PublishedArticle,
  type RecordEntry,
  recordOf,
  records,
  withdrawnArticles,
} from '../content/queries/articles.ts';
import { type ListedChange, withoutSameRecords } from '../domain/article/change.ts';
import { KINDS, type Kind } from '../domain/authorities/authority.ts';
import { longDay } from '../domain/date.ts';
import { listPages } from '../domain/pager.ts';
import { articlePath, recordPath } from '../domain/url.ts';
import { changeSentence, filedWords, toldApart, UNNAMED } from '../messages/change.ts';
import { site } from '../site.ts';
import { paths } from './paths.ts';

/** A name in a sentence: with a path where it can be shown, and words for it where it cannot. */
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
  /** What was said of it by whoever made it: why a text was withdrawn, or words are withheld. */
  reason: string | undefined;
}

/** What was changed of one thing on one day. */
export interface ListedChanges {
  date: string;
  /** Where it is now; nothing where it is gone. */
  path: string | undefined;
  title: string;
  /** Language of the title, where it is an article's. */
  lang: string | undefined;
  changes: readonly ShownChange[];
}

type Subject = { article: PublishedArticle } | { record: RecordEntry } | undefined;

/** What stands at each path now, the old ones too. */
function subjects(): Map<string, NonNullable<Subject>> {
  const found = new Map<string, NonNullable<Subject>>();
  for (const article of [...articles(), ...withdrawnArticles()]) {
    const { id, data } = article;
    for (const path of [...(data.unwithheld ?? data).formerly, articlePath(id)])
      found.set(path, { article });
  }
  for (const kind of KINDS)
    for (const record of records(kind))
      for (const id of [...record.data.formerly, record.id])
        found.set(recordPath(kind, id), { record });
  return found;
}

/** The record that an id named, with another id too; none where the article may not name it. */
function recordNamed(kinds: readonly Kind[], id: string, article: PublishedArticle) {
  for (const kind of kinds) {
    const record =
      recordOf(kind, id) ?? records(kind).find(({ data }) => data.formerly.includes(id));
    if (record && !isGivenAway({ ...record, path: '', digest: '' }, article.data)) return record;
  }
  return undefined;
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

/** Why a text was withdrawn, or words are withheld, in the words that readers are told. */
function reasonOf(
  field: string,
  { data }: PublishedArticle,
  values: readonly string[],
): string | undefined {
  if (field === 'withdrawn') return data.withdrawn && `Reason: ${data.withdrawn.reason}`;
  if (field !== 'withheld') return undefined;
  const said = data.withheld
    .filter(({ name }) => values.includes(sealDigest(name)))
    .map(({ as, reason }) => `Shown as [${as}]: ${reason}`);
  return said.length > 0 ? [...new Set(said)].join(' ') : undefined;
}

/** Changes of one field of one thing, as readers are told of them. */
function shownChanges(
  field: string,
  how: ListedChange['how'],
  all: readonly ListedChange[],
  subject: Subject,
): ShownChange[] {
  const article = subject && 'article' in subject ? subject.article : undefined;
  const filed = filedWords(field, how);
  // Of a list the items: ids of records, digests of words.
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

/** Changes without those that only name a record by another of its ids: of an article nothing has changed. */
function withoutRenames(all: readonly ListedChange[], subject: Subject): readonly ListedChange[] {
  if (!subject || !('article' in subject)) return all;
  const { article } = subject;
  return withoutSameRecords(all, ({ field, value = '' }) => {
    const kinds = KINDS.filter((kind) => field === kind || field === 'about');
    const record = recordNamed(kinds, value, article);
    return record && recordPath(record.kind, record.id);
  });
}

function listed(date: string, path: string, every: readonly ListedChange[], subject: Subject) {
  const all = withoutRenames(every, subject);
  const kinds = Map.groupBy(all, ({ field, how }) => `${field} ${how}`);
  const changes = [...kinds.values()].flatMap((same) => {
    const [first] = same;
    return first ? shownChanges(first.field, first.how, same, subject) : [];
  });
  if (subject && 'article' in subject) {
    const { id, data } = subject.article;
    const isGone = data.withdrawn !== undefined;
    return {
      ...{ date, changes, path: articlePath(id) },
      title: isGone ? `A withdrawn article of ${longDay(data.date, site.lang)}` : data.heading.text,
      lang: isGone ? undefined : langOf(subject.article),
    };
  }
  if (subject) {
    const { kind, id, data } = subject.record;
    return { date, changes, path: recordPath(kind, id), title: data.name, lang: undefined };
  }
  const kind = path.split('/')[1] ?? '';
  const what = UNNAMED.get(kind) ?? 'an article';
  return {
    date,
    changes,
    path: undefined,
    title: what.charAt(0).toUpperCase() + what.slice(1),
    lang: undefined,
  };
}

/** Entries of one day, of which those that cannot be named are told apart by numbers. */
function numbered(day: readonly ListedChanges[]): ListedChanges[] {
  const unnamed = day.filter(({ path }) => path === undefined);
  const titles = toldApart(unnamed.map(({ title }) => title));
  return day.map((one) => ({ ...one, title: titles[unnamed.indexOf(one)] ?? one.title }));
}

/** Every listed change of the archive, the latest first, those of one thing and day together. */
export function allChanges(): ListedChanges[] {
  const { changes } = readLedgerFiles(contentRoot());
  if (changes.length === 0) return [];
  const found = subjects();
  const groups = Map.groupBy(changes, ({ date, path }) => `${date} ${path}`);
  const all = [...groups.values()]
    .flatMap((all) => {
      const [first] = all;
      return first ? [listed(first.date, first.path, all, found.get(first.path))] : [];
    })
    .filter(({ changes: shown }) => shown.length > 0)
    .toReversed()
    .toSorted((a, b) => b.date.localeCompare(a.date));
  return [...Map.groupBy(all, ({ date }) => date).values()].flatMap(numbered);
}

/** The pages of all listed changes; one where there are none. */
export function changePaths() {
  const changes = allChanges();
  const all = listPages(changes, site.pageSize).map(({ items, number, count }) => ({
    params: { page: number === 1 ? undefined : `page-${number}` },
    props: { total: changes.length, number, count, items },
  }));
  return paths(all, (pageData) => pageData);
}

export type ChangesPageData = ReturnType<typeof changePaths>[number]['props'];
