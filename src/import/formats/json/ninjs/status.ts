import { shownWords } from '../../../../domain/problem.ts';
import { heldByNote } from '../../press/editors-note.ts';
import type { Skipped } from '../../skipped.ts';
import { fieldFault, isHeld, objectFault } from '../../status.ts';
import { type Item, lowered } from './value.ts';

/** What agencies and systems call a text. */
const TEXTS = new Set(['text', 'story', 'article', 'advisory', 'preformatted']);

/** Superdesk’s states of a text that its desk has published. */
const PUBLISHED = new Set(['published', 'corrected']);

const words = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

/** All that an item says under a name, in whatever case: if two differ, the one that withholds the item counts. */
const saidOf = (item: Item, name: RegExp): unknown[] =>
  Object.entries(item).flatMap(([key, value]) => (name.test(key) && isGiven(value) ? [value] : []));

/** Why an item of ninjs is not to be published, or is no text. */
export function whyNot(value: Item): Skipped | undefined {
  const { type = 'text' } = lowered(value);
  const kind = words(type).toLowerCase();
  if (!TEXTS.has(kind))
    return { skipped: `it is of type “${shownWords(kind)}”, not text`, as: 'kind' };
  return statusFault(value);
}

/** Why an item of ninjs, whatever it is of, is not to be published; what goes with another is an item as well. */
export function statusFault(value: Item): Skipped | undefined {
  const { ednote } = lowered(value);
  for (const given of saidOf(value, /^pubstatus$/i)) {
    const status = words(given)
      .trim()
      .toLowerCase()
      .replace(/^stat:/, '');
    if (status !== 'usable')
      return { skipped: `its status is “${shownWords(status)}”, not usable`, as: 'withdrawn' };
  }
  for (const given of saidOf(value, /^state$/i)) {
    const fault = !PUBLISHED.has(words(given)) && fieldFault('status', words(given));
    if (fault) return fault;
  }
  for (const embargo of saidOf(value, /^embargoed(?:until)?$/i))
    if (isHeld(embargo))
      return { skipped: `it is embargoed until ${shownWords(words(embargo))}`, as: 'embargoed' };
  const [reason] = saidOf(value, /^embargoedreason$/i);
  if (reason !== undefined && saidOf(value, /^embargoed(?:until)?$/i).length === 0)
    return {
      skipped: `it is under embargo without an end (“${shownWords(words(reason))}”)`,
      as: 'embargoed',
    };
  for (const due of saidOf(value, /^publish_?schedule$/i))
    if (isHeld(due))
      return { skipped: `it is scheduled for ${shownWords(words(due))}`, as: 'scheduled' };
  return (typeof ednote === 'string' ? heldByNote(ednote) : undefined) ?? objectFault(value);
}
