import type { Telltale } from '../../../domain/media/stated-fields.ts';
import { type Box, boxesIn } from '../inspection/box.ts';
import type { FileBytes } from '../inspection/file-bytes.ts';

/** Where phones write the place of a film: boxes of notes, and names in a list of them. */
const PLACES = ['\u00a9xyz', 'loci'];
const NAMED = /location\.ISO6709|GPSCoordinates/;
const NOTES = ['udta', 'meta'];
const LONGEST = 4 * 1024 * 1024;

/** Whether the notes of a film tell where it was made. @throws MediaFault or CutOff where it is not whole */
export function filmTells(bytes: FileBytes): Telltale[] {
  const film = [...boxesIn(bytes, 0, bytes.size)].find(({ type }) => type === 'moov');
  if (!film) return [];
  const parts = [...boxesIn(bytes, film.from, film.to)];
  const inTracks = parts
    .filter(({ type }) => type === 'trak')
    .flatMap((track) => [...boxesIn(bytes, track.from, track.to)]);
  const tells = ({ from, to }: Box) => {
    const text = bytes.text(from, Math.min(LONGEST, to - from));
    return NAMED.test(text) || PLACES.some((place) => text.includes(place));
  };
  const notes = [...parts, ...inTracks].filter(({ type }) => NOTES.includes(type));
  return notes.some(tells) ? ['location'] : [];
}
