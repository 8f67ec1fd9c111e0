import { wordsUnder } from '../../markup/caption.ts';
import { textOfHtml } from '../../markup/markup.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { isObject, type Json, list, nameOf, typesOf } from './facts/linked-data.ts';

/** What a page’s data say of its pictures: `ImageObject` of schema.org. */

/** Sizes of one picture have names that differ after this. */
const SIZES = /-(?:\d{1,5}x\d{1,5}|scaled)$/u;

/** By what a picture is known at whatever address and in whatever size it is: its name without ending. */
function keyOf(address: string): string | undefined {
  const path = address.split(/[?#]/u, 1).join('');
  const name = path.split('/').at(-1) ?? '';
  const bare = name
    .replace(/\.[a-z\d]{2,5}$/iu, '')
    .replace(SIZES, '')
    .toLowerCase();
  return bare.length > 3 ? bare : undefined;
}

const plain = (value: unknown): string | undefined => {
  const text = list(value)[0];
  return typeof text === 'string' ? asLine(textOfHtml(text), 5000) : undefined;
};

const addressIn = (value: unknown): string | undefined => {
  const one = list(value)[0];
  const address = isObject(one) ? (one['@id'] ?? one['url']) : one;
  return typeof address === 'string' && /^https?:/iu.test(address) ? address : undefined;
};

function wordsIn(image: Json): Partial<SourceMedium> {
  const creator = asLine(
    list(image['creator'] ?? image['author'])
      .flatMap((one) => nameOf(one) ?? [])
      .join(', '),
    300,
  );
  const made = asTime(image['dateCreated'])?.date;
  const licence = addressIn(image['license']);
  const notice = plain(image['copyrightNotice']);
  return {
    ...wordsUnder(
      plain(image['caption']) ?? plain(image['description']),
      plain(image['creditText']),
    ),
    ...(creator && { creator }),
    ...(notice && { copyrightNotice: notice }),
    ...(licence && { licence }),
    ...(made && { dateCreated: made }),
  };
}

const MOST = 500;

/** Adds to media what the data of their page say of them; what stands under them on the page is believed before. */
export function nameInData(media: SourceMedium[], nodes: readonly Json[], article: Json): void {
  const images = [...nodes, ...['image', 'associatedMedia'].flatMap((name) => list(article[name]))]
    .filter(isObject)
    .filter((node) => typesOf(node).some((type) => /^(?:ImageObject|Photograph)$/u.test(type)));
  const byKey = new Map<string, Json>();
  for (const image of images.slice(0, MOST))
    for (const address of [image['contentUrl'], image['url'], image['thumbnailUrl']].flatMap(
      list,
    )) {
      const key = typeof address === 'string' ? keyOf(address) : undefined;
      if (key !== undefined && !byKey.has(key)) byKey.set(key, image);
    }
  for (const medium of media) {
    const image = medium.references.map((one) => byKey.get(keyOf(one) ?? '')).find(Boolean);
    if (image) Object.assign(medium, { ...wordsIn(image), ...medium });
  }
}
