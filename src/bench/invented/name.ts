import type { AuthorityRecord, Kind, Place } from '../../domain/authorities/authority.ts';
import type { Chance } from './chance.ts';
import { inventRoot, type Script, type Spelt } from './script.ts';

/** A name that articles can mention: the fields of its record, and its spelling in texts of each script. */
export interface InventedName {
  data: Pick<AuthorityRecord, 'name' | 'sortName' | 'aliases'> & Pick<Partial<Place>, 'partOf'>;
  /** For its first mention. */
  full: Spelt;
  /** For later mentions. */
  short: Spelt;
}

const BODIES = [
  'Harbour Board',
  'Relief Fund',
  'Workers Union',
  'Rail Company',
  'Football Club',
  'University',
  'Health Service',
  'Ministry of Works',
];
const PLACES = ['Port', 'Upper', 'New', 'Mount'];

/** The scripts in which a record has spellings, and the script in which texts of each script write the name. */
function scriptsOf(chance: Chance): { known: Script[]; written: (script: Script) => Script } {
  const known = (['arabic', 'hebrew', 'cyrillic'] as const).filter(() => chance.oneIn(6));
  const latin = chance.oneIn(6) ? 'accented' : 'latin';
  return { known, written: (script) => known.find((one) => one === script) ?? latin };
}

const inventors: Record<Kind, (chance: Chance) => InventedName> = {
  people: (chance) => {
    const { known, written } = scriptsOf(chance);
    const [given, family] = [inventRoot(chance), inventRoot(chance)];
    const full: Spelt = (script) => `${given(written(script))} ${family(written(script))}`;
    const surname: Spelt = (script) => family(written(script));
    const short = chance.oneIn(4) ? full : surname;
    return {
      data: {
        name: full('latin'),
        sortName: `${surname('latin')}, ${given(written('latin'))}`,
        aliases: [
          ...(short === surname ? [surname('latin')] : []),
          ...known.flatMap((script) => [full(script), surname(script)]),
        ],
      },
      full,
      short,
    };
  },
  places: (chance) => {
    const { known, written } = scriptsOf(chance);
    const root = inventRoot(chance);
    const before = chance.oneIn(4) ? `${chance.pick(PLACES)} ` : '';
    const full: Spelt = (script) =>
      known.includes(script) ? root(script) : `${before}${root(written(script))}`;
    return { data: { name: full('latin'), aliases: known.map(full) }, full, short: full };
  },
  organisations: (chance) => {
    const { known, written } = scriptsOf(chance);
    const root = inventRoot(chance);
    const body = chance.pick(BODIES);
    const full: Spelt = (script) =>
      known.includes(script) ? root(script) : `${root(written(script))} ${body}`;
    const name = full('latin');
    const initials = name.match(/\p{Lu}/gu) ?? [];
    // Two letters could be a word in capitals. Not all have an acronym, or about a dozen would share each.
    const acronym = initials.length > 2 && chance.oneIn(3) ? [initials.join('')] : [];
    const short: Spelt = (script) =>
      known.includes(script) ? root(script) : (acronym[0] ?? full(script));
    return { data: { name, aliases: [...acronym, ...known.map(full)] }, full, short };
  },
};

/** Invents a person, place or organisation. */
export const inventName = (kind: Kind, chance: Chance): InventedName => inventors[kind](chance);
