import { bodyOfHtml } from '../../markup/markup.ts';
import type { SourceDocument } from '../../source-document.ts';
import { paragraphsOf } from '../text.ts';
import { at, elementsIn, textOf, within, type XmlElement } from '../xml/element.ts';
import { htmlOf, type Written, xhtml } from '../xml/html.ts';
import { nitfHtml } from './nitf-body.ts';
import { paragraphsIn } from './wire-lines.ts';

/** The text that a message carries in one of the forms that agencies have for it. */
export type Content = Pick<SourceDocument, 'body' | 'notes'> & {
  /** Where it is a whole item of NITF: that. */
  nitf?: XmlElement;
};

/** Of a page within a message its header repeats what the message says. */
const written: Written = (element, inside) =>
  element.name === 'header' || element.name === 'head'
    ? ''
    : ((element.name === 'p' ? paragraphsIn(element) : undefined) ?? xhtml(element, inside));

/** Elements that a page, or a piece of one, begins with. */
const OF_PAGES = new Set(
  'html body div section article main p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre figure'.split(
    ' ',
  ),
);

const MARKUP = /<(?:p|div|br|h[1-6]|ul|ol|table)[\s/>]/iu;

/** Plain words: a blank line parts paragraphs, else each line is one, or one that is set in begins it. */
export function plainBody(text: string): Content['body'] {
  const lines = text.replace(/\r\n?/gu, '\n').trim();
  if (/\n[^\S\n]*\n/u.test(lines)) return paragraphsOf(lines);
  return paragraphsOf(lines, /\n(?=[ \t]{2})/u.test(lines) ? /\n(?=[ \t]{2})/u : /\n/u);
}

/** The content of an element that holds a text: NITF, a page, pieces of one, or words. */
export function contentOf(holder: XmlElement, url: string | undefined): Content | undefined {
  const [nitf] = [...at(holder, 'nitf'), ...within(holder, 'nitf')];
  if (nitf) {
    const read = bodyOfHtml(at(nitf, 'body').map(nitfHtml).join(''), url);
    return { ...read, nitf };
  }
  const elements = elementsIn(holder);
  const text = textOf(holder);
  if (text.trim() === '') return undefined;
  if (elements.length > 0) {
    // Tables of results and figures have forms of their own, whose words alone say nothing.
    if (!elements.some(({ name }) => OF_PAGES.has(name))) return undefined;
    const bodies = within(holder, 'body');
    const [main] = (bodies.length > 0 ? bodies : [holder]).flatMap((one) =>
      within(one, 'main', 'article'),
    );
    const from = main ? [main] : bodies.length > 0 ? bodies : [holder];
    return bodyOfHtml(
      htmlOf(
        from.flatMap(({ children }) => children),
        written,
      ),
      url,
    );
  }
  return MARKUP.test(text) ? bodyOfHtml(text, url) : { body: plainBody(text), notes: [] };
}
