import { MEDIA_ID } from '../../domain/media/media-id.ts';

/** A name that a text has of a withheld medium. */
export interface FoundName {
  medium: number;
  /** Its id, or the name of its file. */
  what: 'id' | 'name';
  /** Where it stands, in bytes. */
  at: number;
  /** For an id: `page` where it names a place in a page, as in `#m-…`; `address` where it is that of its own page or file. */
  as: 'page' | 'address' | 'text';
}

/** A name of a file is looked for that has so many characters before its ending; `boat.jpg` may be any boat. */
const TELLING = 10;
const LONGEST = 250;
/** What stands before a name and is not of it. */
const BESIDE = new Set(' \t\r\n/\\"\'<>=(),:;?&#|[]{}');

/** The last signs of a text that may be of a name. */
function nameAtEnd(text: string): string {
  let start = text.length;
  while (start > 0 && !BESIDE.has(text[start - 1] ?? ' ')) start -= 1;
  return text.slice(start);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const folded = (name: string) => name.normalize('NFC').toLowerCase();

/** The last part of the name of a file, if it tells it from others. */
function tellingName(file: string): string | undefined {
  const name = folded(file.slice(file.lastIndexOf('/') + 1));
  return name.lastIndexOf('.') >= TELLING ? name : undefined;
}

/** Ids and names of files of withheld media, to be found in texts. */
export class Names {
  readonly #ids = new Map<string, number>();
  readonly #files = new Map<string, number>();
  readonly #endings: readonly Buffer[];

  /** @param shown names of the files of published media, which may stand anywhere */
  constructor(
    media: readonly { id?: string | undefined; file?: string | undefined }[],
    shown: readonly string[],
  ) {
    const known = new Set(shown.map(tellingName));
    media.forEach(({ id, file }, medium) => {
      if (id !== undefined && MEDIA_ID.test(id)) this.#ids.set(id, medium);
      const name = file && tellingName(file);
      if (name && !known.has(name)) this.#files.set(name, medium);
    });
    const endings = new Set(
      [...this.#files.keys()].map((name) => name.slice(name.lastIndexOf('.'))),
    );
    this.#endings = [...endings]
      .flatMap((ending) => [ending, ending.toUpperCase()])
      .map((ending) => Buffer.from(ending));
  }

  /** The medium to whose folder a path belongs. */
  ofPath(path: string): number | undefined {
    return this.#ids.get(/^media\/(m-[a-z2-7]{12})\//.exec(path)?.[1] ?? '');
  }

  /** The names in a text. */
  *in(bytes: Buffer): Generator<FoundName> {
    for (let at = bytes.indexOf('m-'); at >= 0; at = bytes.indexOf('m-', at + 2)) {
      const medium = this.#ids.get(bytes.toString('latin1', at, at + 14));
      if (medium !== undefined) yield { medium, what: 'id', at, as: useOfId(bytes, at) };
    }
    for (const ending of this.#endings)
      for (let at = bytes.indexOf(ending); at >= 0; at = bytes.indexOf(ending, at + 1)) {
        const before = bytes.toString('utf8', Math.max(0, at - LONGEST), at);
        const name = decoded(nameAtEnd(before) + ending.toString());
        const medium = this.#files.get(folded(name));
        if (medium !== undefined) yield { medium, what: 'name', at, as: 'text' };
      }
  }
}

/** As what an id stands in a text. */
function useOfId(bytes: Buffer, at: number): FoundName['as'] {
  const before = bytes.toString('latin1', Math.max(0, at - 12), at);
  if (before.endsWith('#') || /\bid=["']?$/.test(before)) return 'page';
  return /media(?:\/|\\\/|%2f)$/i.test(before) ? 'address' : 'text';
}
