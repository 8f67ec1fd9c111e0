import { at, isObject, listAt, textAt } from '../dump/value.ts';

/** The tables of a Ghost database beside its posts: who wrote them, and what they are filed under. */
export interface Tables {
  /** The name of the site. */
  title: string | undefined;
  lang: string | undefined;
  /** The time zone of the site, as `Europe/Oslo`. */
  timeZone: string | undefined;
  authorsOf: (post: object) => string[];
  /** The names of its tags; those that only editors see are none. */
  tagsOf: (post: object) => string[];
  /** What is kept of a post in a table of its own. */
  metaOf: (post: object) => object | undefined;
}

const byId = (rows: readonly unknown[], id = 'id') =>
  new Map(rows.filter(isObject).map((row) => [textAt(row, id), row]));

/** The rows that posts are joined to, by the number of the post, in their order. */
function joined(rows: readonly unknown[], key: string, others: Map<string | undefined, object>) {
  const found = new Map<string | undefined, object[]>();
  const sorted = rows.toSorted(
    (a, b) => Number(at(a, 'sort_order') ?? 0) - Number(at(b, 'sort_order') ?? 0),
  );
  for (const row of sorted) {
    const other = others.get(textAt(row, key));
    const post = textAt(row, 'post_id');
    if (other) found.set(post, [...(found.get(post) ?? []), other]);
  }
  return found;
}

const namesOf = (rows: readonly unknown[]) => rows.flatMap((row) => textAt(row, 'name') ?? []);
const isForReaders = (tag: unknown) =>
  textAt(tag, 'visibility') !== 'internal' && !textAt(tag, 'name')?.startsWith('#');

/** The tables of a database; of an answer of the API, whose posts have all in them, there are none. */
export function tablesOf(data: unknown): Tables {
  const users = byId(listAt(data, 'users'));
  const authors = joined(listAt(data, 'posts_authors'), 'author_id', users);
  const tags = joined(listAt(data, 'posts_tags'), 'tag_id', byId(listAt(data, 'tags')));
  const meta = byId(listAt(data, 'posts_meta'), 'post_id');
  const setting = (...keys: string[]) => {
    const found = keys.map((key) =>
      listAt(data, 'settings').find((row) => textAt(row, 'key') === key),
    );
    return found.map((row) => textAt(row, 'value')).find(Boolean);
  };
  const idOf = (post: object) => textAt(post, 'id');
  return {
    title: setting('title'),
    lang: setting('locale', 'lang', 'default_locale'),
    timeZone: setting('timezone', 'active_timezone', 'activeTimezone'),
    authorsOf: (post) => {
      const own = listAt(post, 'authors');
      const listed = own.length > 0 ? own : (authors.get(idOf(post)) ?? []);
      const single = [
        at(post, 'primary_author'),
        at(post, 'author'),
        users.get(textAt(post, 'author_id') ?? textAt(post, 'author')),
      ];
      const names = namesOf(listed);
      return names.length > 0 ? names : namesOf(single).slice(0, 1);
    },
    tagsOf: (post) => {
      const own = listAt(post, 'tags');
      return namesOf((own.length > 0 ? own : (tags.get(idOf(post)) ?? [])).filter(isForReaders));
    },
    metaOf: (post) => meta.get(idOf(post)),
  };
}
