import { nameOfMonth } from './month.ts';
import type { Told } from './telling.ts';

/** A query as a reader types it, and what that reader wants. */
export interface Query {
  /** What is special about it. */
  kind: string;
  q: string;
  /** How much each article is wanted, by its id: 3 the news itself, 2 what came of it, 1 a sentence of it. */
  wanted: ReadonlyMap<string, number>;
  /** Ids of one text that was filed twice: who has one has all of it. */
  same: readonly string[];
}

/** A query of a story: what is typed, and how much its news, what came of it and the month in brief are wanted. */
interface Asked {
  kind: string;
  q: string;
  grades: readonly [lead: number, later: number, brief: number];
}

/** Which of the kinds are asked of a story: every third, and other ones of the next story. */
const EVERY = 3;

/** A word with two of its letters in the wrong order. */
function swapped(word: string): string {
  const at = Math.floor(word.length / 2);
  return `${word.slice(0, at - 1)}${word.charAt(at)}${word.charAt(at - 1)}${word.slice(at + 1)}`;
}

/** A name with two letters of its last word in the wrong order. */
function misspelt(person: string): string {
  const words = person.split(' ');
  return [...words.slice(0, -1), swapped(words.at(-1) ?? '')].join(' ');
}

/** A word without one of its letters. */
const shortened = (word: string): string =>
  word.slice(0, Math.ceil(word.length / 2)) + word.slice(Math.ceil(word.length / 2) + 1);

const longest = (words: string): string =>
  words.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? '';

/** All that is asked of a story. */
function askedOf({ story }: Told): Asked[] {
  const { subject, event, called, place, person, alias, organisation, typed, day } = story;
  const lower = place.toLowerCase();
  const long = longest(subject);
  const month = nameOfMonth(day.slice(0, 7));
  return [
    { kind: 'words', q: `${subject} ${lower}`, grades: [3, 2, 1] },
    { kind: 'headline', q: `${subject} ${event}`, grades: [3, 2, 1] },
    { kind: 'quoted', q: `"${subject} ${event}"`, grades: [3, 0, 1] },
    { kind: 'name', q: person.toLowerCase(), grades: [3, 2, 0] },
    { kind: 'name, misspelt', q: misspelt(person), grades: [3, 2, 0] },
    { kind: 'name, as others spell it', q: alias, grades: [3, 2, 0] },
    { kind: 'place and month', q: `${place} ${month}`, grades: [3, 2, 1] },
    { kind: 'sum', q: `${typed} ${organisation}`, grades: [3, 2, 0] },
    {
      kind: 'sentence',
      q: `what happened when the ${subject} ${event} near ${place}`,
      grades: [3, 2, 1],
    },
    { kind: 'headline only', q: `title:${long} ${place}`, grades: [3, 0, 0] },
    {
      kind: 'word, misspelt',
      q: `${subject.replace(long, shortened(long))} ${place}`,
      grades: [3, 2, 1],
    },
    { kind: 'begun', q: `${subject} ${place.slice(0, -2)}`, grades: [3, 2, 1] },
    { kind: 'either word', q: `${called} OR nonesuch ${place}`, grades: [3, 2, 0] },
  ];
}

/** The judged queries: every story is asked for in several ways. */
export const queriesOf = (all: readonly Told[]): Query[] =>
  all.flatMap((told, at) =>
    askedOf(told)
      .filter((_, number) => (at + number) % EVERY === 0)
      .map(({ kind, q, grades: [lead, later, brief] }) => ({
        ...{ kind, q, same: told.lead },
        wanted: new Map(
          [
            ...told.lead.map((id) => [id, lead] as const),
            [told.later, later] as const,
            [told.brief, brief] as const,
          ].filter(([, grade]) => grade > 0),
        ),
      })),
  );
