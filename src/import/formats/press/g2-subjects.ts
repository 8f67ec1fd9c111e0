import type { Kind } from '../../../domain/authorities/authority.ts';
import { asLine, noNames } from '../../source-document.ts';
import { at, firstText, type XmlElement } from '../xml/element.ts';

/** What items of NewsML-G2 are about. */

const KINDS = new Map<string, Kind>([
  ['person', 'people'],
  ['organisation', 'organisations'],
  ['organization', 'organisations'],
  ['geoarea', 'places'],
  ['poi', 'places'],
]);

/** The name of something, in the language of the item where it has several. */
export function nameOf(element: XmlElement, lang: string | undefined): string | undefined {
  const names = at(element, 'name');
  // Beside a code it says what the code is of.
  const isCoded = element.attributes.has('qcode') || element.attributes.has('uri');
  const literal = isCoded ? undefined : element.attributes.get('literal');
  const own = names.filter(({ attributes }) => attributes.get('lang') === lang);
  const full = (own.length > 0 ? own : names).filter(
    ({ attributes }) => !/mnemonic|adjectiv/iu.test(attributes.get('role') ?? ''),
  );
  return asLine(firstText([...full, ...names]) ?? literal, 200);
}

/** What it is about: names of people, places and organisations, and all else as subjects. */
export function subjectsOf(content: readonly XmlElement[], lang: string | undefined) {
  const named = noNames();
  const subjects: string[] = [];
  for (const element of content.flatMap((one) => at(one, 'subject'))) {
    const name = nameOf(element, lang);
    if (name === undefined) continue;
    const type = (element.attributes.get('type') ?? '').replace(/^.*:/u, '').toLowerCase();
    const kind = KINDS.get(type);
    const list = kind ? named[kind] : subjects;
    if (!list.includes(name)) list.push(name);
  }
  return { named, subjects };
}
