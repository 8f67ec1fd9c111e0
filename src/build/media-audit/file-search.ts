import { shownPath } from '../../content/files/archive-path.ts';
import type { Certainty } from '../../domain/withholding/judgement.ts';
import { ByteRuns, type SharedRun } from './byte-runs.ts';
import { isText } from './encoded-bytes.ts';
import { piecesOf } from './file-pieces.ts';
import { LOOKED_AT, PictureFinder } from './likeness/likeness.ts';
import { Names } from './names.ts';
import { type Part, partsOf } from './parts.ts';
import { picturesOfPdf } from './pdf-pictures.ts';
import { picturesOf } from './picture-decoding.ts';
import type { SoughtMedia } from './sought-media.ts';

/** By what a withheld medium was found. */
type Trace = 'file' | 'bytes' | 'picture' | 'address' | 'id' | 'name' | 'folder';

/** A withheld medium, or a trace of it, in a file of a site. */
export interface Found {
  medium: number;
  trace: Trace;
  certainty: Exclude<Certainty, 'none'>;
  /** In what it lies within the file; empty where in none. */
  within: string;
  /** Where, in bytes of that. */
  at: number;
  /** How many bytes it shares; 0 where it was found in another way. */
  length: number;
}

/** Bytes in a row that two files have by no chance. */
const MANY = 1024;
/** Of a drawing, sound or film, the part that makes it certain, and the least that tells something. */
const HALF = 0.5;
const SOME = 0.1;

/** How sure it is that shared bytes are of the withheld file. Drawings, sounds and films share beginnings with others. */
function certaintyOf({ length, share }: SharedRun, isSeries: boolean): Certainty {
  if (!isSeries) return length >= MANY || share >= HALF ? 'certain' : 'likely';
  return share >= HALF ? 'certain' : share >= SOME || length >= 64 * MANY ? 'likely' : 'none';
}

/** Searches files for withheld media. */
export class FileSearch {
  readonly #digests: ReadonlyMap<string, number>;
  readonly #runs: ByteRuns;
  readonly #series: ReadonlySet<number>;
  readonly #pictures: PictureFinder | undefined;
  readonly #names: Names;

  constructor({ media, shown, bytes, prints }: SoughtMedia) {
    this.#digests = new Map(
      media.flatMap(({ sha256 }, medium) => (sha256 === undefined ? [] : [[sha256, medium]])),
    );
    this.#runs = new ByteRuns(bytes);
    const isSeries = /\.(?:svg|mp3|m4a|oga|ogg|wav|flac|mp4|webm)$/i;
    this.#series = new Set(
      media.flatMap(({ file = '' }, medium) => (isSeries.test(file) ? medium : [])),
    );
    this.#pictures = prints.length > 0 ? new PictureFinder(prints) : undefined;
    this.#names = new Names(media, shown);
  }

  /** What the path of a file tells. */
  inPath(path: string): Found[] {
    const found = { within: '', at: 0, length: 0, certainty: 'certain' } as const;
    const own = this.#names.ofPath(path);
    const isPage = path.endsWith('/index.html');
    if (own !== undefined) return isPage ? [] : [{ ...found, medium: own, trace: 'folder' }];
    return [...this.#names.in(Buffer.from(path))].map(({ medium, what }) => ({
      ...found,
      medium,
      trace: what,
    }));
  }

  /** What a digest tells: that a file is a withheld one, byte by byte. */
  byDigest(digest: string): Found[] {
    const medium = this.#digests.get(digest);
    return medium === undefined
      ? []
      : [{ medium, trace: 'file', certainty: 'certain', within: '', at: 0, length: 0 }];
  }

  /** What lies in a file, the surest trace of each medium. @param isDecoded false where its picture was looked at already */
  async in(file: string, isDecoded = false): Promise<Found[]> {
    const found: Found[] = [];
    for (const piece of piecesOf(file))
      for await (const part of partsOf(piece)) {
        found.push(...this.#bytesOf(part), ...this.#namesOf(part));
        if (part.within !== '' || !isDecoded) found.push(...(await this.#picturesOf(part, file)));
      }
    return found;
  }

  #bytesOf({ bytes, within }: Part): Found[] {
    return this.#runs.in(bytes).flatMap((run): Found[] => {
      const certainty = certaintyOf(run, this.#series.has(run.medium));
      const { medium, at, length } = run;
      return certainty === 'none'
        ? []
        : [{ medium, trace: 'bytes', certainty, within, at, length }];
    });
  }

  #namesOf({ bytes, within }: Part): Found[] {
    if (!isText(bytes)) return [];
    return [...this.#names.in(bytes)]
      .filter(({ as }) => as !== 'page')
      .map(({ medium, what, at, as }) => ({
        medium,
        trace: as === 'address' ? as : what,
        certainty: 'certain',
        within,
        at,
        length: 0,
      }));
  }

  async #picturesOf({ bytes, within, mayBePicture }: Part, file: string): Promise<Found[]> {
    if (!this.#pictures) return [];
    const isPdf = bytes.toString('latin1', 0, 5) === '%PDF-';
    const pictures = isPdf
      ? picturesOfPdf(bytes, within === '' ? shownPath(file) : `${within} (${shownPath(file)})`)
      : mayBePicture
        ? picturesOf(bytes, LOOKED_AT)
        : [];
    const found: Found[] = [];
    for await (const picture of pictures)
      for (const likeness of this.#pictures.in(picture))
        found.push({ ...likeness, trace: 'picture', within, at: 0, length: 0 });
    return found;
  }
}
