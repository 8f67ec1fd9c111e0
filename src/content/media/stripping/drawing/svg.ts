import { SaxesParser, type SaxesTagNS } from 'saxes';
import { mustHold } from '../unsound.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** What of an SVG is about the file and not drawn. */
const LOST = new Set(['metadata', 'script', 'foreignObject']);

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Styles without comments, in which programs of drawing say where a file lay. */
function withoutComments(css: string): string {
  let kept = '';
  let from = 0;
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    kept += `${css.slice(from, at)} `;
    const end = css.indexOf('*/', at + 2);
    from = end < 0 ? css.length : end + 2;
  }
  return kept + css.slice(from);
}

/** The style of an element, without properties of its own making, which draw nothing. */
const drawnStyle = (style: string) =>
  withoutComments(style)
    .split(';')
    .filter((one) => !one.trim().startsWith('--'))
    .join(';');

/** The attributes of an element as they are written: those of SVG and XLink, with the usual names. */
function attributesOf({ attributes }: SaxesTagNS): string {
  return Object.values(attributes)
    .flatMap(({ uri, local, value }) => {
      const prefix = new Map([
        ['', ''],
        [XLINK, 'xlink:'],
        [XML, 'xml:'],
      ]).get(uri);
      const names = prefix !== undefined && !/^(?:on|data-)/i.test(local);
      const said = local === 'style' ? drawnStyle(value) : value;
      return names ? [` ${prefix}${local}="${escaped(said)}"`] : [];
    })
    .join('');
}

/**
 * An SVG with its drawing alone: no comments, no metadata, nothing of the programs that drew it.
 *
 * @throws UnsoundFile where it is no SVG, or holds a picture of other kinds, which may tell more than is seen
 */
export function strippedSvg(bytes: Buffer): Uint8Array {
  const parser = new SaxesParser({ xmlns: true });
  let written = '';
  // How deep the reading is in an element that is left out.
  let lost = 0;
  let depth = 0;
  let isStyle = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    isStyle = tag.local === 'style';
    mustHold(
      depth > 1 || (tag.uri === SVG && tag.local === 'svg'),
      'It does not begin as an SVG does.',
    );
    if (lost > 0 || tag.uri !== SVG || LOST.has(tag.local)) {
      lost += 1;
      return;
    }
    mustHold(
      tag.local !== 'image' && tag.local !== 'feImage',
      'The SVG holds a picture of another kind.',
    );
    const spaces = depth === 1 ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : '';
    written += `<${tag.local}${spaces}${attributesOf(tag)}>`;
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    isStyle = false;
    if (lost > 0) lost -= 1;
    else written += `</${tag.local}>`;
  });
  const add = (text: string) => {
    if (lost === 0 && depth > 0) written += escaped(isStyle ? withoutComments(text) : text);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(bytes.toString('utf8')).close();
  mustHold(written !== '', 'It does not begin as an SVG does.');
  return Buffer.from(`${written}\n`);
}
