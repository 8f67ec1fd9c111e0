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

/** No list of items has more lists around it. */
const DEEPEST = 20;

/**
 * The items of a value of JSON, or of each value of a list.
 *
 * @param sha256 that of the bytes that hold them all
 * @param depth how many lists are around it; what is in one is an item at least, so that the others keep their numbers
 */
export async function itemsOf(value: unknown, sha256: string, depth = 0): Promise<Readers> {
  const items = await allOf(value, sha256, depth);
  return depth > 0 && items.length === 0
    ? [() => ({ skipped: 'it holds no items', as: 'blank' })]
    : items;
}

async function allOf(value: unknown, sha256: string, depth: number): Promise<Readers> {
  if (depth > DEEPEST && Array.isArray(value)) return [refuseDeep];
  for (const form of FORMS) {
    const items = await form(value, sha256);
    if (items) return items;
  }
  if (!Array.isArray(value)) return [() => refuse(value)];
  const items: Readers = [];
  for (const one of value)
    for (const item of await itemsOf(one, sha256, depth + 1)) items.push(item);
  return items;
}

function refuseDeep(): never {
  throw new ImportFault(
    `Its lists stand in each other, more than ${DEEPEST} deep. Give the items in one list.`,
  );
}

function refuse(value: unknown): never {
  const known = jsonForm(value);
  throw new ImportFault(
    known
      ? `It is ${known}, which is not read. Give a feed, the web page, or ninjs.`
      : 'It is JSON, but neither a ninjs item (which has “uri” or “guid”) nor a JSON Feed (which has “version”). Give a feed, the web page, or ninjs.',
  );
}
