import { listAt } from '../dump/value.ts';
import { cardHtml, escaped, type Left } from './card.ts';

/** Text of Ghost’s older editor (Mobiledoc) as HTML. */

const MARKUPS = new Set('a b strong i em code s del u sub sup'.split(' '));
const SECTIONS = new Set('p h1 h2 h3 h4 h5 h6 blockquote aside ul ol'.split(' '));
const LINE_BREAK = /^soft-(?:return|break)$/u;

const tagOf = (value: unknown, known: ReadonlySet<string>, other: string) => {
  const tag = `${value}`.toLowerCase();
  return known.has(tag) ? tag : other;
};

/** A document as HTML; what is left out is told. */
export function mobiledocHtml(document: unknown, left: Left): string {
  const markups = listAt(document, 'markups');
  const atoms = listAt(document, 'atoms');
  const cards = listAt(document, 'cards');

  function opening(index: unknown): [tag: string, html: string] {
    const [name, attributes] = (markups[Number(index)] ?? []) as unknown[];
    const tag = tagOf(name, MARKUPS, 'span');
    const given = Array.isArray(attributes) ? (attributes as unknown[]) : [];
    const at = given.indexOf('href');
    const href = at >= 0 ? `${given[at + 1]}` : undefined;
    return [tag, tag === 'a' && href ? `<a href="${escaped(href)}">` : `<${tag}>`];
  }

  function markersHtml(markers: unknown): string {
    const open: string[] = [];
    let html = '';
    for (const marker of Array.isArray(markers) ? (markers as unknown[]) : []) {
      const [type, opens, closes, value] = (Array.isArray(marker) ? marker : []) as unknown[];
      for (const index of Array.isArray(opens) ? (opens as unknown[]) : []) {
        const [tag, start] = opening(index);
        open.push(tag);
        html += start;
      }
      const [atom = '', text = ''] = (type === 1 ? atoms[Number(value)] : []) as unknown[];
      html +=
        type === 0 ? escaped(`${value}`) : LINE_BREAK.test(`${atom}`) ? '<br>' : escaped(`${text}`);
      for (let count = Number(closes); count > 0 && open.length > 0; count--)
        html += `</${open.pop()}>`;
    }
    return (
      html +
      open
        .map((tag) => `</${tag}>`)
        .toReversed()
        .join('')
    );
  }

  return listAt(document, 'sections')
    .map((section) => {
      const [kind, first, second] = (Array.isArray(section) ? section : []) as unknown[];
      if (kind === 10) {
        const [name, payload] = (cards[Number(first)] ?? []) as unknown[];
        return cardHtml(`${name}`, payload, left);
      }
      if (kind === 2) return `<img src="${escaped(`${first}`)}">`;
      const tag = tagOf(first, SECTIONS, 'p');
      if (kind !== 3) return `<${tag}>${markersHtml(second)}</${tag}>`;
      const items = (Array.isArray(second) ? (second as unknown[]) : []).map(markersHtml);
      return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
    })
    .join('\n');
}
