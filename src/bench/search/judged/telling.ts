import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { slugOf } from '../../../domain/slug.ts';
import { nameOfMonth } from './month.ts';
import { noticesOf } from './notices.ts';
import { STORIES, type Story } from './stories.ts';

/** The articles that tell the stories, and those that only have their words. */

/** What is told of a story, by the ids of the articles. */
export interface Told {
  story: Story;
  /** Its news; a second id where the same text was filed twice. */
  lead: readonly string[];
  /** What came of it. */
  later: string;
  /** Where it has a sentence among others. */
  brief: string;
}

interface Article {
  id: string;
  title: string;
  body: readonly string[];
  /** Whether the records of the story are listed. */
  of?: Story;
}

/** Every so many leads were filed twice. */
const TWICE = 4;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const idOf = (day: string, title: string, ending = '') =>
  `${day.replaceAll('-', '/')}/${slugOf(title, 'article')}${ending}`;

/** The same day of the month, so many months later. */
function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** A day so many days later. */
function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const surname = ({ person }: Story) => person.split(' ').at(-1) ?? person;

function leadOf(story: Story, at: number): Article {
  const { day, subject, event, called, place, person, organisation, sum, people } = story;
  const title = `${capital(subject)} ${event} at ${place}`;
  const first = [
    `The news came to ${place} before breakfast: the ${subject} was all that anybody spoke of, and the ${called} was confirmed by noon.`,
    `Nobody in ${place} had expected the ${called}. The ${subject} had been talked of for weeks, and then it was over in an hour.`,
    `${place} woke to the ${called} this morning. What became of the ${subject} was known by eight o’clock.`,
  ][at % 3];
  return {
    id: idOf(day, title),
    title,
    of: story,
    body: [
      `${first}`,
      `“We had been told to wait, and we waited,” said ${person} of the ${organisation}. ${surname(story)} would say no more until all had been counted.`,
      `The ${organisation} put the sum at ${sum}, and said that ${people} people were touched by it.`,
      `Offices kept their doors shut in the afternoon. The ${organisation} meets again at the end of the week.`,
    ],
  };
}

function laterOf(story: Story): Article {
  const { day, subject, called, place, person, organisation, sum, outcome } = story;
  const title = `${capital(outcome)} at ${place}`;
  return {
    id: idOf(dayAfter(day, 5), title),
    title,
    of: story,
    body: [
      `Five days after the ${called} of the ${subject} at ${place}, the ${organisation} has an answer: ${outcome}.`,
      `${person} read it from the steps and left at once. The ${sum} that were spoken of at first still stand.`,
      'Those who had waited in the square went home without a word.',
    ],
  };
}

/** The last day of a month, with a sentence on each of its stories. */
function briefOf(month: string, stories: readonly Story[]): Article {
  const title = `${nameOfMonth(month)} in brief`;
  return {
    id: idOf(`${month}-28`, title),
    title,
    body: stories.map(
      ({ subject, event, place }) => `${place}. Again to be read of: ${subject} ${event}.`,
    ),
  };
}

/** A list of prices, with the words of two stories over and over: nobody who asks for these wants it. */
function listOf(story: Story, other: Story): Article {
  const title = `Prices and rates at ${other.place}`;
  const rows = Array.from(
    { length: 8 },
    (_, row) =>
      `| ${story.subject} ${row + 1} | ${story.place} | ${(row + 3) * 1.5} | ${other.subject} |`,
  );
  return {
    id: idOf(dayAfter(story.day, 2), title),
    title,
    body: [`| item | at | bid | other |\n| --- | --- | --- | --- |\n${rows.join('\n')}`],
  };
}

/** A long piece in which the words of a story stand far from each other, about something else. */
function essayOf(story: Story, at: number): Article {
  const title = `Letters to the editor, number ${at + 1}`;
  const words = [...`${story.subject} ${story.called}`.split(' '), story.place];
  return {
    id: idOf(dayAfter(story.day, 3), title),
    title,
    body: words.map(
      (word) =>
        `A reader asks where the word ${word} comes from, and we have looked in the old books for it. Some say ${word} was brought by sailors, others that children made it up, and ${word} stands on a gravestone too.`,
    ),
  };
}

function write(folder: string, { id, title, body, of }: Article): void {
  const named = of && [
    `people: [${slugOf(of.person, 'name')}]`,
    `places: [${slugOf(of.place, 'name')}]`,
    `organisations: [${slugOf(of.organisation, 'name')}]`,
  ];
  const fields = [
    `title: ${JSON.stringify(title)}`,
    `date: ${id.slice(0, 10).replaceAll('/', '-')}`,
    'text: verbatim',
    ...(named ?? []),
  ];
  const file = join(folder, 'articles', `${id}.mdx`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\n${fields.join('\n')}\n---\n\n${body.join('\n\n')}\n`);
}

function writeRecords(folder: string): void {
  const put = (kind: string, name: string, aliases: readonly string[]) => {
    mkdirSync(join(folder, kind), { recursive: true });
    const fields = { name, ...(aliases.length > 0 && { aliases }) };
    const text = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    writeFileSync(join(folder, kind, `${slugOf(name, 'name')}.yaml`), text.join(''));
  };
  for (const story of STORIES) {
    put('people', story.person, [story.alias, surname(story)]);
    put('places', story.place, []);
    put('organisations', story.organisation, []);
  }
}

/** Writes the archive of the stories into a folder. @returns what is told of each, in the order of time */
export function tellStories(folder: string): Told[] {
  writeRecords(folder);
  const monthOf = ({ day }: Story) => day.slice(0, 7);
  const briefs = new Map(
    [...Map.groupBy(STORIES, monthOf)].map(([month, of]) => [month, briefOf(month, of)]),
  );
  for (const brief of briefs.values()) write(folder, brief);
  return STORIES.map((story, at): Told => {
    const lead = leadOf(story, at);
    const again = { ...lead, id: idOf(dayAfter(story.day, 1), lead.title, '-2') };
    const later = laterOf(story);
    const filed = at % TWICE === 0 ? [lead, again] : [lead];
    const other = STORIES[(at + 7) % STORIES.length] ?? story;
    const notices = noticesOf(story, at).map(({ months, title, text }) => {
      const day = monthsAfter(story.day, months);
      return { id: idOf(day, title, `-${at}`), title, body: [text] };
    });
    const beside = [listOf(story, other), essayOf(story, at), ...notices];
    for (const article of [...filed, later, ...beside]) write(folder, article);
    return {
      story,
      lead: filed.map(({ id }) => id),
      later: later.id,
      brief: briefs.get(monthOf(story))?.id ?? '',
    };
  });
}
