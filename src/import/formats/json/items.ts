import { ImportFault, type Reading } from '../../source-document.ts';
import { isGhost } from '../ghost/is-ghost.ts';
import { isRestPost } from '../wordpress/is-rest-post.ts';
import { jsonForm } from './foreign.ts';
import { isJsonFeed } from './json-feed.ts';
import { ninjsIn } from './ninjs/list.ts';

/** Items, each read when it is asked for. */
type Readers = (() => Reading | Promise<Reading>)[];

/**
 * A form of JSON: the items of a value, or nothing where the value is of another form. `sha256` is that of the bytes that
 * hold them all.
 */
type JsonForm = (
  value: unknown,
  sha256: string,
) => Readers | undefined | Promise<Readers | undefined>;

const FORMS: readonly JsonForm[] = [
  async (value, sha256) =>
    isJsonFeed(value) ? (await import('../feed/feed.ts')).readJsonFeed(value, sha256) : undefined,
  async (value, sha256) =>
    isRestPost(value)
      ? [async () => (await import('../wordpress/rest.ts')).readRestPost(value, sha256)]
      : undefined,
  async (value, sha256) =>
    isGhost(value) ? (await import('../ghost/ghost.ts')).readGhost(value, sha256) : undefined,
  ninjsIn,
];

/** The items of a value of JSON, or of each value of a list. @param sha256 that of the bytes that hold them all */
export async function itemsOf(value: unknown, sha256: string): Promise<Readers> {
  for (const form of FORMS) {
    const items = await form(value, sha256);
    if (items) return items;
  }
  if (!Array.isArray(value)) return [() => refuse(value)];
  const items: Readers = [];
  for (const one of value) items.push(...(await itemsOf(one, sha256)));
  return items;
}

function refuse(value: unknown): never {
  const known = jsonForm(value);
  throw new ImportFault(
    known
      ? `It is ${known}, which is not read. Give a feed, the web page, or ninjs.`
      : 'It is JSON, but neither a ninjs item (which has “uri” or “guid”) nor a JSON Feed (which has “version”). Give a feed, the web page, or ninjs.',
  );
}
