import { z } from 'astro/zod';
import { identifier } from '../identifier.ts';
import { issueOf, whatever } from '../schema-fault.ts';
import { line } from '../text.ts';
import { countFields } from './figure-count.ts';
import { peopleFields } from './figure-people.ts';
import { boundFaults, countFaults } from './figure-rule.ts';
import { sourceFields } from './figure-source.ts';
import { timeFields } from './figure-time.ts';
import { means } from './meaning.ts';

/**
 * The fields of a figure, without the rules between them. A figure that an import suggests may break those rules, since
 * the text may not say all that they ask for.
 */
export const figureFields = z.strictObject({
  id: identifier.meta(
    means(
      'Names the figure in links (#f-<id>) and data; unique in its article, never changed once published.',
      'harbour-missing',
    ),
  ),
  ...countFields,
  ...peopleFields,
  ...timeFields,
  ...sourceFields,
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

/** One stated count: a claim that somebody made, with its words, its bounds and who counted. */
export const figureSchema = figureFields.check(
  whatever(({ value, issues }, isSound) => {
    for (const { path, fault } of [...boundFaults(value, isSound), ...countFaults(value, isSound)])
      issues.push(issueOf(fault, value, path));
  }),
);

export type Figure = z.infer<typeof figureSchema>;
