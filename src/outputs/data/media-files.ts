import { stringify } from 'csv-stringify/sync';
import type { Article } from '../../domain/article/article.ts';
import { fieldText } from '../../domain/data/field-text.ts';
import { type ListedMediumData, listedMediumSchema } from '../../domain/data/media-list.ts';
import {
  type FiledMedium,
  type PublishedMedium,
  publishedMedia,
} from '../../domain/media/filed-medium.ts';
import { endingOf, isPicture } from '../../domain/media/media-type.ts';
import { renditionsOf } from '../../domain/media/rendition.ts';
import { personsIn, telling, toldOf } from '../../domain/media/told.ts';
import {
  articlePath,
  MEDIA_CSV_PATH,
  MEDIA_JSON_PATH,
  mediumFilePath,
  mediumFragment,
  mediumPath,
  renditionPath,
} from '../../domain/url.ts';
import { mediumTitle } from '../../messages/medium.ts';
import { site } from '../../site.ts';

/** An article that may show media. */
export interface ShowingArticle {
  id: string;
  data: Pick<Article, 'withheld' | 'withdrawn' | 'draft' | 'lang'> & {
    media: readonly FiledMedium[];
  };
}

interface Use {
  medium: PublishedMedium;
  article: ShowingArticle;
}

type Address = (path: string) => string;

function addressesOf({ id, facts }: PublishedMedium, address: Address) {
  const sizes = renditionsOf(facts);
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (!isPicture(facts.type) || !smallest || !largest)
    return { file: address(mediumFilePath(id, endingOf(facts.type))) };
  return {
    file: address(renditionPath(id, largest.width, 'jpg')),
    thumbnail: address(renditionPath(id, smallest.width, 'jpg')),
  };
}

function listed(uses: readonly [Use, ...Use[]], address: Address): ListedMediumData {
  const { medium, article } = telling(uses);
  const { id, kind, facts } = medium;
  const { sha256, bytes, type, width, height, pages, seconds } = facts;
  const lang = medium.lang ?? article.data.lang ?? site.lang;
  const told = toldOf(uses);
  return {
    id,
    url: address(mediumPath(id)),
    kind,
    title: mediumTitle({ ...told, kind }, lang),
    ...addressesOf(medium, address),
    ...{ type, bytes, width, height, pages, seconds, sha256, lang },
    ...told,
    personsShown: personsIn(uses),
    articles: uses.map((use) => address(`${articlePath(use.article.id)}#${mediumFragment(id)}`)),
  };
}

type ColumnName = keyof ListedMediumData;
const NAMES = Object.keys(listedMediumSchema.shape) as ColumnName[];
const LISTS: readonly ColumnName[] = ['personsShown', 'articles'];
const NUMBERS: readonly ColumnName[] = ['bytes', 'width', 'height', 'pages'];

/** The columns of the table of media, in the terms of Table Schema. */
export const MEDIA_COLUMNS = NAMES.map((name) => {
  const field = listedMediumSchema.shape[name];
  return {
    name,
    type: NUMBERS.includes(name) ? 'integer' : name === 'seconds' ? 'number' : 'string',
    description: `${field.description}${LISTS.includes(name) ? ' Parted by spaces.' : ''}`,
    isRequired: !field.safeParse(undefined).success && name !== 'personsShown',
  };
});

const cell = (value: ListedMediumData[ColumnName]) =>
  Array.isArray(value) ? value.join(' ') : value;

/**
 * The list of all media that articles show, as a table and as JSON with one line for each, by path.
 *
 * @param articles published ones, in the order of time
 * @param address makes a whole URL from a path
 */
export function mediaFiles(
  articles: readonly ShowingArticle[],
  address: Address,
): Map<string, string> {
  const uses = articles.flatMap((article) =>
    publishedMedia(article.data).map((medium): Use => ({ medium, article })),
  );
  const rows = [...Map.groupBy(uses, ({ medium }) => medium.id).values()].map((all) =>
    listed(all as [Use, ...Use[]], address),
  );
  const csv = stringify(
    rows.map((row) => NAMES.map((name) => cell(row[name]))),
    {
      header: true,
      columns: NAMES,
      record_delimiter: 'windows',
      cast: { string: (text, { header }) => (header ? text : fieldText(text)) },
    },
  );
  const lines = rows.map((row) => JSON.stringify(row));
  return new Map([
    [MEDIA_CSV_PATH, csv],
    [MEDIA_JSON_PATH, `[${lines.length > 0 ? '\n' : ''}${lines.join(',\n')}\n]\n`],
  ]);
}
