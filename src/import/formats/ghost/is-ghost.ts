import { at, isObject, listAt } from '../dump/value.ts';

/** What holds the tables of an export of Ghost: one or several, below `db` or alone. */
export function databasesOf(value: unknown): unknown[] {
  const databases = [...listAt(value, 'db'), value].map((one) => at(one, 'data'));
  return databases.filter((data) => Array.isArray(at(data, 'posts')));
}

const isPost = (post: unknown) =>
  isObject(post) &&
  at(post, 'slug') !== undefined &&
  ['html', 'lexical', 'mobiledoc'].some((name) => at(post, name) !== undefined);

/** The posts or pages of an answer of Ghost’s API; nothing where a value is none. */
export function answeredPosts(value: unknown): unknown[] | undefined {
  const posts = [...listAt(value, 'posts'), ...listAt(value, 'pages')];
  return posts.length > 0 && posts.every(isPost) ? posts : undefined;
}

/** Whether a value of JSON is an export of Ghost or an answer of its API. */
export const isGhost = (value: unknown): boolean =>
  databasesOf(value).length > 0 || answeredPosts(value) !== undefined;
