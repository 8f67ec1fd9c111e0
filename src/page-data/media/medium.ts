import { langOf, makerOf } from '../../content/queries/articles.ts';
import type { MediumEntry } from '../../content/queries/media.ts';
import type { Article } from '../../domain/article/article.ts';
import { type FiledMedium, isPublished } from '../../domain/media/filed-medium.ts';
import { publishedGap } from '../../domain/media/gap.ts';
import type { FileFacts, MediumKind } from '../../domain/media/media-type.ts';
import { correctionsOfMedium, telling, toldOf } from '../../domain/media/told.ts';
import { mediumTitle } from '../../messages/medium.ts';
import { type ShownRecording, shownRecording } from '../recording.ts';

/** The file of a medium as pages show it. */
export interface ShownFile extends Omit<FileFacts, 'sha256' | 'texts' | 'words'> {
  /** Id of the medium. */
  id: string;
}

/** Where a medium stands in its article: before the text, where the body has a place for it, or after the text. */
type MediumPlace = 'head' | 'body' | 'end';

/** What is said of a medium that is, or could be, seen. */
interface Told {
  kind: MediumKind;
  /** Language of its words. */
  lang: string;
  caption: string | undefined;
  creditLine: string | undefined;
  /** Undefined for a decorative one, and where nobody wrote it. */
  altText: string | undefined;
  creator: string | undefined;
  maker: ReturnType<typeof shownMaker>;
  copyrightNotice: string | undefined;
  licence: string | undefined;
  dateCreated: string | undefined;
  place: MediumPlace;
  /** The day on which what is told of it was last corrected, YYYY-MM-DD. */
  corrected: string | undefined;
}

/** A medium as its article shows it. */
export type ShownMedium =
  | (Told & { state: 'shown'; file: ShownFile; recording: ShownRecording | undefined })
  | (Told & {
      state: 'missing';
      /** Why it is not here, where it was to be had, and its name there. */
      reason: string;
      url: string | undefined;
      name: string | undefined;
    })
  | {
      state: 'withheld';
      kind: MediumKind;
      /** Its id, where its file is known. */
      id: string | undefined;
      place: MediumPlace;
      /** When and why; undefined where it may hold words that its article withholds. */
      withheld: { date: string; reason: string } | undefined;
    };

/** The record of whoever made a medium, where a name is one of its spellings. */
function shownMaker(name: string | undefined) {
  const record = name === undefined ? undefined : makerOf(name);
  if (!record) return undefined;
  const { kind, id, data } = record;
  return { kind, id, name: data.name, sameAs: data.sameAs };
}

/** The file of a medium as pages show it. */
export const shownFile = (id: string, facts: Omit<FileFacts, 'texts'>): ShownFile => {
  const { sha256: _, words: __, ...others } = facts;
  return { id, ...others };
};

/** What a medium is called, in the language of its words, and all that its articles tell of it. */
export function titledMedium({ id, uses }: MediumEntry) {
  const { medium, article } = telling(uses);
  const { facts, kind } = medium;
  const said = toldOf(uses);
  const told = { ...said, maker: shownMaker(said.creator) };
  const lang = medium.lang ?? langOf(article);
  return {
    id,
    kind,
    lang,
    title: mediumTitle({ ...told, kind }, lang),
    told,
    file: shownFile(id, facts),
  };
}

/**
 * What an article shows of a medium; of one that is withheld only that it is.
 *
 * @param lang language of the article
 */
export function shownMedium(
  medium: FiledMedium,
  article: Pick<Article, 'withheld' | 'withdrawn' | 'draft' | 'corrections'>,
  lang: string,
): ShownMedium {
  const { kind, id, missing, withheld, position, isPlaced } = medium;
  const place: MediumPlace = position === 'head' ? 'head' : isPlaced ? 'body' : 'end';
  const { caption, creditLine, altText, creator, copyrightNotice, licence, dateCreated } = medium;
  const told = {
    ...{ kind, lang: medium.lang ?? lang, place, caption, creditLine, altText },
    ...{ creator, copyrightNotice, licence, dateCreated, maker: shownMaker(creator) },
    corrected: correctionsOfMedium(id, article.corrections)
      .map(({ date }) => date)
      .toSorted()
      .at(-1),
  };
  if (isPublished(medium, article)) {
    const recording = shownRecording(medium, medium.lang ?? lang);
    return { ...told, state: 'shown', file: shownFile(medium.id, medium.facts), recording };
  }
  if (missing && !withheld) {
    const { reason, url, name } = publishedGap(missing);
    return { ...told, state: 'missing', reason, url, name };
  }
  // What a file is that was never shown, nobody is told.
  return { state: 'withheld', kind, id: withheld && id, place, withheld };
}
