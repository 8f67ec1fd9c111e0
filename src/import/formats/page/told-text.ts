import { unescaped } from '../../markup/markup.ts';
import { type Json, list } from './facts/linked-data.ts';

/** What a page’s data says: the text of its article, as HTML or plain, and its description. */
export interface Told {
  body: string | undefined;
  /** The description, without its references. */
  descriptions: string[];
}

const bodyOf = (node: Json): string | undefined => {
  const body = list(node['articleBody'])[0] ?? list(node['text'])[0];
  return typeof body === 'string' && body.trim() !== '' ? body : undefined;
};

/** The text that the page’s own article has in its data; of a page that does not say which is its own, the only one. */
function ownBody(article: Json, nodes: readonly Json[]): string | undefined {
  const own = bodyOf(article);
  if (own !== undefined) return own;
  const [only, ...others] = new Set(nodes.flatMap((node) => bodyOf(node) ?? []));
  return others.length === 0 ? only : undefined;
}

/**
 * Reads what the data of a page says of its text.
 *
 * @param nodes the objects of its JSON-LD
 * @param article what these say of the page’s own article
 */
export function toldIn(document: Document, nodes: readonly Json[], article: Json): Told {
  const descriptions = [
    ...['description', 'og:description', 'twitter:description'].map((name) =>
      document
        .querySelector(`meta[name="${name}" i], meta[property="${name}" i]`)
        ?.getAttribute('content'),
    ),
    ...nodes.map((node) => node['description']),
  ];
  return {
    body: ownBody(article, nodes),
    descriptions: [
      ...new Set(
        descriptions.flatMap((text) =>
          typeof text === 'string' && text.trim() !== '' ? unescaped(text) : [],
        ),
      ),
    ],
  };
}
