import type { RssFeed } from 'feedsmith';
import type { MediumKind } from '../../../domain/media/media-type.ts';
import { wordsUnder } from '../../markup/caption.ts';
import { textOfHtml, unescaped } from '../../markup/markup.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';

/** What feeds give beside the text of an item: Media RSS, and enclosures. */

type Media = NonNullable<RssFeed.Item<string>['media']>;
type Content = NonNullable<Media['contents']>[number];

/** A file that an item encloses. */
interface Enclosure {
  url?: string | undefined;
  type?: string | undefined;
  title?: string | undefined;
}

/** Words that may be HTML, as plain ones. */
export const bare = (html: string): string =>
  html.includes('<') ? textOfHtml(html) : unescaped(html);

function kindOf(type = '', medium = ''): MediumKind | undefined {
  const said = `${medium} ${type}`.toLowerCase();
  if (/\bimage\b/u.test(said)) return 'photograph';
  if (/\baudio\b/u.test(said)) return 'audio';
  if (/\bvideo\b/u.test(said)) return 'video';
  return type.toLowerCase() === 'application/pdf' ? 'document' : undefined;
}

/** What stands under a picture: its description, and to whom it is credited. */
function wordsOf(one: Omit<Content, 'url'> | undefined): Partial<SourceMedium> {
  const caption = one?.description?.value;
  const credits = one?.credits?.flatMap(({ value }) => value ?? []).join(', ');
  const notice = asLine(one?.copyright?.value, 500);
  return {
    ...wordsUnder(caption && bare(caption), credits && bare(credits)),
    ...(notice && { copyrightNotice: notice }),
  };
}

/** What Media RSS gives: each content by itself, and those of a group as the sizes of one. */
export function mediaOf(media: RssFeed.Item<string>['media']): SourceMedium[] {
  if (!media) return [];
  const groups = [
    ...(media.contents ?? []).map((one) => ({ contents: [one], words: one })),
    ...(media.groups ?? []).map((one) => ({ contents: one.contents ?? [], words: one })),
  ];
  const found = groups.map(({ contents, words }): SourceMedium => {
    const sized = contents.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0));
    const kinds = sized.flatMap((one) => kindOf(one.type, one.medium) ?? []);
    return {
      kind: kinds[0] ?? 'photograph',
      references: sized.flatMap(({ url }) => url ?? []),
      ...Object.assign({}, ...sized.map((one) => wordsOf(one)), wordsOf(words as Content)),
    };
  });
  const [thumbnail] = media.thumbnails ?? [];
  if (found.length === 0 && thumbnail?.url)
    found.push({ kind: 'photograph', references: [thumbnail.url] });
  const [first] = found;
  const outer = wordsOf(media as Content);
  if (first) Object.assign(first, { ...outer, ...first });
  else if (outer.caption) found.push({ kind: 'photograph', references: [], ...outer });
  return found.filter((one) => one.references.length > 0 || one.caption);
}

/** Enclosures as media; what is none of the kinds that an archive shows is left out. */
export const enclosed = (enclosures: readonly Enclosure[] = []): SourceMedium[] =>
  enclosures.flatMap(({ url, type, title }) => {
    const kind = kindOf(type);
    const caption = asLine(title, 5000);
    return kind && url ? [{ kind, references: [url], ...(caption && { caption }) }] : [];
  });
