import type { RootContent } from 'mdast';
import type { Box } from '../../domain/media/box.ts';
import type { MediumKind, PageSize } from '../../domain/media/media-type.ts';

/** Where the bytes of a medium can be had without the web: a file below the folder of its source, or a part of the source itself. */
export type LocalFile = { path: string } | { bytes: Uint8Array };

/** What a source says of a medium, under the names of the archive; nothing in it is a guess of ours. */
export interface MediumWords {
  altText?: string | undefined;
  /** True where the source says that it is there for the eye alone: `alt=""`. */
  decorative?: boolean | undefined;
  caption?: string | undefined;
  creditLine?: string | undefined;
  creator?: string | undefined;
  source?: string | undefined;
  copyrightNotice?: string | undefined;
  usageTerms?: string | undefined;
  /** Address of a licence. */
  licence?: string | undefined;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  dateCreated?: string | undefined;
}

/** A file of words that goes with a medium, as its source names it: those of a scan with their places, what is said, captions. */
export interface SourceWords {
  as: 'ocr' | 'transcript' | 'captions';
  references: string[];
  local?: LocalFile | undefined;
  /** The language of captions. */
  lang?: string | undefined;
}

/** A file of words that was found. */
export interface WordsFile extends Omit<SourceWords, 'references'> {
  local: LocalFile;
}

/** Where a part of a text stands on a scan. */
export interface ScanPlace {
  /** The page of the scan, from 1. */
  page: number;
  box: Box;
  /** The size of that page in the units of its box; left out where these are pixels of the scan itself. */
  of?: PageSize | undefined;
}

/** A picture, document, sound or film of an article, as its source states it. */
export interface SourceMedium extends MediumWords {
  kind: MediumKind;
  words?: readonly SourceWords[] | undefined;
  /** Of a scan: where the blocks of the body stand on it, each as the same object. */
  places?: readonly (ScanPlace & { block: RootContent })[] | undefined;
  /** The folder of files that several articles show in which it lies; left out where it lies beside its entry. */
  sharedIn?: string | undefined;
  /** Which page of its source a scan is, from 1, where that has several. */
  ofPage?: number | undefined;
  /**
   * How the source names its file, the best size first: an address, a path, a `data:` or `cid:` address. Several where
   * it has several sizes; empty where it states a caption and no file.
   */
  references: string[];
  local?: LocalFile | undefined;
  /** Where it stands: at the head, or after this block of the body, as the same object. Left out where nothing says it. */
  place?: 'head' | RootContent | undefined;
  /** Why its file is not here. */
  reason?: string | undefined;
}

/** A medium of a document whose body is written. It passes from the process that reads to the one that writes. */
export interface WrittenMedium extends MediumWords, Pick<SourceMedium, 'sharedIn' | 'ofPage'> {
  kind: MediumKind;
  words?: readonly WordsFile[] | undefined;
  /** Of a scan: where paragraphs stand on it, by their ids. */
  places?: readonly (ScanPlace & { paragraph: string })[] | undefined;
  /** What its file is called by its source, as the last part of a path or address; its name in the archive is made of it. */
  name?: string | undefined;
  /** Addresses on the web where its file may be had, the best size first. */
  urls: string[];
  local?: LocalFile | undefined;
  /** `head`, or the id of the paragraph that it follows. */
  position?: string | undefined;
  /** Why its file is not here, in a sentence; where it is not. */
  reason?: string | undefined;
}

/**
 * Gets the file of a medium that its source does not hold from the web, by `urls`.
 *
 * @returns where its bytes are, or why they cannot be had, in a sentence, and whether that may pass
 */
export type FetchMedium = (
  medium: WrittenMedium,
) => Promise<LocalFile | { reason: string; isPassing: boolean }>;
