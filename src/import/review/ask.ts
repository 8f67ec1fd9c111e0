import { cancel, isCancel, log, select, text, updateSettings } from '@clack/prompts';
import { openingWords } from '../../domain/language/sentence.ts';
import { shownText, shownWords } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import type { Archivist } from '../importer.ts';
import { asLine } from '../source-document.ts';
import { mediumWords } from '../suggestions/medium-word.ts';
import type { Entry } from '../writing/entry.ts';
import type { Offer } from './offer.ts';
import type { Reviewer } from './reviewer.ts';

/** Who is not there to be asked. */
const absent = (takesAll: boolean, takes: boolean): Archivist & Reviewer => ({
  takesAll,
  takesChange: async () => takes,
  begin: async () => 'later',
  answer: async () => 'leave',
  tell: () => undefined,
});

/** Takes every suggestion, and leaves entries that are there as they are, or not. */
export const acceptsAll = (takes: boolean) => absent(true, takes);

/** Leaves every suggestion for review. */
export const leavesAll = (takes: boolean) => absent(false, takes);

/** Compares entries with their sources, and leaves everything as it is. */
export const comparesAll = () => ({ ...absent(false, false), comparesAll: true });

/** Thrown where the archivist quits or the terminal closes. Every answer until then is saved. */
export class Stopped extends Error {}

/** Asks on the terminal. A question that is not answered, since the terminal or the process ends, throws `Stopped`. */
export function asks(pause: () => void): Archivist & Reviewer {
  let isLater = false;

  const begin: Reviewer['begin'] = async (entry, words) => {
    if (isLater) return 'later';
    pause();
    log.step(headingOf(entry));
    log.message(words.join('\n\n'));
    const way = await answered((signal) =>
      select<'each' | 'all' | 'later' | 'never'>({
        message: openingOf(entry, words.length),
        options: [
          { value: 'each', label: 'Ask me about each' },
          { value: 'all', label: 'Yes, all of them' },
          { value: 'later', label: 'Leave them in the entry for later' },
          { value: 'never', label: 'Leave those of all further articles too' },
        ],
        signal,
      }),
    );
    isLater = way === 'never';
    return way === 'never' ? 'later' : way;
  };

  const answer: Reviewer['answer'] = async (offer, words, rest) => {
    const isMedium = offer.kind === 'medium';
    const edit = EDITS[offer.kind === 'figure' || isMedium ? offer.kind : 'name'];
    const longest = isMedium ? 5000 : 200;
    const verdict = await answered((signal) =>
      select<'yes' | 'no' | 'edit' | 'all' | 'later' | 'leave'>({
        message: words,
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: isMedium ? 'No, leave it out' : 'No, it is wrong' },
          { value: 'edit', label: `Yes, ${edit}` },
          ...(rest.length > 0
            ? [{ value: 'all' as const, label: 'Yes, and to all the rest of this article' }]
            : []),
          { value: 'later', label: 'Leave this one for later' },
          { value: 'leave', label: 'Leave the rest of this article for later' },
        ],
        signal,
      }),
    );
    if (verdict === 'all')
      return (await confirmsAll([words, ...rest])) ? 'all' : answer(offer, words, rest);
    if (verdict !== 'edit') return verdict;
    const before = editedIn(offer);
    const other = await answered((signal) =>
      text({
        message: edit.charAt(0).toUpperCase() + edit.slice(1),
        initialValue: before,
        validate: (value) => (asLine(value, longest) ? undefined : 'Write a few words.'),
        signal,
      }),
    );
    return { other: asLine(other, longest) ?? before };
  };

  const confirmsAll = (all: readonly string[]) => {
    log.message(all.join('\n\n'));
    return answered((signal) =>
      select({
        message: 'Publish all of these, as they are shown?',
        options: [
          { value: true, label: 'Yes' },
          { value: false, label: 'No, ask me about each' },
        ],
        signal,
      }),
    );
  };

  const takesChange = async (path: string, diff: string) => {
    pause();
    log.message(diff);
    return answered((signal) =>
      select({
        message: `${path} is in, and its source has changed. Take what it says now?`,
        options: [
          { value: false, label: 'No, leave it as it is' },
          { value: true, label: 'Yes, and keep what the archive added' },
        ],
        signal,
      }),
    );
  };
  return {
    takesAll: false,
    takesChange,
    begin,
    answer,
    tell: (note) => log.warn(shownText(note)),
  };
}

const EDITS = {
  name: 'under another name',
  figure: 'with other words for who is counted',
  medium: 'in other words',
};

/** What of an offer an archivist may say otherwise. */
function editedIn(offer: Offer): string {
  if (offer.kind === 'medium') return offer.value;
  return offer.kind === 'figure' ? offer.figure.group.label : offer.suggestion.name;
}

/** The question before all questions about an entry. @param count of what is offered */
function openingOf({ suggested }: Entry, count: number): string {
  const fields = Math.min(count, mediumWords(suggested).length);
  const named = count - fields;
  const names = named === 1 ? 'This name or figure seems' : `These ${named} names and figures seem`;
  const said = fields === 1 ? 'A file of it says this' : 'Its files say these things';
  return [
    ...(named > 0 ? [`${names} to be in its text.`] : []),
    ...(fields > 0 ? [`${said} of ${fields === 1 ? 'itself' : 'themselves'}.`] : []),
    `Publish ${count === 1 ? 'it' : 'them'} with it, as ${count === 1 ? 'it is' : 'they are'} shown?`,
  ].join(' ');
}

const headingOf = ({ data, paragraphs }: Entry) =>
  shownWords(data.title ?? openingWords(paragraphs[0] ?? '', data.lang ?? site.lang, 90));

// Ctrl-D at a question means what Ctrl-C means.
updateSettings({ aliases: { '\u0004': 'cancel' } });

/** The answer to a question; where the terminal is closed or the process asked to end while it stands, there is none. */
async function answered<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<Exclude<T, symbol>> {
  const control = new AbortController();
  const end = () => control.abort();
  for (const name of SIGNALS) process.once(name, end);
  for (const name of ENDS) process.stdin.once(name, end);
  try {
    const answer = await ask(control.signal);
    if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  } finally {
    for (const name of SIGNALS) process.off(name, end);
    for (const name of ENDS) process.stdin.off(name, end);
  }
  cancel('Stopped. Every answer that you gave is in; what was not answered is left for later.');
  throw new Stopped();
}

const SIGNALS = ['SIGTERM', 'SIGHUP'] as const;
const ENDS = ['end', 'close'] as const;
