import { at, elementsIn, firstText, textOf, type XmlElement } from '../xml/element.ts';
import { asTag, escaped, figure, htmlOf, tag, type Written } from '../xml/html.ts';
import { nitfMediaFault } from './nitf-status.ts';
import { paragraphsIn } from './wire-lines.ts';

/** What elements of NITF are in HTML, where they have another name there. */
const TAGS = new Map(
  Object.entries({
    hl1: 'h2',
    hl2: 'h2',
    bq: 'blockquote',
    credit: 'p',
    fn: 'p',
    tagline: 'p',
    bibliography: 'p',
    datasource: 'p',
  }),
);

/** Elements that both have; all others stand for what they hold. */
const SAME = new Set(
  'p h2 ol ul li dl dt dd table caption thead tbody tfoot tr td th pre hr br em q sub sup a blockquote'.split(
    ' ',
  ),
);

/** What is about a text and none of it. */
const LEFT_OUT = new Set(['nitf-table-metadata', 'custom-table', 'col', 'colgroup', 'alt-code']);

const isBold = ({ attributes }: XmlElement) =>
  /bold/iu.test(`${attributes.get('class')} ${attributes.get('style')}`);

/** A note that its agency does not mean for readers. */
const isForEditors = ({ attributes }: XmlElement) =>
  attributes.get('type')?.toLowerCase() === 'npa' ||
  attributes.get('noteclass')?.toLowerCase() === 'editorsnote';

/** A picture with its caption, and who made it, as its agency has both under it. */
function media(element: XmlElement): string {
  const caption = at(element, 'media-caption')
    .map((one) => textOf(one).trim())
    .join(' ');
  const [reference] = at(element, 'media-reference');
  const said = (name: string) => reference?.attributes.get(name);
  return figure(escaped(caption), {
    src: said('source') ?? said('name'),
    alt: said('alternate-text'),
    credit: firstText(at(element, 'media-producer'))?.trim() ?? said('source-credit'),
  });
}

const written: Written = (element, inside) => {
  const { name } = element;
  if (name === 'media') return nitfMediaFault(element) ? '' : media(element);
  const sent = name === 'p' ? paragraphsIn(element) : undefined;
  if (sent !== undefined) return sent;
  if (LEFT_OUT.has(name) || (name === 'note' && isForEditors(element))) return '';
  if (name === 'em') return tag(isBold(element) ? 'strong' : 'em', inside);
  const html = TAGS.get(name) ?? (SAME.has(name) ? name : undefined);
  return html ? asTag(html, element, inside) : inside;
};

/** The text of an NITF body as HTML: its content, and the line that may close it. */
export function nitfHtml(body: XmlElement): string {
  const parts = [...at(body, 'body.content'), ...at(body, 'body.end')];
  // Some agencies leave out the element around the content.
  const all =
    parts.length > 0 ? parts : elementsIn(body).filter(({ name }) => name !== 'body.head');
  return htmlOf(parts.length > 0 ? all.flatMap(({ children }) => children) : all, written);
}
