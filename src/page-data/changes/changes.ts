import { contentRoot } from '../../content/files/archive-path.ts';
import { readLedgerFiles } from '../../content/ledger/ledger-files.ts';
import { langOf } from '../../content/queries/articles.ts';
import { type ListedChange, withoutSameRecords } from '../../domain/article/change.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import { longDay } from '../../domain/date.ts';
import { listPages } from '../../domain/pager.ts';
import { articlePath, recordPath } from '../../domain/url.ts';
import { toldApart, UNNAMED } from '../../messages/change.ts';
import { site } from '../../site.ts';
import { paths } from '../paths.ts';
import { recordNamed, type Subject, subjects } from './changed-thing.ts';
import { type ShownChange, shownChanges } from './shown-change.ts';

/** What was changed of one thing on one day. */
export interface ListedChanges {
  date: string;
  /** Where it is now; left out if it is gone. */
  path: string | undefined;
  title: string;
  /** Language of the title, if it is an article's. */
  lang: string | undefined;
  changes: readonly ShownChange[];
}

/** Changes without those that only name a record by another of its ids, which change nothing of the article. */
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

/** The entries of one day. Those that cannot be named get numbers, to tell them apart. */
function numbered(day: readonly ListedChanges[]): ListedChanges[] {
  const unnamed = day.filter(({ path }) => path === undefined);
  const titles = toldApart(unnamed.map(({ title }) => title));
  return day.map((one) => ({ ...one, title: titles[unnamed.indexOf(one)] ?? one.title }));
}

/** Every listed change of the archive, the latest first. Those of one thing on one day are together. */
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

/** The pages of all listed changes; one page if there are none. */
export function changePaths() {
  const changes = allChanges();
  const all = listPages(changes, site.pageSize).map(({ items, number, count }) => ({
    params: { page: number === 1 ? undefined : `page-${number}` },
    props: { total: changes.length, number, count, items },
  }));
  return paths(all, (pageData) => pageData);
}

export type ChangesPageData = ReturnType<typeof changePaths>[number]['props'];
