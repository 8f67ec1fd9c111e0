import type { Telltale } from '../../../domain/media/stated-fields.ts';
import { CutOff } from '../inspection/file-bytes.ts';
import { type Bytes, bytesOf, Directory } from '../inspection/ifd.ts';

/** What a picture says in EXIF. */
export interface Exif {
  description?: string | undefined;
  artist?: string | undefined;
  copyright?: string | undefined;
  taken?: string | undefined;
  tells: Telltale[];
}

/** Tags of EXIF 3.0. */
const [DESCRIPTION, ARTIST, COPYRIGHT, EXIF, GPS] = [0x010e, 0x013b, 0x8298, 0x8769, 0x8825];
const [TAKEN, LATITUDE, DESTINATION, DNG_SERIAL] = [0x9003, 2, 20, 0xc62f];
/** Serial numbers of camera and lens, and the makers’ own notes, which have them too. */
const SERIALS = [0xa431, 0xa435, 0x927c];
const LONGEST = 20_000;

/** Words that cameras write into every picture. */
const CAMERA =
  /^(?:[A-Z ]{1,30}DIGITAL CAMERA|SONY DSC|DCIM|MAESTRO|KONICA MINOLTA|default|untitled|screenshot|\d{1,20})$/i;

function textOf(directory: Directory, tag: number): string | undefined {
  const bytes = directory.text(tag, LONGEST);
  if (!bytes) return undefined;
  // EXIF 3.0 allows UTF-8; what is none is of the system that wrote it.
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a value is, or nothing where it lies beyond the end of the bytes. */
function sound<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CutOff) return undefined;
    throw error;
  }
}

/** Reads EXIF of bytes that begin as a TIFF does; what cannot be read is left out. */
export function readExif(bytes: Bytes): Exif {
  const main = sound(() => Directory.first(bytes));
  if (!main) return { tells: [] };
  const at = (tag: number) => {
    const place = sound(() => main.numbers(tag, 1)[0]);
    return place ? sound(() => main.other(place)) : undefined;
  };
  const [own, position] = [at(EXIF), at(GPS)];
  const said = (directory: Directory | undefined, tag: number) =>
    directory && sound(() => textOf(directory, tag));
  const description = said(main, DESCRIPTION)?.trim();
  const hasSerial = SERIALS.some((tag) => own?.has(tag)) || main.has(DNG_SERIAL);
  return {
    description: description && !CAMERA.test(description) ? description : undefined,
    artist: said(main, ARTIST),
    copyright: said(main, COPYRIGHT),
    taken: said(own, TAKEN),
    tells: [
      ...(position?.has(LATITUDE) || position?.has(DESTINATION) ? ['location' as const] : []),
      ...(hasSerial ? ['serial' as const] : []),
    ],
  };
}

/** Reads EXIF as a picture has it, with or without the word before it. */
export const readExifPart = (part: Buffer): Exif =>
  readExif(bytesOf(part.toString('latin1', 0, 4) === 'Exif' ? part.subarray(6) : part));
