import { because, type Fault } from '../fault.ts';

/** A fault of a figure, with the path to the field that has it. */
export interface FigureFault {
  path: PropertyKey[];
  fault: Fault;
}

type Bound = 'low' | 'best' | 'high';
const BOUNDS: Bound[] = ['low', 'best', 'high'];

const sets = (needs: Bound[], may: Bound[], says: string) => ({ needs, may, says });

/** For each qualifier: the bounds that a figure needs, those that it may have besides, and the rule in words. */
const SET = {
  exact: sets(
    ['best'],
    ['low', 'high'],
    'An exact number is its best, and low and high where given',
  ),
  atLeast: sets(['low'], [], '“At least” sets a low and leaves the rest open'),
  moreThan: sets(['low'], [], '“More than” sets a low and leaves the rest open'),
  about: sets(['best'], [], '“About” sets a best and no ends'),
  nearly: sets(['high'], [], '“Nearly” sets a high and leaves the rest open'),
  upTo: sets(['high'], [], '“Up to” sets a high and leaves the rest open'),
  range: sets(['low', 'high'], ['best'], 'A range has a low and a high'),
  vague: sets([], ['low', 'high'], '“Dozens” and the like name no best'),
};

/** The bounds of a figure, in people, and how its source words them. */
type Bounded = { [bound in Bound]?: number | undefined } & { qualifier: keyof typeof SET };

/** When and by whom a figure was counted: days as YYYY-MM-DD, ids of organisations. */
interface Counted {
  period?: { start: string; end: string } | undefined;
  asOf: string;
  countType: 'incident' | 'period' | 'cumulative';
  countedBy: string;
  reportedBy?: string | undefined;
}

/** Tells whether a field is sound. Rules about fields that already have faults are skipped. */
type IsSound = (field: keyof Bounded | keyof Counted) => boolean;

/** Faults of the bounds of a figure: their order, and whether they fit the qualifier. At most one is reported. */
export function boundFaults(figure: Bounded, isSound: IsSound = () => true): FigureFault[] {
  if (!BOUNDS.every(isSound)) return [];
  const { low, best, high, qualifier } = figure;
  const given = BOUNDS.filter((bound) => figure[bound] !== undefined);
  const values = given.map((bound) => figure[bound] ?? 0);
  const falls = values.findIndex((value, index) => index > 0 && value < (values[index - 1] ?? 0));
  if (falls > 0) {
    const path = low !== undefined && high !== undefined && low > high ? 'low' : 'best';
    const fault = because(
      'figure/bounds',
      'The bounds of a figure rise: low ≤ best ≤ high.',
      'Put the bounds in order.',
    );
    return [{ path: [path], fault }];
  }
  if (!isSound('qualifier')) return [];
  if (given.length === 0 && qualifier !== 'vague') {
    const fault = because(
      'figure/bounds',
      'A figure has at least one of low, best and high, unless its words are vague.',
      'Write the bound that the words give, or qualifier: vague.',
    );
    return [{ path: ['qualifier'], fault }];
  }
  const { needs, may, says } = SET[qualifier];
  const fault = (path: string, fix: string) => [
    { path: [path], fault: because('figure/qualifier', `${says}.`, fix) },
  ];
  const missing = needs.find((bound) => !given.includes(bound));
  if (missing)
    return fault('qualifier', `Write ${missing}: … as digits, or the qualifier of the words.`);
  const extra = given.find((bound) => !needs.includes(bound) && !may.includes(bound));
  if (extra) return fault(extra, `Take ${extra} out, or write the qualifier of the words.`);
  if (qualifier === 'exact' && values.some((value) => value !== best))
    return fault('best', 'Write the same number for each bound, or qualifier: range.');
  if (qualifier === 'range' && low === high)
    return fault('high', 'Write two ends that differ, or qualifier: exact.');
  return [];
}

/** Faults of the dates, the period and the counter of a figure. */
export function countFaults(figure: Counted, isSound: IsSound = () => true): FigureFault[] {
  const { asOf, countType, countedBy, reportedBy } = figure;
  const period = isSound('period') ? figure.period : undefined;
  const faults: FigureFault[] = [];
  const fail = (path: string, ...words: Parameters<typeof because>) =>
    faults.push({ path: [path], fault: because(...words) });
  if (isSound('period') && isSound('countType') && !period && countType !== 'incident') {
    const what = countType === 'cumulative' ? 'A total so far' : 'A count of a period';
    fail(
      'countType',
      'figure/dates',
      `${what} says since when, and until when.`,
      'Add period: { start: …, end: … }, or write countType: incident for a count of one event.',
    );
  }
  if (period && period.start > period.end)
    fail(
      'period',
      'figure/dates',
      'A period does not end before it starts.',
      'Put start and end in order.',
    );
  else if (period && isSound('asOf') && period.end > asOf)
    fail(
      'asOf',
      'figure/dates',
      'A count stands at the end of its period or later.',
      'Write the day on which the count stood.',
    );
  if (
    isSound('reportedBy') &&
    isSound('countedBy') &&
    reportedBy !== undefined &&
    reportedBy === countedBy
  )
    fail(
      'reportedBy',
      'figure/counter',
      'Who passed a count on is another than who counted.',
      'Take reportedBy out, or write countedBy: unknown where the source does not say who counted.',
    );
  return faults;
}
