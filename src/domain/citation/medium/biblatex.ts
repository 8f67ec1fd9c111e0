import type { MediumKind } from '../../media/media-type.ts';
import { biblatexEntry, escaped } from '../biblatex.ts';
import type { MediumReference } from './reference.ts';

/** Types of BibLaTeX’s own; styles that do not know them take them for `@misc`. */
const TYPES: Record<MediumKind, string> = {
  photograph: 'artwork',
  graphic: 'artwork',
  facsimile: 'artwork',
  document: 'misc',
  audio: 'audio',
  video: 'video',
};

/** A reference to a medium in BibLaTeX, which writes that it has no date where it has none. */
export function mediumBiblatexText({
  id,
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
}: MediumReference): string {
  const notes = [credit && `Credit: ${credit}`, source && `Source: ${source}`].filter(Boolean);
  return biblatexEntry(TYPES[kind], id, [
    ['title', `{${escaped(title)}}`],
    ['author', creator && `{${escaped(creator)}}`],
    ['type', genre],
    ['date', date],
    ['language', statedLang],
    ['addendum', `In ${escaped(archive.title)}`],
    ['abstract', caption && caption !== title ? escaped(caption) : undefined],
    ['url', url],
    ['note', escaped(notes.join('; '))],
  ]);
}
