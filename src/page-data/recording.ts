import type { PublishedMedium } from '../domain/media/filed-medium.ts';
import type { FileFacts } from '../domain/media/media-type.ts';
import type { TranscriptTime } from '../domain/media/transcript-time.ts';

/** What can be read of a medium besides its picture: the words of its pages or what is said in it, and in which language. */
export interface ShownWords {
  id: string;
  /** The words of each page, in order; of a sound or film its transcript. Empty where there are none. */
  texts: readonly string[];
  lang: string;
}

/** A sound or film as pages show it. */
export interface ShownRecording extends ShownWords, Pick<FileFacts, 'type'> {
  kind: 'audio' | 'video';
  /** Of a film, in pixels. */
  width: number | undefined;
  height: number | undefined;
  /** The languages of its captions. */
  captions: readonly string[];
  /** When the parts of its transcript are heard; empty where that is not known. */
  times: readonly TranscriptTime[];
}

/** A sound or film of an article, without its words. */
export function shownRecording(
  { id, kind, facts, captions }: PublishedMedium,
  lang: string,
): ShownRecording | undefined {
  if (kind !== 'audio' && kind !== 'video') return undefined;
  const { type, width, height } = facts;
  return {
    ...{ id, kind, type, width, height, lang },
    ...{ captions: captions.map((one) => one.lang), texts: [], times: [] },
  };
}
