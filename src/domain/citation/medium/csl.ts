import type { MediumKind } from '../../media/media-type.ts';
import type { MediumReference } from './reference.ts';

/** What citation processors take each kind for. A sound recording is a `song` to them, whatever is heard. */
const TYPES = {
  photograph: 'graphic',
  graphic: 'graphic',
  facsimile: 'graphic',
  document: 'document',
  audio: 'song',
  video: 'motion_picture',
} as const satisfies Record<MediumKind, string>;

/** A reference to a medium as an item of CSL-JSON. Without `issued` a processor writes that it has no date. */
export function mediumCslItem({
  kind,
  genre,
  title,
  creator,
  credit,
  source,
  date,
  statedLang,
  caption,
  archive,
  url,
}: MediumReference) {
  return {
    id: url,
    type: TYPES[kind],
    title,
    genre,
    ...(creator && { author: [{ literal: creator }] }),
    ...(date && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(statedLang && { language: statedLang }),
    ...(caption && caption !== title && { abstract: caption }),
    ...(credit && { note: `Credit: ${credit}` }),
    ...(source && { source }),
    archive: archive.title,
    URL: url,
  };
}
