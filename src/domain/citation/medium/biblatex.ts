import { biblatexEntry, escaped } from '../biblatex.ts';
import { labelledCredit, type MediumReference } from './reference.ts';
import { TYPES } from './type.ts';

/** A reference to a medium in BibLaTeX, which writes that it has no date where it has none. */
export function mediumBiblatexText({
  id,
  kind,
  genre,
  title,
  creator,
  credit,
  source,
  publication,
  date,
  statedLang,
  caption,
  archive,
  url,
}: MediumReference): string {
  const notes = [
    credit && labelledCredit(credit, 'Credit: '),
    source && `Source: ${source}`,
  ].filter(Boolean);
  return biblatexEntry(TYPES[kind].biblatex, id, [
    ['title', `{${escaped(title)}}`],
    ['author', creator && `{${escaped(creator)}}`],
    ['journaltitle', publication && escaped(publication)],
    ['type', genre],
    ['date', date],
    ['language', statedLang],
    ['addendum', `In ${escaped(archive.title)}`],
    ['abstract', caption && caption !== title ? escaped(caption) : undefined],
    ['url', url],
    ['note', escaped(notes.join('; '))],
  ]);
}
