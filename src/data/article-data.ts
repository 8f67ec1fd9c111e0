import type { Kind } from '../archive/authority.ts';
import { articlePath, withBase } from '../archive/url.ts';
import { type ArticleEntry, heading, langOf, recordOf } from '../articles.ts';

/** An article as data, beside its page: `index.json`. A withdrawn one says only that it was, when and why. */
export async function articleData(article: ArticleEntry) {
  const { data, id } = article;
  const url = withBase(articlePath(id), import.meta.env.BASE_URL);
  if (data.withdrawn) return { id, url, date: data.date, withdrawn: data.withdrawn };
  const { text: shown, stated } = heading(article);
  const named = async (kind: Kind) =>
    Promise.all(
      data[kind].map(async (record) => ({
        id: record,
        name: (await recordOf(kind, record))?.data.name,
      })),
    );
  return {
    id,
    url,
    title: data.title ?? null,
    heading: shown,
    headingStated: stated,
    date: data.date,
    lang: langOf(article),
    text: data.text,
    summary: data.summary ?? null,
    source: data.source ?? null,
    people: await named('people'),
    places: await named('places'),
    organisations: await named('organisations'),
    about: data.about,
    dateline: data.dateline ?? null,
    figures: data.figures.map((figure) => ({ ...figure, paragraph: data.stated[figure.id] })),
    corrections: data.corrections,
    paragraphs: data.paragraphs,
    mentions: data.mentions,
  };
}

export type ArticleData = Exclude<Awaited<ReturnType<typeof articleData>>, { withdrawn: unknown }>;
