import type { z } from 'astro/zod';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { type Figure, figureFields, figureSchema } from '../../domain/figures/figure.ts';
import { fold } from '../../domain/language/fold.ts';
import { own } from '../../domain/own.ts';
import { faultSentence } from '../../domain/problem.ts';
import { faultOf } from '../../domain/schema-fault.ts';
import { site } from '../../site.ts';
import type { AuthorityFile, Filed } from '../matching/authority-file.ts';
import { mentioned, plannedFor, unique } from '../matching/filing.ts';
import { ImportFault } from '../source-document.ts';
import { suggestFigures } from '../suggestions/figure.ts';
import type { Suggested } from '../suggestions/suggestion.ts';
import type { Entry } from '../writing/entry.ts';

type SuggestedName = Suggested[Kind][number];

/** A name as it would be filed: under a record that is there, with one more spelling or without, or under a new one. */
interface NameOffer {
  kind: Kind;
  suggestion: SuggestedName;
  record: Filed;
}

/** A figure as it would be filed. */
interface FigureOffer {
  kind: 'figure';
  suggestion: Figure;
  figure: Figure;
}

/**
 * One thing that a text seems to say, as it would be filed. A question shows it by `wordsOf`, and yes files it by `taken`:
 * both go by these fields alone, so that nothing is written that was not shown.
 */
export type Offer = NameOffer | FigureOffer;

/** A suggestion that cannot be filed as it is, and why. */
export interface Refused {
  kind: Offer['kind'];
  suggestion: SuggestedName | Figure;
  reason: string;
}

/** The records that an entry lists as mentioned. */
const listedIn = ({ records, data }: Entry): Filed[] =>
  records.filter(({ kind, id }) => data[kind]?.includes(id));

const allMentioned = (records: readonly Filed[], { paragraphs }: Entry): boolean =>
  mentioned(unique(records), paragraphs).others.length === 0;

/** A suggested name as it would be filed, if the text bears it out. */
function planned(
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

/** Offers a suggested figure, with what is known of its place and counter by now. @throws ImportFault where it is not sound */
export function figureOffer(
  suggestion: Figure,
  entry: Entry,
  label = suggestion.group.label,
): FigureOffer {
  const spellings = listedIn(entry).flatMap(({ kind, id, spellings }) =>
    spellings.map((spelling) => ({ kind, id, spelling })),
  );
  // A name that is listed may be where a count was made, or who counted.
  const { paragraphs, data, date } = entry;
  const known = suggestFigures(paragraphs, data.lang ?? site.lang, date, spellings).find(
    ({ id, asStated }) => id === suggestion.id && asStated === suggestion.asStated,
  );
  const { place, countedBy } = suggestion;
  const figure: Figure = {
    ...suggestion,
    group: { ...suggestion.group, label },
    place: place === 'unknown' ? (known?.place ?? place) : place,
    countedBy: countedBy === 'unknown' ? (known?.countedBy ?? countedBy) : countedBy,
  };
  const checked = figureSchema.safeParse(figure);
  if (checked.success) return { kind: 'figure', suggestion, figure };
  const { countType, period, asStated } = figure;
  throw new ImportFault(
    countType === 'cumulative' && !period
      ? `“${asStated}” is a total, and since when is not known: add its period to accept it`
      : `“${asStated}” cannot be filed: ${issueSentence(checked.error)}`,
  );
}

/** Why a schema refuses a figure, by the first of its faults. */
function issueSentence({ issues: [issue] }: z.ZodError): string {
  const fault =
    issue && faultOf(issue, own(figureFields.shape, issue.path[0] ?? '') as z.ZodType | undefined);
  return fault ? faultSentence(fault) : `${issue?.message}`;
}

/**
 * Everything that an entry’s suggestions offer, one after another, each as it is once those before it are taken.
 *
 * @param keep told of each before the next is made
 */
export function offersOf(
  entry: Entry,
  authorityFile: AuthorityFile,
  keep: (offer: Offer) => void = () => undefined,
): { offers: Offer[]; refused: Refused[]; after: Entry } {
  const together = considered(entry, authorityFile, keep, planned);
  // Nearly always the text bears out all of them; asked one by one, a text is looked through for each name.
  const names =
    together.refused.length === 0 && allMentioned(listedIn(together.after), entry)
      ? together
      : considered(entry, authorityFile, keep, nameOffer);
  const { offers, refused } = names;
  let { after } = names;
  for (const suggestion of entry.suggested.figures) {
    const offer = attempted({ kind: 'figure', suggestion }, () => figureOffer(suggestion, after));
    if ('reason' in offer) refused.push(offer);
    else {
      offers.push(offer);
      after = taken(after, offer);
    }
  }
  return { offers, refused, after };
}

function considered(
  entry: Entry,
  authorityFile: AuthorityFile,
  keep: (offer: Offer) => void,
  make: typeof nameOffer,
) {
  const offers: Offer[] = [];
  const refused: Refused[] = [];
  let after = entry;
  for (const kind of KINDS) {
    for (const suggestion of entry.suggested[kind]) {
      const offer = attempted({ kind, suggestion }, () =>
        make(kind, suggestion, after, authorityFile),
      );
      if ('reason' in offer) refused.push(offer);
      else {
        keep(offer);
        offers.push(offer);
        after = taken(after, offer);
      }
    }
  }
  return { offers, refused, after };
}

function attempted(suggested: Omit<Refused, 'reason'>, make: () => Offer): Offer | Refused {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    return { ...suggested, reason: error.message };
  }
}

/** An entry without a suggestion. */
export function without(
  entry: Entry,
  { kind, suggestion }: Pick<Offer, 'kind' | 'suggestion'>,
): Entry {
  const left = { ...entry.suggested };
  if (kind === 'figure') left.figures = left.figures.filter((one) => one !== suggestion);
  else left[kind] = left[kind].filter((one) => one !== suggestion);
  return { ...entry, suggested: left };
}

/** An entry with what an offer says in its fields, and no longer among its suggestions. */
export function taken(entry: Entry, offer: Offer): Entry {
  const rest = without(entry, offer);
  const { data } = entry;
  if (offer.kind === 'figure')
    return { ...rest, data: { ...data, figures: [...(data.figures ?? []), offer.figure] } };
  const { kind, record } = offer;
  const ids = [...new Set([...(data[kind] ?? []), record.id])];
  const others = entry.records.filter((other) => other.kind !== kind || other.id !== record.id);
  const listing = { ...data };
  listing[kind] = ids;
  return { ...rest, data: listing, records: [...others, record] };
}
