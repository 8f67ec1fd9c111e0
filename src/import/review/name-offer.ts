import type { Kind } from '../../domain/authorities/authority.ts';
import { fold } from '../../domain/language/fold.ts';
import type { AuthorityFile, Filed } from '../matching/authority-file.ts';
import { mentioned, plannedFor, unique } from '../matching/filing.ts';
import { ImportFault } from '../source-document.ts';
import type { Entry } from '../writing/entry.ts';
import type { NameOffer, SuggestedName } from './offer.ts';

/** The records that an entry lists as mentioned. */
export const listedIn = ({ records, data }: Entry): Filed[] =>
  records.filter(({ kind, id }) => data[kind]?.includes(id));

/** Whether a text bears out that it mentions records. */
export const allMentioned = (records: readonly Filed[], { paragraphs }: Entry): boolean =>
  mentioned(unique(records), paragraphs).others.length === 0;

/** A suggested name as it would be filed, if the text bears it out. */
export function planned(
  kind: Kind,
  suggestion: SuggestedName,
  entry: Entry,
  authorityFile: AuthorityFile,
  other = suggestion.name,
): NameOffer {
  const isOther = other !== suggestion.name;
  // The words of the text are still one of its spellings.
  const aliases = [...(isOther ? [suggestion.name] : []), ...suggestion.aliases];
  const given = !isOther && suggestion.id ? authorityFile.get(kind, suggestion.id) : undefined;
  const record =
    given ?? plannedFor(kind, other, entry.paragraphs.join('\n'), authorityFile, aliases);
  return { kind, suggestion, record };
}

/** Offers a suggested name, under another one where the archivist gives one. @throws ImportFault where it cannot be filed */
export function nameOffer(
  kind: Kind,
  suggestion: SuggestedName,
  entry: Entry,
  authorityFile: AuthorityFile,
  other?: string,
): NameOffer {
  const offer = planned(kind, suggestion, entry, authorityFile, other);
  const found = offer.record;
  const listed = listedIn(entry).filter((one) => one.kind !== kind || one.id !== found.id);
  // Only a record that the archivist names is given the words of the text as a spelling.
  const isSpelt = found.spellings.some((spelling) => fold(spelling) === fold(suggestion.name));
  const record =
    other === undefined || isSpelt ? found : authorityFile.spelt(found, suggestion.name);
  if (allMentioned([...listed, record], entry)) return { ...offer, record };
  throw new ImportFault(
    `“${suggestion.name}” cannot be listed as ${found.id}: the text does not have it beside the names that are listed already`,
  );
}
