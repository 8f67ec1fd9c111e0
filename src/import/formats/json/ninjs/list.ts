import type { Reading } from '../../../source-document.ts';
import { associated } from './associations.ts';
import { isNinjs, readNinjs } from './ninjs.ts';
import { type Item, isRecord, lowered } from './value.ts';

/** Under which names systems list items of ninjs: Superdesk’s API, the BBC’s, the AP’s, a search’s. */
const LISTS = ['items', '_items', 'item', 'data', 'hits', '_source'];

/** No answer of a system has more around its items. */
const DEEPEST = 4;

const isPackage = ({ type }: Item) => /^(?:composite|package)$/i.test(`${type}`);

/** An item; a package is passed over, and what it holds whole is read. */
function readersOf(value: Item, sha256: string): (() => Reading)[] {
  const item = lowered(value);
  const held = isPackage(item) ? associated(item['associations']).filter(isNinjs) : [];
  return [value, ...held].map((one) => () => readNinjs(one, sha256));
}

/** The items of a value of JSON, alone or in an answer of a system; nothing where it holds none of ninjs. */
export function ninjsIn(value: unknown, sha256: string, depth = 0): (() => Reading)[] | undefined {
  if (isNinjs(value)) return readersOf(value, sha256);
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    // What else stands in a list of items is refused by itself where the list as a whole is none of ours.
    const all = value.map((one) => ninjsIn(one, sha256, depth + 1));
    return depth > 0 && all.some(Boolean) ? all.flatMap((one) => one ?? [notNinjs]) : undefined;
  }
  if (!isRecord(value)) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = LISTS.includes(name) ? ninjsIn(inner, sha256, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

const notNinjs = (): Reading => ({ skipped: 'it is no item of ninjs', as: 'kind' });
