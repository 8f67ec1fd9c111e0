import type { Figure } from '../../domain/figures/figure.ts';
import type { Chance } from './chance.ts';
import type { Registered } from './register.ts';

type Bound = 'low' | 'best' | 'high';

const WORDINGS: [Figure['qualifier'], Bound, string][] = [
  ['atLeast', 'low', 'at least '],
  ['moreThan', 'low', 'more than '],
  ['about', 'best', 'about '],
  ['nearly', 'high', 'nearly '],
  ['exact', 'best', ''],
];
const MEASURES: [Figure['measure'], string][] = [
  ['injured', 'were hurt'],
  ['missing', 'were missing'],
  ['displaced', 'had to leave their homes'],
  ['detained', 'were held'],
  ['killed', 'were killed'],
];

/** A figure as one line of YAML for frontmatter, and the sentence that states it. */
export interface InventedFigure {
  yaml: string;
  sentence: string;
}

/** Invents a count of people that an English article states. */
export function inventFigure(
  id: string,
  day: string,
  places: readonly Registered[],
  organisations: readonly Registered[],
  chance: Chance,
): InventedFigure {
  const [qualifier, bound, wording] = chance.pick(WORDINGS);
  const [measure, verb] = chance.pick(MEASURES);
  const count = 2 + (chance.rank() % 20_000);
  const asStated = `${wording}${count.toLocaleString('en')} people`;
  const fields = {
    id,
    measure,
    [bound]: count,
    qualifier,
    asStated,
    group: { label: 'people' },
    place: places[0]?.id ?? 'unknown',
    countType: 'incident',
    asOf: day,
    countedBy: organisations[0]?.id ?? 'unknown',
  };
  return {
    yaml: JSON.stringify(fields),
    sentence: `It was said that ${asStated} ${verb}.`,
  };
}
