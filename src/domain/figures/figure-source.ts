import { identifier } from '../identifier.ts';
import { line } from '../text.ts';
import { means } from './meaning.ts';

/** The fields of a figure that say who counted, and what the count is based on. */
export const sourceFields = {
  countedBy: identifier.meta(
    means(
      'Id of the organisation that counted, or unknown where the source does not say.',
      'harbour-board',
      'Every Casualty: source',
    ),
  ),
  reportedBy: identifier
    .optional()
    .meta(
      means(
        'Id of the organisation that passed on another’s count.',
        'evening-gazette',
        'UCDP GED source_office',
      ),
    ),
  basis: line(200)
    .optional()
    .meta(
      means(
        'What the count rests on, as stated.',
        'bodies identified at the morgue',
        'SDG 16.1.2: documented or estimated',
      ),
    ),
  verification: line(200)
    .optional()
    .meta(
      means(
        'Whether and by whom it was checked, as stated.',
        'checked by the coroner',
        'Airwars: confirmed, fair, weak, contested',
      ),
    ),
};
