import { z } from 'astro/zod';
import { identifier } from './identifier.ts';
import { because } from './problem.ts';
import { day, line } from './text.ts';

/** What was counted. The words follow the casualty recorders' own (Every Casualty, IBC, UCDP). */
export const MEASURES = [
  'killed',
  'injured',
  'missing',
  'abducted',
  'detained',
  'displaced',
] as const;

/** How the source words its number. It says which bounds are known: “more than” gives a low, “nearly” a high. */
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
  'A bound of a figure is a whole number, zero or more.',
  'Write the number as digits only, for instance 2700.',
);
const count = z.int({ error: COUNT }).min(0, { error: COUNT });

/** One stated count: a claim that somebody made, with its words, its bounds and its counter. One row, one claim. */
export const figureSchema = z
  .strictObject({
    /** Names the figure in links (`#f-<id>`) and data; unique in its article, never changed once published. */
    id: identifier,
    /** What was counted. */
    measure: z.enum(MEASURES),
    /** The least that the words allow, in people. Left out where they set none. */
    low: count.optional(),
    /** The number that the words name as such, in people. */
    best: count.optional(),
    /** The most that the words allow, in people. Left out where they set none. */
    high: count.optional(),
    /** How the source words its number. */
    qualifier: z.enum(QUALIFIERS),
    /** The words of the claim, found in the text to the letter. */
    asStated: line(500),
    /** Who is counted. */
    group: z.strictObject({
      /** As the source names them: “Palestinians”, “people”. */
      label: line(200),
      /** Only what the source says of their status; `unknown` otherwise, never guessed. */
      status: z.enum(STATUSES).default('unknown'),
    }),
    /** Id of the place, or `unknown` where the source does not say. */
    place: identifier,
    /** Whether it happened in the place, or to people who live there. */
    placeRole: z.enum(['occurredIn', 'residentsOf']).optional(),
    /** The stretch of time counted. */
    period: z.strictObject({ start: day, end: day }).optional(),
    /** Whether the count is of one event, of a period, or of all since a start. */
    countType: z.enum(COUNT_TYPES),
    /** The day on which the count stood so. */
    asOf: day,
    /** Id of the organisation that counted, or `unknown` where the source does not say. */
    countedBy: identifier,
    /** Id of the organisation that passed the count on. */
    reportedBy: identifier.optional(),
    /** What the count rests on: identified bodies, hospital records, media reports, an estimate. */
    basis: line(200).optional(),
    /** Whether and by whom it was checked, in the recorders' words. */
    verification: line(200).optional(),
    /** What they died or suffered of, as stated. */
    cause: line(200).optional(),
    /** Who is said to have done it. */
    actor: line(200).optional(),
    /** Id of the figure of this article that this one is a part of. */
    partOf: identifier.optional(),
    /** The earlier figure that this one replaces: `<article id>#f-<figure id>`. */
    supersedes: line(300).optional(),
    /** Why the number changed. */
    revisionNote: line(500).optional(),
  })
  .check((context) => {
    const { low, best, high } = context.value;
    const given = [low, best, high].filter((bound) => bound !== undefined);
    const fail = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, input: context.value, path: [path] });
    if (given.length === 0 && context.value.qualifier !== 'vague') {
      fail(
        'qualifier',
        because(
          'A figure has at least one of low, best and high, unless its words are vague.',
          'Write the bound that the words give, or qualifier: vague.',
        ),
      );
    }
    if (given.some((bound, index) => index > 0 && bound < (given[index - 1] ?? 0))) {
      fail(
        low !== undefined && high !== undefined && low > high ? 'low' : 'best',
        because('The bounds of a figure rise: low ≤ best ≤ high.', 'Put the bounds in order.'),
      );
    }
    const { period, asOf } = context.value;
    if (period && period.start > period.end) {
      fail(
        'period',
        because('A period does not end before it starts.', 'Put start and end in order.'),
      );
    } else if (period && period.end > asOf) {
      fail(
        'asOf',
        because(
          'A count stands at the end of its period or later.',
          'Write the day on which the count stood.',
        ),
      );
    }
  });

export type Figure = z.infer<typeof figureSchema>;

const WORD = /[\p{L}\p{N}]/u;

// Thousands and decimals are set apart by a mark: “300” is no word of “1,300”, nor “13” of “13.5”.
const GROUPED = /^\p{N}[.,٫٬'’]\p{N}$/u;
const partsNumber = (text: string, at: number) =>
  GROUPED.test(text.slice(Math.max(0, at - 2), at + 1)) ||
  GROUPED.test(text.slice(Math.max(0, at - 1), at + 2));

/** True where the words of a figure stand in a text as whole words: “13” does not stand in “2013”. */
export function isStatedIn(paragraph: string, words: string): boolean {
  // What looks the same is the same, however its accents are stored.
  const [text, asStated] = [paragraph.normalize('NFC'), words.normalize('NFC')];
  for (let at = text.indexOf(asStated); at >= 0; at = text.indexOf(asStated, at + 1)) {
    const end = at + asStated.length;
    const opens = !WORD.test(text.charAt(at - 1)) || !WORD.test(asStated.charAt(0));
    const closes = !WORD.test(text.charAt(end)) || !WORD.test(asStated.slice(-1));
    if (opens && closes && !partsNumber(text, at) && !partsNumber(text, end)) return true;
  }
  return false;
}
