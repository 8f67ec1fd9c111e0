import { unescaped } from '../../markup/markup.ts';
import { isObject, type Json, linkedData, list } from './facts/linked-data.ts';

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

/** Reads what the data of a page says of its text; of several texts the longest is that of its article. */
export function toldIn(document: Document): Told {
  const nodes = linkedData(document).filter(isObject);
  const bodies = nodes.flatMap((node) => bodyOf(node) ?? []);
  const descriptions = [
    ...['description', 'og:description', 'twitter:description'].map((name) =>
      document
        .querySelector(`meta[name="${name}" i], meta[property="${name}" i]`)
        ?.getAttribute('content'),
    ),
    ...nodes.map((node) => node['description']),
  ];
  return {
    body: bodies.toSorted((one, other) => other.length - one.length)[0],
    descriptions: [
      ...new Set(
        descriptions.flatMap((text) =>
          typeof text === 'string' && text.trim() !== '' ? unescaped(text) : [],
        ),
      ),
    ],
  };
}
