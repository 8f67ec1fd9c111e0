import { at, firstText, textOf, within, type XmlElement } from '../xml/element.ts';
import type { Footnotes } from '../xml/footnotes.ts';
import { asTag, escaped, figure, htmlOf, tag, type Written } from '../xml/html.ts';

/** What elements of JATS are in HTML. */
const TAGS = new Map(
  Object.entries({
    title: 'h3',
    'disp-quote': 'blockquote',
    attrib: 'p',
    'list-item': 'li',
    'def-list': 'dl',
    term: 'dt',
    def: 'dd',
    italic: 'em',
    bold: 'strong',
    preformat: 'pre',
    monospace: 'code',
    code: 'pre',
    'verse-line': 'p',
    speaker: 'p',
    break: 'br',
  }),
);
const SAME = new Set('p table thead tbody tfoot tr td th caption hr sub sup'.split(' '));
const LEFT_OUT = new Set(
  'object-id alternatives-text alt-text long-desc copyright-statement permissions col colgroup supplementary-material media'.split(
    ' ',
  ),
);

/** What a body holds besides words, counted. */
export interface Counts {
  formulas: number;
  files: number;
}

/** A label and a caption as one line: “Figure 1. The ferry.” */
const captionOf = (element: XmlElement): string =>
  [...at(element, 'label'), ...at(element, 'caption')]
    .map((one) => textOf(one).replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(' ');

/** How JATS is written as HTML; its notes go to the footnotes. */
export function jatsWriter(notes: Footnotes, counts: Counts): Written {
  const written: Written = (element, inside) => {
    const { name, attributes } = element;
    if (name === 'fig') {
      const [graphic] = within(element, 'graphic');
      return figure(escaped(captionOf(element)), {
        src: graphic?.attributes.get('href'),
        alt: firstText(within(element, 'alt-text'))?.trim(),
        credit: firstText(within(element, 'attrib'))?.trim(),
      });
    }
    if (name === 'graphic' || name === 'inline-graphic')
      return figure('', {
        src: attributes.get('href'),
        alt: firstText(at(element, 'alt-text'))?.trim(),
      });
    if (name === 'table-wrap') {
      const caption = captionOf(element);
      const rest = element.children.filter(
        (child) => typeof child !== 'string' && child.name !== 'label' && child.name !== 'caption',
      );
      return `${caption ? tag('p', escaped(caption)) : ''}${htmlOf(rest, written)}`;
    }
    if (/^(?:inline|disp)-formula$/u.test(name)) {
      counts.formulas++;
      return escaped(textOf(element));
    }
    if (LEFT_OUT.has(name)) {
      if (name === 'media' || name === 'supplementary-material') counts.files++;
      return '';
    }
    if (name === 'fn') {
      const id = attributes.get('id') ?? `at ${inside}`;
      notes.define(id, inside);
      return notes.mark(id);
    }
    if (name === 'xref' && attributes.get('ref-type') === 'fn')
      return notes.mark(attributes.get('rid') ?? '');
    if (name === 'label') return '';
    if (name === 'list')
      return tag(
        /order|alpha|roman/u.test(attributes.get('list-type') ?? '') ? 'ol' : 'ul',
        inside,
      );
    if (name === 'ext-link' || name === 'uri')
      return tag('a', inside, [['href', attributes.get('href') ?? textOf(element)]]);
    const html = TAGS.get(name) ?? (SAME.has(name) ? name : undefined);
    return html ? asTag(html, element, inside) : inside;
  };
  return written;
}

/** A section at the top of a text: its title is one level higher than those in it. */
export const jatsHtml = (nodes: readonly (XmlElement | string)[], written: Written): string =>
  nodes
    .map((node) =>
      typeof node !== 'string' &&
      (node.name === 'sec' || node.name === 'ack' || node.name === 'app')
        ? htmlOf(node.children, (element, inside) =>
            element.name === 'title' && node.children.includes(element)
              ? tag('h2', inside)
              : written(element, inside),
          )
        : htmlOf([node], written),
    )
    .join('');
