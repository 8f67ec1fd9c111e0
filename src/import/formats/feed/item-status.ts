import { shownWords } from '../../../domain/problem.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault, isHeld } from '../status.ts';
import type { XmlElement } from './element.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const MEDIA = /^https?:\/\/search\.yahoo\.com\/mrss/i;
const TERMS = /^https?:\/\/purl\.org\/dc\/terms\//i;
const BLOGGER = /^https?:\/\/schemas\.google\.com\/blogger\//i;
/** Elements in an item that have a status of their own. */
const BESIDE = new Set(['postmeta', 'comment']);

/** Every element of an item that may state its status; markup of the text, comments and settings are left out. */
export function within(element: XmlElement): XmlElement[] {
  return element.children
    .filter(({ namespace, name }) => namespace !== XHTML && !BESIDE.has(name))
    .flatMap((child) => [child, ...within(child)]);
}

/** Why an item of a feed was not published. It is enough that one of its fields says so, whatever others say. */
export function itemFault(item: XmlElement): Skipped | undefined {
  for (const element of [item, ...within(item)]) {
    const fault = elementFault(element) ?? attributeFault(element, item);
    if (fault) return fault;
  }
  return undefined;
}

const wholeText = ({ text, children }: XmlElement): string =>
  text + children.map(wholeText).join('');

function elementFault(element: XmlElement): Skipped | undefined {
  const { namespace, name, attributes } = element;
  const attribute = (wanted: string) => attributes.find(([found]) => found === wanted)?.[1] ?? '';
  // Media RSS has its word in an attribute.
  if (MEDIA.test(namespace))
    return name === 'status' ? fieldFault(name, attribute('state')) : undefined;
  if (BLOGGER.test(namespace) && name === 'type')
    return fieldFault('post_type', wholeText(element));
  // Blogger’s first exports have settings and comments as entries, told apart by a category.
  if (name === 'category' && attribute('scheme').endsWith('#kind'))
    return fieldFault('post_type', attribute('term').replace(/^.*#/u, ''));
  if (name === 'valid' && TERMS.test(namespace)) return validFault(wholeText(element));
  return fieldFault(name, wholeText(element));
}

/** Why something is not public before the day from which it is valid, as Dublin Core has it: `start=…; end=…`. */
function validFault(period: string): Skipped | undefined {
  const start = period
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith('start='))
    ?.slice('start='.length);
  return start && isHeld(start)
    ? { as: 'embargoed', skipped: `it is embargoed until ${shownWords(start)}` }
    : undefined;
}

/** What an item says of itself in attributes; those of other elements are of these. */
const attributeFault = ({ attributes }: XmlElement, item: XmlElement): Skipped | undefined =>
  item.attributes === attributes
    ? attributes.map(([name, value]) => fieldFault(name, value)).find(Boolean)
    : undefined;
