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

/** How the records of a kind grow in number: `times` the mentions so far to the power of `power`. */
interface Growth {
  times: number;
  power: number;
}

// Ever new people come into the news; of places there are not as many.
const GROWTH: Record<Kind, Growth> = {
  people: { times: 1, power: 0.75 },
  places: { times: 2, power: 0.6 },
  organisations: { times: 1, power: 0.7 },
};

/** Names that articles mention, and may mention again. */
export interface Register {
  /** `count` names of a kind, or fewer, none of them twice. */
  draw: (kind: Kind, count: number) => Registered[];
}

/**
 * Opens an empty register. A name that it has is drawn the oftener, the oftener it was before: so few come to stand in
 * thousands of articles and most in one or two.
 *
 * @param write is given each new record as YAML, by kind and id
 */
export function openRegister(
  chance: Chance,
  write: (kind: Kind, id: string, yaml: string) => void,
): Register {
  const drawn: Record<Kind, Registered[]> = { people: [], places: [], organisations: [] };
  const taken = new Set<string>();

  const register = (kind: Kind): Registered => {
    const name = inventName(kind, chance);
    // An id is of one record only, whatever its kind.
    const id = freeSlug(slugOf(name.data.name, 'name'), (slug) => taken.has(slug));
    taken.add(id);
    const whole = kind === 'places' && chance.oneIn(3) ? chance.pick(drawn.places)?.id : undefined;
    // Somewhere on land as often as not: maps only ask where.
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
    // The next one is new as often as the growth is steep here.
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
