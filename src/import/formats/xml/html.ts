import type { XmlElement } from './element.ts';

const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/&/gu, '&amp;'],
  [/</gu, '&lt;'],
  [/>/gu, '&gt;'],
  [/"/gu, '&quot;'],
];

// They stand for footnotes in what is written here, and for no character.
const NONCHARACTERS = /[\ufdd0-\ufdef]/gu;

/** Words as HTML. */
export const escaped = (text: string): string =>
  ESCAPES.reduce(
    (written, [sign, reference]) => written.replace(sign, reference),
    text.replace(NONCHARACTERS, ''),
  );

/** What an element of a vocabulary is in HTML, given what stands in it as HTML. */
export type Written = (element: XmlElement, inside: string) => string;

/** What elements hold, as HTML: each is written as its vocabulary has it. */
export const htmlOf = (nodes: readonly (XmlElement | string)[], written: Written): string =>
  nodes
    .map((node) =>
      typeof node === 'string' ? escaped(node) : written(node, htmlOf(node.children, written)),
    )
    .join('');

/** An element of HTML. */
export const tag = (
  name: string,
  inside: string,
  attributes: readonly (readonly [name: string, value: string])[] = [],
) => {
  const written = attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${inside}</${name}>`;
};

/** Elements that HTML writes without an end. */
const EMPTY = new Set(['br', 'hr', 'img']);

/** What of an element’s attributes counts in a text, by the tag it becomes. */
const KEPT = new Map(
  Object.entries({
    a: ['href'],
    img: ['src', 'alt', 'width', 'height', 'class'],
    ol: ['start'],
    td: ['rowspan', 'colspan'],
    th: ['rowspan', 'colspan'],
  }),
);

/** An element under the name that HTML has for it. */
export function asTag(name: string, { attributes }: XmlElement, inside: string): string {
  const kept = (KEPT.get(name) ?? []).flatMap((key) => {
    const value = attributes.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return EMPTY.has(name)
    ? `<${name}${kept.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`
    : tag(name, inside, kept);
}

/** What a vocabulary says of a picture besides its caption; each is blank where it says nothing. */
interface Shown {
  /** How it names the file. */
  src?: string | undefined;
  alt?: string | undefined;
  credit?: string | undefined;
}

/** A picture with its words. @param caption as HTML */
export function figure(caption: string, { src = '', alt = '', credit = '' }: Shown = {}): string {
  const attributes = [['src', src] as const, ['alt', alt] as const].filter(
    ([, value]) => value.trim() !== '',
  );
  const image = `<img${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
  const under = caption + (credit.trim() === '' ? '' : tag('cite', escaped(credit)));
  return tag('figure', image + (under.trim() === '' ? '' : tag('figcaption', under)));
}

/** What is HTML already, as XML: XHTML in a message. */
export const xhtml: Written = (element, inside) => asTag(element.name, element, inside);
