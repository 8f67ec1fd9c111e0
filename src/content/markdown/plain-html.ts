import type { Nodes, Properties } from 'hast';

// Elements that have an end, and in which text is text.
// biome-ignore format: a list of names
const ELEMENTS = new Set([
  'p', 'a', 'em', 'strong', 'del', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'mark', 'span',
]);
const ATTRIBUTES = new Map<string, string>(
  Object.entries({
    id: 'id',
    href: 'href',
    className: 'class',
    ariaLabel: 'aria-label',
    lang: 'lang',
  }),
);
// What is not written in an attribute as it is.
const WRITTEN_OTHERWISE = /[\0"&'`]/;

const escaped = (text: string): string =>
  /[<&]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;

function attributesOf(properties: Properties): string | undefined {
  let html = '';
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    const name = ATTRIBUTES.get(key);
    const words = Array.isArray(value) ? value.join(' ') : value;
    if (name === undefined || typeof words !== 'string' || WRITTEN_OTHERWISE.test(words))
      return undefined;
    if (Array.isArray(value) && (words === '' || words !== words.trim())) return undefined;
    html += ` ${name}="${words}"`;
  }
  return html;
}

/**
 * The HTML of a tree that has only the elements of prose, as most texts have. It is the same that the whole renderer
 * makes, but many times as fast. `undefined` for any other tree.
 */
export function plainHtml(node: Nodes): string | undefined {
  if (node.type === 'text') return escaped(node.value);
  if (node.type !== 'root' && node.type !== 'element') return undefined;
  let html = '';
  for (const child of node.children) {
    const within = plainHtml(child);
    if (within === undefined) return undefined;
    html += within;
  }
  if (node.type === 'root') return html;
  const attributes = ELEMENTS.has(node.tagName) ? attributesOf(node.properties) : undefined;
  return attributes === undefined
    ? undefined
    : `<${node.tagName}${attributes}>${html}</${node.tagName}>`;
}
