import { type PublishedMedium, publishedMedia } from '../../domain/media/filed-medium.ts';
import { MEDIA_ID } from '../../domain/media/media-id.ts';
import { personsIn, telling } from '../../domain/media/told.ts';
import { articles, type PublishedArticle, withdrawnArticles } from './articles.ts';

/** A medium as one article shows it. */
export interface MediumUse {
  medium: PublishedMedium;
  article: PublishedArticle;
}

/** A file of the archive that readers see, and the articles that show it, the earliest first. */
export interface MediumEntry {
  id: string;
  /** At least one; what is true of the file itself is the same in all. */
  uses: readonly [MediumUse, ...MediumUse[]];
}

interface Media {
  /** In the order of the articles. */
  entries: MediumEntry[];
  byId: Map<string, MediumEntry>;
  /** What shows a person or place, by kind and id. */
  showing: Map<string, MediumEntry[]>;
}

function readMedia(): Media {
  const uses = articles().flatMap((article) =>
    publishedMedia(article.data).map((medium): MediumUse => ({ medium, article })),
  );
  const entries = [...Map.groupBy(uses, ({ medium }) => medium.id)].map(
    ([id, all]): MediumEntry => ({ id, uses: all as [MediumUse, ...MediumUse[]] }),
  );
  const showing = new Map<string, MediumEntry[]>();
  for (const entry of entries) {
    const shown = entry.uses.flatMap(({ medium: { personsShown, locationShown } }) => [
      ...personsShown.map((id) => `people/${id}`),
      ...(locationShown === undefined ? [] : [`places/${locationShown}`]),
    ]);
    for (const record of new Set(shown))
      showing.set(record, [...(showing.get(record) ?? []), entry]);
  }
  return { entries, byId: new Map(entries.map((entry) => [entry.id, entry])), showing };
}

let known: { of: readonly PublishedArticle[]; media: Media } | undefined;

/** Read anew when the articles are, as while somebody edits. */
function read(): Media {
  const of = articles();
  if (known?.of !== of) known = { of, media: readMedia() };
  return known.media;
}

/** Every file that readers see, in the order of the articles. */
export const media = (): readonly MediumEntry[] => read().entries;

/** The files that show a person or place. */
export const mediaShowing = (kind: 'people' | 'places', id: string): readonly MediumEntry[] =>
  read().showing.get(`${kind}/${id}`) ?? [];

const isSeen = ({ kind, decorative, facts }: PublishedMedium) =>
  (kind === 'photograph' || kind === 'graphic') && !decorative && facts.type !== 'image/svg+xml';

/** The picture that stands for an article in lists and on other sites: the first at its head, or else its first. */
export function leadPicture({ data }: PublishedArticle): PublishedMedium | undefined {
  const pictures = publishedMedia(data).filter(isSeen);
  return pictures.find(({ position }) => position === 'head') ?? pictures[0];
}

/** The picture that stands for a person or place on other sites: the latest that shows nobody else, or else the latest. */
export function pictureOf(kind: 'people' | 'places', id: string): MediumEntry | undefined {
  const pictures = mediaShowing(kind, id).filter(({ uses }) => isSeen(telling(uses).medium));
  const others = ({ uses }: MediumEntry) =>
    personsIn(uses).filter((person) => kind === 'places' || person !== id);
  return pictures.findLast((one) => others(one).length === 0) ?? pictures.at(-1);
}

/** A medium that readers saw once and see no more. */
export interface FormerMedium {
  id: string;
  article: PublishedArticle;
  /** When and why, for the reader. */
  date: string;
  reason: string;
}

/** The media that are withheld, or were taken out by a correction; their addresses stay, and say so. */
export function formerMedia(): FormerMedium[] {
  const { byId } = read();
  const found = [...articles(), ...withdrawnArticles()].flatMap((article): FormerMedium[] => {
    const { media: all, corrections, withdrawn } = article.data;
    const ofMedia = all.flatMap(({ id, withheld }): FormerMedium[] => {
      const why = withheld ?? withdrawn;
      return id && why ? [{ id, article, date: why.date, reason: why.reason }] : [];
    });
    const ofCorrections = corrections.flatMap(({ was = '', date, note }): FormerMedium[] =>
      MEDIA_ID.test(was) ? [{ id: was, article, date, reason: note }] : [],
    );
    return [...ofMedia, ...ofCorrections];
  });
  const first = new Map(found.toReversed().map((one) => [one.id, one]));
  return [...first.values()].filter(({ id }) => !byId.has(id)).toReversed();
}
