import { z } from 'astro/zod';
import { because } from '../fault.ts';
import { identifier } from '../identifier.ts';
import { issueOf, stating, whatever } from '../schema-fault.ts';
import { day, line } from '../text.ts';
import { boundFaults, countFaults } from './figure-rule.ts';

/** What can be counted. The words follow the casualty recorders’ own (Every Casualty, IBC, UCDP). */
export const MEASURES = [
  'killed',
  'injured',
  'missing',
  'abducted',
  'detained',
  'displaced',
] as const;

/** How a source may word its number; each says which bounds are known: “more than” gives a low, “nearly” a high. */
export const QUALIFIERS = [
  'exact',
  'atLeast',
  'moreThan',
  'about',
  'nearly',
  'upTo',
  'range',
  'vague',
] as const;

/** Status of those counted, after the indicator SDG 16.1.2, with `mixed`. */
export const STATUSES = [
  'civilian',
  'otherProtected',
  'armedForces',
  'directParticipant',
  'mixed',
  'unknown',
] as const;

/** Whether a number is of one event, of a stretch of time, or of all since a start. */
export const COUNT_TYPES = ['incident', 'period', 'cumulative'] as const;

const COUNT = because(
  'figure/bounds',
  'A bound of a figure is a whole number, zero or more.',
  'Write the number as digits only, for instance 2700.',
);
const count = stating(z.int().min(0), COUNT);

/** What a field of a figure means. It is the docstring of the field and its entry in the codebook of the data, one text. */
type Meaning = {
  /** A full sentence or two; of a number its unit. */
  description: string;
  examples: [string | number];
  /** Whose field or list of values it follows; left out where it is the archive’s own. */
  standard?: string;
};

const means = (description: string, example: string | number, standard?: string): Meaning => ({
  description,
  examples: [example],
  ...(standard && { standard }),
});

/** A stretch of time, both days counted. */
const period = z.strictObject({
  start: day.meta(
    means('First day of the stretch of time counted.', '2031-04-02', 'UCDP GED date_start'),
  ),
  end: day.meta(
    means('Last day of the stretch of time counted.', '2031-04-09', 'UCDP GED date_end'),
  ),
});

const group = z.strictObject({
  label: line(200).meta(means('Who is counted, as the source names them.', 'fishers')),
  status: z
    .enum(STATUSES)
    .default('unknown')
    .meta(
      means(
        'Status of those counted, where the source says it; unknown otherwise, never guessed.',
        'unknown',
        'SDG 16.1.2, with mixed',
      ),
    ),
});

/** The fields of a figure, whether or not they are a sound one: what an import suggests may lack what its text does not say. */
export const figureFields = z.strictObject({
  id: identifier.meta(
    means(
      'Names the figure in links (#f-<id>) and data; unique in its article, never changed once published.',
      'harbour-missing',
    ),
  ),
  measure: z
    .enum(MEASURES)
    .meta(means('What was counted.', 'missing', 'GDELT GKG count types, Every Casualty')),
  low: count
    .optional()
    .meta(
      means(
        'The least that the words allow, in people; empty where they set no lower end.',
        12,
        'UCDP GED low, IBC minimum',
      ),
    ),
  best: count
    .optional()
    .meta(
      means(
        'The number that the words name as such, in people; empty where they name only an end.',
        12,
        'UCDP GED best',
      ),
    ),
  high: count
    .optional()
    .meta(
      means(
        'The most that the words allow, in people; empty where they set no upper end.',
        12,
        'UCDP GED high, IBC maximum',
      ),
    ),
  qualifier: z
    .enum(QUALIFIERS)
    .meta(means('How the source words its number, and so which bounds are known.', 'atLeast')),
  asStated: line(500).meta(
    means(
      'The words of the claim, found in the text to the letter.',
      'at least twelve fishers',
      'UCDP GED source_original',
    ),
  ),
  group: group.describe('Who is counted.'),
  place: identifier.meta(
    means(
      'Id of the place, or unknown where the source does not say.',
      'port-ansel',
      'Every Casualty: place',
    ),
  ),
  placeRole: z
    .enum(['occurredIn', 'residentsOf'])
    .optional()
    .meta(means('Whether it happened in the place, or to people who live there.', 'occurredIn')),
  period: period.optional().describe('The stretch of time counted; empty where it is not stated.'),
  countType: z
    .enum(COUNT_TYPES)
    .meta(
      means('Whether the count is of one event, of a period, or of all since a start.', 'incident'),
    ),
  asOf: day.meta(means('The day on which the count stood so.', '2031-04-09')),
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
  cause: line(200)
    .optional()
    .meta(
      means('What they died or suffered of, as stated.', 'storm', 'SDG 16.1.2: cause of death'),
    ),
  actor: line(200)
    .optional()
    .meta(means('Who is said to have done it, as stated.', 'raiders', 'Every Casualty: actors')),
  partOf: identifier
    .optional()
    .meta(means('Id of the figure of this article that this one is a part of.', 'all-missing')),
  supersedes: line(300)
    .optional()
    .meta(
      means(
        'The earlier figure of the same series that this one replaces: <article id>#f-<figure id>.',
        '2031/04/02/storm#f-harbour-missing',
      ),
    ),
  revisionNote: line(500)
    .optional()
    .meta(means('Why the number changed.', 'Nine men came ashore at Quern.')),
});

/** One stated count: a claim that somebody made, with its words, its bounds and its counter. One row, one claim. */
export const figureSchema = figureFields.check(
  whatever(({ value, issues }, isSound) => {
    for (const { path, fault } of [...boundFaults(value, isSound), ...countFaults(value, isSound)])
      issues.push(issueOf(fault, value, path));
  }),
);

export type Figure = z.infer<typeof figureSchema>;
