import type { ArticleData } from '../../domain/article/article-data.ts';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import type { SpeltName } from '../../domain/data/name-list.ts';
import { recordPath, withBase } from '../../domain/url.ts';

/** What an engine holds. Each document has an id, under which a later export replaces it. */
export interface Document {
  id: string;
  fields: object;
}

/** The ids of the records that an article is filed under, or a paragraph mentions, by kind. */
const byKind = (idsOf: (kind: Kind) => readonly string[]) => ({
  people: idsOf('people'),
  places: idsOf('places'),
  organisations: idsOf('organisations'),
});

const addressIn = (path: string, site: URL) => new URL(path, site).href;

/** An article as a document: all of its text, and what it is filed under. @param site its address */
export function articleDocument(data: ArticleData, site: URL): Document {
  const { id, url, date, lang, heading, headingStated, summary, text, source, about } = data;
  return {
    id,
    fields: {
      ...{ id, url: addressIn(url, site), date, lang, heading, headingStated },
      ...{ summary, textKind: text, publisher: source?.publisher ?? null },
      text: data.paragraphs.map((paragraph) => paragraph.text),
      ...byKind((kind) => data[kind].map((record) => record.id)),
      about,
      names: KINDS.flatMap((kind) => data[kind].map(({ name }) => name)),
    },
  };
}

/** The paragraphs of an article as documents, each with its permalink and the records that it mentions. */
export function paragraphDocuments(data: ArticleData, site: URL): Document[] {
  const { id: article, url, date, lang, heading, paragraphs, mentions } = data;
  return paragraphs.map(({ id, text }, position) => {
    const here = mentions.filter(({ paragraph }) => paragraph === id);
    const mentioned = (kind: Kind) => [
      ...new Set(here.filter((one) => one.kind === kind).map((one) => one.id)),
    ];
    return {
      // A text that stands twice in an article has one permalink.
      id: `${article}#${id}-${position + 1}`,
      fields: {
        ...{ article, paragraph: id, url: addressIn(`${url}#${id}`, site) },
        ...{ date, lang, heading },
        ...{ position: position + 1, text },
        ...byKind(mentioned),
      },
    };
  });
}

/** A record as a document, with every spelling. */
export const nameDocument = (
  { kind, id, name, spellings, description }: SpeltName,
  site: URL,
): Document => ({
  id: `${kind}/${id}`,
  fields: {
    ...{ kind, id, name, spellings, description: description ?? null },
    url: addressIn(withBase(recordPath(kind, id), site.pathname), site),
  },
});
