import { longDay } from '../domain/date.ts';
import type { Figure } from '../domain/figures/figure.ts';
import { inSentence } from '../domain/language/en/definite.ts';
import { number } from './wording.ts';

/** A piece of a sentence: the archive’s own words, the source’s name for those counted, or the name of a record. */
export type SentencePart =
  | string
  | { group: string }
  | { place: string; name: string }
  | { organisation: string; name: string };

/** The names of the records that a figure refers to, by id. An id without a name is shown itself. */
export interface FigureNames {
  place: (id: string) => string | undefined;
  organisation: (id: string) => string | undefined;
}

/** Names of groups that already say what was counted: “hostages taken” needs no “abducted” after it. */
const SAYS: Record<Figure['measure'], RegExp> = {
  killed: /\b(?:killed|dead|deaths?|died|drowned|bodies|victims|fatalities)\b/i,
  injured: /\b(?:injured|injuries|wounded|hurt|casualties)\b/i,
  missing: /\b(?:missing|unaccounted)\b/i,
  abducted: /\b(?:abducted|abductees|kidnapped|taken|seized|hostages?|captives?)\b/i,
  detained: /\b(?:detained|detainees|arrested|jailed|imprisoned|prisoners?|held)\b/i,
  displaced: /\b(?:displaced|evacuated|evacuees|refugees|homeless|uprooted)\b/i,
};

/** The number with its bounds as they are, at the start of a sentence: “At least 30”, “10 to 20”. */
function quantity({ low, best, high, qualifier }: Figure, lang: string): string {
  const shown = (value: number | undefined) => (value === undefined ? '' : number(value, lang));
  switch (qualifier) {
    case 'atLeast':
      return `At least ${shown(low)}`;
    case 'moreThan':
      return `More than ${shown(low)}`;
    case 'about':
      return `About ${shown(best)}`;
    case 'nearly':
      return `Nearly ${shown(high)}`;
    case 'upTo':
      return `Up to ${shown(high)}`;
    case 'range':
      return `${shown(low)} to ${shown(high)}`;
    default:
      return shown(best);
  }
}

/** A vague number in the source’s words, with the lower and upper bounds that are known. */
function vaguely({ low, high, asStated }: Figure, lang: string): string {
  const ends = [
    low !== undefined && `${number(low, lang)} or more`,
    high !== undefined && `${number(high, lang)} or fewer`,
  ].filter((end) => end !== false);
  return `, their number put as “${asStated}”${ends.length > 0 ? ` (${ends.join(', ')})` : ''}`;
}

function placeParts({ place, placeRole }: Figure, names: FigureNames): SentencePart[] {
  if (place === 'unknown') return [', where is not stated'];
  const named = { place, name: inSentence(names.place(place) ?? place) };
  return [placeRole === 'residentsOf' ? ', residents of ' : ' in ', named];
}

function counterParts({ countedBy, reportedBy }: Figure, names: FigureNames): SentencePart[] {
  const named = (organisation: string): SentencePart => ({
    organisation,
    name: inSentence(names.organisation(organisation) ?? organisation),
  });
  return [
    ...(countedBy === 'unknown' ? [] : [', according to ', named(countedBy)]),
    ...(reportedBy === undefined ? [] : [', as reported by ', named(reportedBy)]),
  ];
}

/** What happened to the group: “ killed”. Left out if its name says so. A name with a comma in it also ends in one. */
function verb({ group, measure }: Figure, takesComma = true): string {
  const comma = takesComma && group.label.includes(',') ? ',' : '';
  return SAYS[measure].test(group.label) ? comma : `${comma} ${measure}`;
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What a figure counts, without its number: “Americans killed in Israel”. */
export const subjectSentence = (figure: Figure, names: FigureNames): SentencePart[] =>
  [
    { group: capitalised(figure.group.label) },
    verb(figure),
    ...placeParts({ ...figure, placeRole: undefined }, names),
  ].filter((part) => part !== '');

/**
 * A figure in one sentence, as a person would write it: “At least 30 Americans killed in Israel, according to the US
 * State Department, as of 16 October 2023”. An open end stays open. If the source does not state where, or who counted,
 * the sentence says so.
 *
 * @param lang the language of the dates and numbers
 */
export function figureSentence(figure: Figure, names: FigureNames, lang: string): SentencePart[] {
  const { group, qualifier, best, asOf, countedBy } = figure;
  const isVague = qualifier === 'vague';
  const likely =
    qualifier === 'range' && best !== undefined ? `, most likely ${number(best, lang)},` : '';
  return [
    ...(isVague ? [] : [`${quantity(figure, lang)} `]),
    { group: isVague ? capitalised(group.label) : group.label },
    `${likely}${verb(figure, likely === '')}`,
    ...placeParts(figure, names),
    ...(isVague ? [vaguely(figure, lang)] : []),
    ...counterParts(figure, names),
    `, as of ${longDay(asOf, lang)}${countedBy === 'unknown' ? '; who counted is not stated' : ''}`,
  ].filter((part) => part !== '');
}

/** A sentence as plain text. */
export const plainSentence = (parts: readonly SentencePart[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : 'group' in part ? part.group : part.name))
    .join('');
