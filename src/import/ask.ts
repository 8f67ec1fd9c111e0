import { cancel, isCancel, log, select, text } from '@clack/prompts';
import { KINDS, type Kind } from '../archive/authority.ts';
import type { Figure } from '../archive/figure.ts';
import { figureSentence, plainSentence } from '../archive/figure-sentence.ts';
import { openingWords } from '../archive/sentence.ts';
import { KIND_NOUNS } from '../archive/wording.ts';
import { site } from '../site.ts';
import type { Entry } from './entry.ts';
import type { Archivist } from './importer.ts';
import { asLine } from './story.ts';
import { isEmpty, type Suggested } from './suggestion.ts';

const nothing = (): Suggested => ({ people: [], places: [], organisations: [], figures: [] });

/** Takes every suggestion, and leaves entries that are there as they are, or not. */
export const acceptsAll = (takes: boolean): Archivist => ({
  review: async ({ suggested }) => ({ accepted: suggested, left: nothing() }),
  takesChange: async () => takes,
});

/** Leaves every suggestion for review. */
export const leavesAll = (takes: boolean): Archivist => ({
  review: async ({ suggested }) => ({ accepted: nothing(), left: suggested }),
  takesChange: async () => takes,
});

/** The archivist left: what was answered before is in. */
export class Stopped extends Error {}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel('Stopped. What was answered before is in.');
  throw new Stopped();
}

/** A suggested count as a line to judge it by. */
function figureLine(figure: Figure, { records }: Entry): string {
  const nameOf = (kind: Kind) => (id: string) =>
    records.find((record) => record.kind === kind && record.id === id)?.spellings[0];
  const names = { place: nameOf('places'), organisation: nameOf('organisations') };
  return `${plainSentence(figureSentence(figure, names, 'en'))}, from “${figure.asStated}”`;
}

type Verdict = 'yes' | 'no' | 'edit' | 'all' | 'later';

const verdicts = (subject: string, edit: string) =>
  select<Verdict>({
    message: subject,
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, it is wrong' },
      { value: 'edit', label: edit },
      { value: 'all', label: 'Yes to all the rest of this article' },
      { value: 'later', label: 'Leave the rest of this article for later' },
    ],
  });

/** Asks about each suggestion on the terminal. */
export function asks(pause: () => void): Archivist {
  let isLater = false;
  const review = async (entry: Entry) => {
    const { suggested } = entry;
    if (isLater || isEmpty(suggested)) return { accepted: nothing(), left: suggested };
    pause();
    const count = KINDS.reduce(
      (sum, kind) => sum + suggested[kind].length,
      suggested.figures.length,
    );
    log.step(
      entry.data.title ?? openingWords(entry.paragraphs[0] ?? '', entry.data.lang ?? site.lang, 90),
    );
    const way = answered(
      await select({
        message: `${count === 1 ? 'One name or figure seems' : `${count} names and figures seem`} to be in its text. Publish them with it?`,
        options: [
          { value: 'each', label: 'Ask me about each' },
          { value: 'all', label: 'Yes, all of them' },
          { value: 'later', label: 'Leave them in the entry for later' },
          { value: 'never', label: 'Leave those of all further articles too' },
        ],
      }),
    );
    if (way === 'all') return { accepted: suggested, left: nothing() };
    if (way !== 'each') {
      isLater = way === 'never';
      return { accepted: nothing(), left: suggested };
    }
    return each(entry);
  };
  const takesChange = async (path: string, diff: string) => {
    pause();
    log.message(diff);
    return answered(
      await select({
        message: `${path} is in, and its source has changed. Take what it says now?`,
        options: [
          { value: false, label: 'No, leave it as it is' },
          { value: true, label: 'Yes, and keep what the archive added' },
        ],
      }),
    );
  };
  return { review, takesChange };
}

async function each(entry: Entry): Promise<{ accepted: Suggested; left: Suggested }> {
  const { suggested } = entry;
  const accepted = nothing();
  const left = nothing();
  let rest: 'all' | 'later' | undefined;
  // The answer for one suggestion: whether it is true, and what it is called.
  const judge = async (
    subject: string,
    name: string,
    edit: string,
  ): Promise<{ verdict: 'yes' | 'no' | 'later'; name?: string }> => {
    if (rest) return { verdict: rest === 'all' ? 'yes' : 'later' };
    const verdict = answered(await verdicts(subject, edit));
    if (verdict === 'edit')
      return {
        verdict: 'yes',
        name: answered(
          await text({
            message: edit.replace('Yes, u', 'U').replace('Yes, w', 'W'),
            initialValue: name,
            validate: (value) => (asLine(value, 200) ? undefined : 'Write a few words.'),
          }),
        ).trim(),
      };
    if (verdict === 'all' || verdict === 'later') {
      rest = verdict;
      return judge(subject, name, edit);
    }
    return { verdict };
  };
  for (const kind of KINDS) {
    for (const one of suggested[kind]) {
      const judged = await judge(
        `${KIND_NOUNS[kind]}: ${one.name}${one.id ? ` (on file as ${one.id})` : ''}`,
        one.name,
        'Yes, under another name',
      );
      if (judged.verdict === 'later') left[kind].push(one);
      if (judged.verdict !== 'yes') continue;
      // The words of the text are still one of its spellings.
      accepted[kind].push(
        judged.name && judged.name !== one.name
          ? { name: judged.name, aliases: [one.name, ...one.aliases] }
          : one,
      );
    }
  }
  for (const figure of suggested.figures) {
    const { verdict, name } = await judge(
      figureLine(figure, entry),
      figure.group.label,
      'Yes, with other words for who is counted',
    );
    if (verdict === 'yes')
      accepted.figures.push(name ? { ...figure, group: { ...figure.group, label: name } } : figure);
    if (verdict === 'later') left.figures.push(figure);
  }
  return { accepted, left };
}
