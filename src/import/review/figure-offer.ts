import type { z } from 'astro/zod';
import { type Figure, figureFields, figureSchema } from '../../domain/figures/figure.ts';
import { own } from '../../domain/own.ts';
import { faultSentence } from '../../domain/problem.ts';
import { faultOf } from '../../domain/schema-fault.ts';
import { site } from '../../site.ts';
import { ImportFault } from '../source-document.ts';
import { suggestFigures } from '../suggestions/figure.ts';
import type { Entry } from '../writing/entry.ts';
import { listedIn } from './name-offer.ts';
import type { FigureOffer } from './offer.ts';

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
