import type { Kind } from '../domain/authorities/authority.ts';
import { longDay } from '../domain/date.ts';
import type { AddressFault } from '../domain/search/address.ts';
import { number } from './wording.ts';

/** Sentences for what the address of a search asks for and cannot be. */

const NOUNS: Record<Kind, string> = {
  people: 'person',
  places: 'place',
  organisations: 'organisation',
};

const LONGEST = 60;

/** A value of an address, which can be anything. */
function quoted(value: string): string {
  const letters = Array.from(value);
  return `“${letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : value}”`;
}

/** What is wrong, and what is shown instead. */
export function faultSentence(fault: AddressFault, lang: string): string {
  switch (fault.fault) {
    case 'day':
      return `${quoted(fault.value)} is no day of the calendar, written like 2031-04-02, and was left out.`;
    case 'sort':
      return `${quoted(fault.value)} is no order of results. The best match is shown first.`;
    case 'page':
      return `${quoted(fault.value)} is no number of a page. The first page is shown.`;
    case 'order':
      return `The first day, ${longDay(fault.from, lang)}, comes after the last, ${longDay(fault.to, lang)}. The search is shown without dates.`;
    case 'record':
      return `This archive has no ${NOUNS[fault.kind]} ${quoted(fault.id)}, and it was left out.`;
    case 'past':
      return `There is no page ${number(fault.page, lang)}: these results have ${number(fault.pages, lang)}. The last is shown.`;
  }
}

/** The link to the search with the days in their order. */
export const otherWayRound = ({ from, to }: { from: string; to: string }, lang: string): string =>
  `Search from ${longDay(to, lang)} to ${longDay(from, lang)}`;

/** The status of a search of which nothing is left. */
export const NOTHING_LEFT = 'No article found: nothing else is asked for.';
/** What the status of a search says besides where something of its address was left out. */
export const PARTLY_LEFT_OUT = 'Part of what the address asks for was left out.';
