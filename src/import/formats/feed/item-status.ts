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

/** Whether an element is of Media RSS. */
export const isOfMedia = ({ namespace }: XmlElement): boolean => MEDIA.test(namespace);

/** A picture, sound or film of Media RSS, or the sizes of one: what is said in it is said of that, and of no article. */
export const isMedium = (element: XmlElement): boolean =>
  isOfMedia(element) && (element.name === 'content' || element.name === 'group');

/** Every element of another that may state its status; markup of the text, comments and settings are left out. */
export function within(element: XmlElement): XmlElement[] {
  return element.children
    .filter(({ namespace, name }) => namespace !== XHTML && !BESIDE.has(name))
    .flatMap((child) => [child, ...within(child)]);
}

/** Those of an item, without what is said of its pictures. */
const ofItem = (element: XmlElement): XmlElement[] =>
  within({ ...element, children: element.children.filter((child) => !isMedium(child)) });

/** Why an item of a feed was not published. It is enough that one of its fields says so, whatever others say. */
export function itemFault(item: XmlElement): Skipped | undefined {
  for (const element of [item, ...ofItem(item)]) {
    const fault = elementFault(element) ?? statedFault(element, item);
    if (fault) return fault;
  }
  return undefined;
}

const wholeText = ({ text, children }: XmlElement): string =>
  text + children.map(wholeText).join('');

/** Why what an element is said in was not published, by its words. */
export function elementFault(element: XmlElement): Skipped | undefined {
  const { namespace, name, attributes } = element;
  const attribute = (wanted: string) => attributes.find(([found]) => found === wanted)?.[1] ?? '';
  // Media RSS has its word in an attribute.
  if (isOfMedia(element))
    return name === 'status' ? fieldFault(name, attribute('state')) : undefined;
  if (BLOGGER.test(namespace) && name === 'type')
    return fieldFault('post_type', wholeText(element));
  // Blogger’s first exports have settings and comments as entries, told apart by a category.
  if (name === 'category' && attribute('scheme').endsWith('#kind'))
    return fieldFault('post_type', attribute('term').replace(/^.*#/u, ''));
  if (isValidity(element)) return startFault(periodOf(element, 'start'));
  return fieldFault(name, wholeText(element));
}

/** The period in which something is valid, as Dublin Core has it. */
export const isValidity = ({ name, namespace }: XmlElement): boolean =>
  name === 'valid' && TERMS.test(namespace);

/** A bound of a period: `start=…; end=…`; blank where it has none. */
export const periodOf = (element: XmlElement, bound: 'start' | 'end'): string =>
  wholeText(element)
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${bound}=`))
    ?.slice(bound.length + 1)
    .trim() ?? '';

/** Why something is not public before the day from which it is valid. */
const startFault = (start: string): Skipped | undefined =>
  start !== '' && isHeld(start)
    ? { as: 'embargoed', skipped: `it is embargoed until ${shownWords(start)}` }
    : undefined;

/** What an item says of itself in attributes; those of other elements are of these. */
export const statedFault = ({ attributes }: XmlElement, item: XmlElement): Skipped | undefined =>
  item.attributes === attributes
    ? attributes.map(([name, value]) => fieldFault(name, value)).find(Boolean)
    : undefined;
