import { log, select, text } from '@clack/prompts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import { shownText, shownWords } from '../../domain/problem.ts';
import { statedLines } from './given-file.ts';
import { type MediumSaid, TEXT_FIELDS } from './medium-options.ts';
import { QUESTIONS } from './medium-questions.ts';
import { type Asked, answered, type Question } from './question.ts';

/** What is said, with answers to the questions that are open. @param before what was answered before */
async function withAnswers(
  said: MediumSaid,
  questions: readonly Question[],
  of: Asked,
  before: MediumSaid = {},
): Promise<MediumSaid> {
  let now = said;
  for (const question of questions) {
    const { options, isOf, isUsual, ask } = question;
    const kind = now['media-kind'] as MediumKind | undefined;
    // Captions without their language are asked for that.
    const isOpen =
      options.every((option) => now[option] === undefined) ||
      (now.captions && options.includes('captions') && now.lang === undefined);
    if (isUsual && isOpen && (kind === undefined || isOf(kind)))
      now = { ...now, ...(await ask(now, before, of)) };
  }
  return now;
}

/** What somebody at the terminal says of a medium, and the options before that. */
export function mediumAnswers(
  said: MediumSaid,
  of: Asked,
  questions: readonly Question[] = QUESTIONS,
): Promise<MediumSaid> {
  for (const stated of statedLines(of.file, new Set(TEXT_FIELDS.map(([, field]) => field))))
    log.info(shownWords(stated));
  return withAnswers(said, questions, of);
}

const LEAVE = 'none';

/**
 * What is said of a medium once an answer is another; all others stay.
 *
 * @param refused why it cannot be filed as it is
 * @throws Refusal where nothing is to be corrected
 */
export async function correctedAnswers(
  said: MediumSaid,
  refused: Error,
  of: Asked,
  questions: readonly Question[] = QUESTIONS,
): Promise<MediumSaid> {
  log.error(shownText(refused.message));
  const kind = said['media-kind'] as MediumKind;
  const isGiven = ({ options }: Question) => options.some((option) => said[option] !== undefined);
  const asked = questions.filter((one) => isGiven(one) || (one.isUsual && one.isOf(kind)));
  const chosen = answered(
    await select<string>({
      message: 'Nothing is lost. What is corrected?',
      options: [
        ...asked.map(({ label }) => ({ value: label, label })),
        { value: LEAVE, label: 'Nothing: leave it unfiled' },
      ],
      maxItems: 14,
    }),
  );
  const question = asked.find(({ label }) => label === chosen);
  if (!question) throw refused;
  const options: readonly string[] = question.options;
  // biome-ignore lint/plugin: its keys are those of the options
  const others = Object.fromEntries(
    Object.entries(said).filter(([option]) => !options.includes(option)),
  ) as MediumSaid;
  const now = { ...others, ...(await question.ask(others, said, of)) };
  // Of another kind other questions are asked.
  return withAnswers(now, questions, of, said);
}

/** What is said, without what was asked and has no answer. */
export function withoutBlanks(said: MediumSaid): MediumSaid {
  const taken = (said.take ?? '').split(',');
  // What was cleared at the question is not taken after all.
  const cleared = [
    ...(said.decorative ? ['altText'] : []),
    ...TEXT_FIELDS.filter(([option]) => said[option] === '').map(([, field]) => field as string),
  ];
  const full = { ...said, take: taken.filter((field) => !cleared.includes(field)).join(',') };
  // biome-ignore lint/plugin: its keys are those of the options
  return Object.fromEntries(Object.entries(full).filter(([, value]) => value !== '')) as MediumSaid;
}

/**
 * The file of a medium for an entry that is to be written.
 *
 * @param before what was answered before, where that cannot be filed
 */
export const fileAsked = async (before: string): Promise<string> =>
  answered(
    await text({
      message: 'A picture, scan, document, sound or film that goes with it: its file',
      placeholder: 'may be left empty',
      initialValue: before,
      defaultValue: '',
    }),
  ).trim();

/**
 * The entry that gets a medium; empty where that is a new one.
 *
 * @param objection tells why an entry cannot be found
 */
export const entryAsked = async (
  objection: (name: string) => string | undefined,
): Promise<string> =>
  answered(
    await text({
      message: 'Which entry gets it? Its file, or the address of its page',
      placeholder: 'empty for a new entry',
      defaultValue: '',
      validate: (value = '') => (value.trim() === '' ? undefined : objection(value.trim())),
    }),
  ).trim();
