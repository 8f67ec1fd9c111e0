import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';

/** Raised and lowered signs of a page as signs of its line: without a word, “10⁶” would be read, searched and quoted as “106”. */

type Place = 'sup' | 'sub';

const SIGNS: Record<Place, ReadonlyMap<string, string>> = {
  sup: new Map(
    [...'0123456789+-−=()'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'][at] ?? '']),
  ),
  sub: new Map(
    [...'0123456789+-−=()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][at] ?? '']),
  ),
};
/** “1º” and “nª” have signs of their own. */
const ORDINAL = new Map([
  ['o', 'º'],
  ['a', 'ª'],
]);
/** How signs in a line say where what follows stands. */
const BEFORE = { sup: '^', sub: '_' } as const;
/** Longer than any exponent, index or mark of a note: small type of another kind. */
const LONGEST = 20;

/** What ends a line of text. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const BLOCK_OF_NOTE = new Set(['p', 'li', 'dd', 'div']);

const isElement = (node: { type: string } | undefined): node is Element => node?.type === 'element';
const isRaised = (node: { type: string } | undefined): node is Element & { tagName: Place } =>
  isElement(node) && (node.tagName === 'sup' || node.tagName === 'sub');
const isLinkWithin = (node: { type: string } | undefined): node is Element =>
  isElement(node) && node.tagName === 'a' && `${node.properties['href'] ?? ''}`.includes('#');

const nameOf = (text: string) => text.replace(/[\s[\]().]/gu, '');

/** The name of a note that begins with its raised name: “¹ See the report.” */
function noteBegunBy(block: Element): string | undefined {
  let first: ElementContent | undefined = block;
  while (isElement(first) && !isRaised(first))
    first = first.children.find((child) => isElement(child) || toText(child).trim() !== '');
  const name = isRaised(first) && first.tagName === 'sup' ? nameOf(toText(first)) : '';
  return /^(?:\d{1,3}|[*†‡])$/u.test(name) ? name : undefined;
}

/** The names of all notes of a tree that begin so. */
function notesIn(tree: Parents): Set<string> {
  const names = new Set<string>();
  const look = (node: Parents) => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      const name = BLOCK_OF_NOTE.has(child.tagName) ? noteBegunBy(child) : undefined;
      if (name !== undefined) names.add(name);
      look(child);
    }
  };
  look(tree);
  return names;
}

/** Signs in a line for what stands above or below it, behind `before`. */
function inLine(text: string, place: Place, before: string): string {
  const hasBase = /[\p{L}\p{N})\]]$/u.test(before);
  const isSign = [...text].every((sign) => SIGNS[place].has(sign));
  // Small figures behind others would be looked for as one number with these.
  if (isSign && !/\p{N}$/u.test(before))
    return [...text].map((sign) => SIGNS[place].get(sign)).join('');
  if (!hasBase || !/[\p{L}\p{N}]/u.test(text) || text.length > LONGEST) return text;
  const ordinal = place === 'sup' ? ORDINAL.get(text) : undefined;
  if (ordinal !== undefined) return ordinal;
  // “4th” and “Mme” are what they are without being raised; a single letter is mostly a number.
  if (place === 'sup' && /^\p{L}+\.?$/u.test(text) && !/^[b-df-ln-np-qu-z]$/iu.test(text))
    return text;
  return `${BEFORE[place]}${/^(?:[-−+]?\p{N}+|\p{L}+)$/u.test(text) ? text : `(${text})`}`;
}

class Line {
  #before = '';
  readonly #notes: ReadonlySet<string>;

  constructor(notes: ReadonlySet<string>) {
    this.#notes = notes;
  }

  read(node: Parents): void {
    const { children } = node;
    for (let at = 0; at < children.length; at++) {
      const child = children[at];
      if (child?.type === 'text') this.#add(child.value);
      if (!isElement(child)) continue;
      if (isRaised(child)) this.#raised(child, children[at + 1], children[at + 2]);
      else if (isLinkWithin(child) && child.children.length === 1 && isRaised(child.children[0]))
        this.#write(child, this.#asNote(toText(child)));
      else if (INLINE.has(child.tagName)) this.read(child);
      else {
        this.#before = '';
        this.read(child);
        this.#before = '';
      }
    }
  }

  #add(text: string) {
    // What stands before is asked for its last signs alone.
    if (text !== '') this.#before = (this.#before + text).slice(-2);
  }

  #write(element: Element, text: string) {
    element.tagName = 'span';
    element.properties = {};
    element.children = [{ type: 'text', value: text }];
    this.#add(text);
  }

  /** A mark of a note, or the same before the note. */
  #asNote(text: string): string {
    const name = text.trim().replace(/^\[|\]$/gu, '');
    if (this.#before.trim() === '') return `[${name}] `;
    return `${/\s$/u.test(this.#before) ? '' : ' '}[${name}]`;
  }

  #raised(
    element: Element & { tagName: Place },
    next?: { type: string },
    after?: { type: string },
  ) {
    const text = toText(element).trim();
    const place = element.tagName;
    const links = element.children.filter(isElement);
    const isMark =
      place === 'sup' &&
      text !== '' &&
      text.length <= LONGEST &&
      (/^\[[^[\]]+\]$/u.test(text) || links.some(isLinkWithin) || this.#isNamed(text));
    if (isMark) {
      this.#write(element, this.#asNote(text));
      return;
    }
    // Marks of notes on their way through HTML, and links to elsewhere, stay what they are.
    if (/[\ufdd0\ufdd1]/u.test(text) || links.some(({ tagName }) => tagName === 'a')) {
      element.tagName = 'span' as Place;
      this.read(element);
      return;
    }
    if (place === 'sup' && isStroke(next) && isRaised(after) && after.tagName === 'sub') {
      // A fraction, and not a power over something.
      this.#write(element, `${/\p{N}$/u.test(this.#before) ? ' ' : ''}${text}`);
      Object.assign(after, { tagName: 'span' });
      return;
    }
    this.#write(element, inLine(text, place, this.#before));
  }

  /** Whether notes of the text begin with this, and it stands behind a word or at the beginning. */
  #isNamed(text: string): boolean {
    if (/\p{N}$/u.test(this.#before)) return false;
    const names = text.split(/[\s,]+/u).map(nameOf);
    return names.every((name) => this.#notes.has(name));
  }
}

const isStroke = (node: { type: string } | undefined): boolean =>
  node?.type === 'text' && /^\s?[/⁄]\s?$/u.test((node as { type: 'text'; value: string }).value);

/** Parts of what is raised that stand side by side are one: programs divide words as they like. */
function joinRaised(node: Parents) {
  const joined: ElementContent[] = [];
  for (const child of node.children as ElementContent[]) {
    const last = joined.at(-1);
    if (isRaised(child) && isRaised(last) && last.tagName === child.tagName)
      for (const part of child.children) last.children.push(part);
    else joined.push(child);
    if (isElement(child)) joinRaised(child);
  }
  node.children = joined;
}

/** Writes all that is raised or lowered in a tree as signs in its line: `m²`, `10^6`, `H₂O`, `4th`, and ` [1]` for a note. */
export function plainRaised(tree: Root): void {
  joinRaised(tree);
  new Line(notesIn(tree)).read(tree);
}
