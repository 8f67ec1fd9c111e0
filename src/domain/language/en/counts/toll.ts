import type { Figure } from '../../../figures/figure.ts';
import type { Token } from '../../token.ts';
import type { Party } from './party.ts';

const FURTHEST = 16;
const BEFORE_NUMBER =
  /^(?:to|at|of|was|is|reache[ds]|reaching|exceed(?:s|ed)|top(?:s|ped)|pass(?:es|ed)|cross(?:es|ed)|surpass(?:es|ed)|near(?:s|ed)|hits?|stands|stood|rises?|rose|risen|climb(?:s|ed)|jumped|grew|grown|increased|reported|:)$/;
const NO_TOLL = /^(?:road|roads|bridge|free|call|calls|charges?)$/;

// biome-ignore format: a table reads better than a column
const COUNTED = new Map<string, Figure['measure']>(
  Object.entries({
  dead: 'killed', deaths: 'killed', killed: 'killed', fatalities: 'killed', injured: 'injured', wounded: 'injured',
  injuries: 'injured', missing: 'missing', arrests: 'detained', arrested: 'detained', hostages: 'abducted',
  displaced: 'displaced', homeless: 'displaced',
}));

/** What a later number counts, if “toll” or “the number of injured” is at this token. */
export function tollAt(all: readonly Token[], at: number): Figure['measure'] | undefined {
  const word = (index: number) => all[index]?.word ?? '';
  if (word(at) === 'toll') return NO_TOLL.test(word(at + 1)) ? undefined : 'killed';
  if (!/^(?:number|total|count)$/.test(word(at)) || word(at + 1) !== 'of') return undefined;
  return all
    .slice(at + 2, at + 5)
    .map((token) => COUNTED.get(token.word))
    .find(Boolean);
}

/** “The toll passed 1,000” is more than 1,000, and a toll that nears it is still below it. */
function asWorded(party: Party, verb: string): Party {
  const { low, best: _, high: __, ...rest } = party;
  if (party.qualifier !== 'exact' || low === undefined) return party;
  if (/^(?:pass|exceed|top|surpass|cross)/.test(verb))
    return { ...rest, low, qualifier: 'moreThan' };
  if (/^near/.test(verb)) return { ...rest, high: low, qualifier: 'nearly' };
  return party;
}

/** “The death toll rose to 81”, “the total of dead or presumed dead to 192”. */
export function tolls(
  all: readonly Token[],
  parties: readonly Party[],
): { measure: Figure['measure']; party: Party; from: number }[] {
  return all.flatMap((_, at) => {
    const measure = tollAt(all, at);
    if (!measure) return [];
    const party = parties.find(
      ({ from }) =>
        from > at + 1 && from < at + FURTHEST && BEFORE_NUMBER.test(all[from - 1]?.word ?? ''),
    );
    if (!party) return [];
    const worded = asWorded(party, all[party.from - 1]?.word ?? '');
    return [{ measure, party: worded, from: all[at - 1]?.word === 'death' ? at - 1 : at }];
  });
}
