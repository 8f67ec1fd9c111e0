import { at, elementsIn, within, type XmlElement } from '../xml/element.ts';
import { limited } from './block.ts';
import type { LeftOut } from './left-out.ts';

/** The styles of a text of LibreOffice, by family and name: those that it is written with, and those of its own; and what hides what is in it. */

const MOST_BASED = 50;

export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #lists = new Map<string, Map<number, { isNumbered: boolean; start: number }>>();

  /** Takes in a style, whatever it is for. */
  add(element: XmlElement): void {
    const name = element.attributes.get('name') ?? '';
    if (element.name === 'style')
      this.#styles.set(`${element.attributes.get('family')} ${name}`, element);
    if (element.name !== 'list-style') return;
    this.#lists.set(
      name,
      new Map(
        elementsIn(element).map((level) => [
          Number(level.attributes.get('level')),
          {
            isNumbered:
              level.name === 'list-level-style-number' && level.attributes.get('num-format') !== '',
            start: limited(level.attributes.get('start-value'), 0, 1_000_000, 1),
          },
        ]),
      ),
    );
  }

  /** A style and those that it is based on, the nearest first. */
  chain(family: string, name: string | undefined): XmlElement[] {
    const found: XmlElement[] = [];
    for (let next = name; next && found.length < MOST_BASED; ) {
      const style = this.#styles.get(`${family} ${next}`);
      if (!style) break;
      found.push(style);
      next = style.attributes.get('parent-style-name');
    }
    return found;
  }

  /** The names of a style and of those that it is based on, as a reader sees them. */
  names(family: string, name: string | undefined): string[] {
    const chain = this.chain(family, name);
    const last = chain.at(-1)?.attributes.get('parent-style-name') ?? name ?? '';
    return [
      ...chain.map(({ attributes }) => attributes.get('display-name') ?? attributes.get('name')),
      last,
    ].map((one) => (one ?? '').replaceAll('_20_', ' ').toLowerCase());
  }

  /** What the nearest style that says it says of the letters. */
  says(family: string, name: string | undefined, property: string): string | undefined {
    return this.chain(family, name)
      .flatMap((style) => at(style, 'text-properties'))
      .map(({ attributes }) => attributes.get(property))
      .find((value) => value !== undefined);
  }

  /** Whether what has a style is shown to nobody, or on conditions that are not known here. */
  isHidden(family: string, name: string | undefined): boolean {
    return /^(?:none|condition)$/u.test(this.says(family, name, 'display') ?? '');
  }

  /** Whether what has a style is struck through; nothing where the style does not say. */
  isStruck(family: string, name: string | undefined): boolean | undefined {
    const line =
      this.says(family, name, 'text-line-through-style') ??
      this.says(family, name, 'text-line-through-type');
    return line === undefined ? undefined : !/^(?:none)?$/u.test(line);
  }

  /** Whether a level of a list has numbers, and from which it counts. */
  level(list: string, level: number): { isNumbered: boolean; start: number } | undefined {
    return this.#lists.get(list)?.get(level);
  }

  /** The list that a paragraph is of by its style. */
  listOf(name: string | undefined): string {
    return (
      this.chain('paragraph', name)
        .map(({ attributes }) => attributes.get('list-style-name'))
        .find(Boolean) ?? ''
    );
  }
}

const CHANGES = new Map([
  ['insertion', 'insertions'],
  ['deletion', 'deletions'],
] as const);

/** Counts the changes that are tracked: what was deleted stands there and nowhere else. */
export function countChanges(tracked: XmlElement, left: LeftOut): void {
  for (const [change, kind] of CHANGES) {
    const count = within(tracked, change).length;
    if (count > 0) left.add(kind, count);
  }
}

/** Whether a section is hidden, which is counted. */
export function isHiddenSection({ attributes }: XmlElement, left: LeftOut): boolean {
  const display = attributes.get('display');
  const isHidden =
    display === 'none' || (display === 'condition' && attributes.get('is-hidden') !== 'false');
  if (isHidden) left.add('hidden');
  return isHidden;
}

/** Whether a field hides the paragraph that it is in; those in its boxes and notes hide the paragraphs there. */
export const hidesItself = (element: XmlElement): boolean =>
  elementsIn(element).some((one) => {
    if (one.name === 'p' || one.name === 'h') return false;
    if (one.name === 'hidden-paragraph') return one.attributes.get('is-hidden') !== 'false';
    return hidesItself(one);
  });

/** The words that a style of pages prints above, below and across them. */
export const marginsOf = (page: XmlElement): string[] =>
  within(page, 'p').map((one) => wordsOf(one));

/** The words in an element, but for what it says of changes and comments. */
export const wordsOf = ({ children }: XmlElement): string =>
  children
    .map((child) =>
      typeof child === 'string'
        ? child
        : /^(?:annotation|page-number|page-count|date|time)$/u.test(child.name)
          ? ''
          : child.name === 's' || child.name === 'tab'
            ? ' '
            : wordsOf(child),
    )
    .join('');
