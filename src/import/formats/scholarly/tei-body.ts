import { at, textOf, type XmlElement } from '../xml/element.ts';
import type { Footnotes } from '../xml/footnotes.ts';
import { asTag, escaped, figure, tag, type Written } from '../xml/html.ts';

/** What elements of TEI are in HTML; all others stand for what they hold. */
const TAGS = new Map(
  Object.entries({
    p: 'p',
    ab: 'p',
    l: 'p',
    head: 'h2',
    item: 'li',
    row: 'tr',
    table: 'table',
    epigraph: 'blockquote',
    floatingtext: 'blockquote',
    opener: 'p',
    closer: 'p',
    byline: 'p',
    dateline: 'p',
    signed: 'p',
    salute: 'p',
    trailer: 'p',
    stage: 'p',
    speaker: 'p',
    argument: 'p',
    titlepart: 'p',
    docauthor: 'p',
    docdate: 'p',
    docimprint: 'p',
  }),
);

/** What stands around a text on its page. */
const LEFT_OUT = new Set(['fw', 'pb', 'cb', 'milestone', 'figdesc', 'graphic', 'index', 'desc']);

/** What an edition says of a text, counted. */
export interface Edited {
  gaps: number;
  corrected: number;
  deleted: number;
  supplied: number;
}

const BLOCKS = /^(?:p|ab|l|lg|list|table)$/u;

/** A choice between what a text says and what an editor makes of it: what it says. */
function chosen(element: XmlElement): XmlElement | undefined {
  const said = ['sic', 'orig', 'abbr', 'unclear'].flatMap((name) => at(element, name));
  return said[0];
}

/** How TEI is written as HTML: the text as it stands in its source. */
export function teiWriter(notes: Footnotes, edited: Edited): Written {
  const written: Written = (element, inside) => {
    const { name, attributes } = element;
    const rend = `${attributes.get('rend')} ${attributes.get('rendition')} ${attributes.get('style')}`;
    switch (name) {
      case 'gap':
        edited.gaps++;
        return '[…]';
      case 'choice': {
        edited.corrected++;
        const said = chosen(element);
        return said ? escaped(textOf(said)) : inside;
      }
      case 'del':
        edited.deleted++;
        return '';
      case 'supplied':
        edited.supplied++;
        return `[${inside}]`;
      case 'lb':
        return attributes.get('break') === 'no' ? '' : ' ';
      case 'note': {
        const id = attributes.get('id') ?? `at ${inside}`;
        notes.define(id, inside);
        return notes.mark(id);
      }
      case 'quote':
      case 'cit':
        return element.children.some(
          (child) => typeof child !== 'string' && BLOCKS.test(child.name),
        )
          ? tag('blockquote', inside)
          : inside;
      case 'list':
        return tag(
          /ordered|number/u.test(`${attributes.get('type')} ${rend}`) ? 'ol' : 'ul',
          inside,
        );
      case 'cell':
        return asTag(attributes.get('role') === 'label' ? 'th' : 'td', spanned(element), inside);
      case 'figure':
        return figure(escaped(at(element, 'head').map(textOf).join(' ')), {
          src: at(element, 'graphic')[0]?.attributes.get('url'),
          alt: at(element, 'figdesc').map(textOf).join(' '),
        });
      case 'hi':
      case 'emph':
        return tag(/bold/iu.test(rend) ? 'strong' : 'em', inside);
      case 'ref':
      case 'ptr':
        return tag('a', inside, [['href', attributes.get('target') ?? '']]);
      default: {
        if (LEFT_OUT.has(name)) return '';
        const html = TAGS.get(name);
        return html ? asTag(html, element, inside) : inside;
      }
    }
  };
  return written;
}

/** A cell with the names that HTML has for how far it reaches. */
function spanned(cell: XmlElement): XmlElement {
  const attributes = new Map(
    [
      ['rowspan', cell.attributes.get('rows')],
      ['colspan', cell.attributes.get('cols')],
    ].filter((one): one is [string, string] => one[1] !== undefined),
  );
  return { ...cell, attributes };
}
