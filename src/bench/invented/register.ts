import type { Kind } from '../../domain/authorities/authority.ts';
import { freeSlug, slugOf } from '../../domain/slug.ts';
import type { Chance } from './chance.ts';
import { ENGLISH } from './language.ts';
import { type InventedName, inventName } from './name.ts';
import { sentence } from './prose.ts';

/** A name with the id of its record. */
export interface Registered extends InventedName {
  id: string;
}

/** How the number of records of a kind grows: after n mentions it is about `times` · n^`power`. */
interface Growth {
  times: number;
  power: number;
}

// News brings ever more new people, but not as many new places.
const GROWTH: Record<Kind, Growth> = {
  people: { times: 1, power: 0.75 },
  places: { times: 2, power: 0.6 },
  organisations: { times: 1, power: 0.7 },
};

/** Names that articles mention, and may mention again. */
export interface Register {
  /** At most `count` names of a kind, without duplicates. */
  draw: (kind: Kind, count: number) => Registered[];
}

/**
 * Opens an empty register. A name is drawn more often the more often it was drawn before, so that a few names are in
 * thousands of articles and most in one or two.
 *
 * @param write is called with each new record as YAML
 */
export function openRegister(
  chance: Chance,
  write: (kind: Kind, id: string, yaml: string) => void,
): Register {
  const drawn: Record<Kind, Registered[]> = { people: [], places: [], organisations: [] };
  const taken = new Set<string>();

  const register = (kind: Kind): Registered => {
    const name = inventName(kind, chance);
    // Ids are unique across all kinds.
    const id = freeSlug(slugOf(name.data.name, 'name'), (slug) => taken.has(slug));
    taken.add(id);
    const whole = kind === 'places' && chance.oneIn(3) ? chance.pick(drawn.places)?.id : undefined;
    // On land or at sea: maps do not care.
    const coordinates = kind === 'places' && [chance.below(110) - 45, chance.below(300) - 130];
    const fields = {
      ...name.data,
      ...(chance.oneIn(2) && { description: sentence(8, [], ENGLISH, chance) }),
      ...(whole !== undefined && { partOf: whole }),
      ...(coordinates && { coordinates }),
    };
    const lines = Object.entries(fields).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
    );
    write(kind, id, lines.join(''));
    return { ...name, id };
  };

  const drawOne = (kind: Kind): Registered => {
    const { times, power } = GROWTH[kind];
    const before = drawn[kind];
    // The chance of a new name is the slope of the growth at this point.
    const isNew = chance.part() < times * power * Math.max(1, before.length) ** (power - 1);
    const name = isNew || before.length === 0 ? register(kind) : chance.pick(before);
    before.push(name);
    return name;
  };

  return {
    draw: (kind, count) => {
      const names = Array.from({ length: count }, () => drawOne(kind));
      return [...new Map(names.map((name) => [name.id, name])).values()];
    },
  };
}
