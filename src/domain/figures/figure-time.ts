import { z } from 'astro/zod';
import { day } from '../text.ts';
import { means } from './meaning.ts';

/** Whether a count is of one event, of a period, or of everything since a start. */
export const COUNT_TYPES = ['incident', 'period', 'cumulative'] as const;

/** A period that includes both days. */
const period = z.strictObject({
  start: day.meta(
    means('First day of the stretch of time counted.', '2031-04-02', 'UCDP GED date_start'),
  ),
  end: day.meta(
    means('Last day of the stretch of time counted.', '2031-04-09', 'UCDP GED date_end'),
  ),
});

/** The fields of a figure that say which time it covers. */
export const timeFields = {
  period: period.optional().describe('The stretch of time counted; empty where it is not stated.'),
  countType: z
    .enum(COUNT_TYPES)
    .meta(
      means('Whether the count is of one event, of a period, or of all since a start.', 'incident'),
    ),
  asOf: day.meta(means('The day on which the count stood so.', '2031-04-09')),
};
