import { log, select } from '@clack/prompts';
import { shownText } from '../../../domain/problem.ts';
import type { Written } from '../../../import/written.ts';
import { today } from '../../today.ts';
import { canAsk } from '../terminal.ts';
import { type GivenArticle, NOTHING } from './given.ts';
import { answered, FIELDS, type Field, QUESTIONS } from './questions.ts';

const withAnswer = async <F extends Field>(written: Written, field: F): Promise<Written> => ({
  ...written,
  // biome-ignore lint/plugin: it is a field of an article
  [field]: await QUESTIONS[field].ask(written[field]),
});

/** The article to write, from the values given. Where somebody can be asked, those that are missing are asked for. */
export async function articleOf(given: GivenArticle): Promise<Written> {
  let written: Written = { ...NOTHING, date: today(), ...given };
  if (!canAsk()) return written;
  for (const field of FIELDS) {
    const isAsked = given[field] === undefined && !(field === 'text' && written.kind === 'none');
    if (isAsked) written = await withAnswer(written, field);
  }
  return written;
}

const LEAVE = 'leave';

/**
 * The article with another answer, where it is refused; all that was typed stays.
 *
 * @throws what refused it, where nothing is to be corrected
 */
export async function correctedAnswers(written: Written, refused: Error): Promise<Written> {
  log.error(shownText(refused.message));
  const chosen = answered(
    await select<Field | typeof LEAVE>({
      message: 'Nothing is lost. What is corrected?',
      options: [
        ...FIELDS.map((value) => ({ value, label: QUESTIONS[value].label })),
        { value: LEAVE, label: 'Nothing: leave it unwritten' },
      ],
    }),
  );
  if (chosen === LEAVE) throw refused;
  const next = await withAnswer(written, chosen);
  if (chosen !== 'kind') return next;
  if (next.kind === 'none') return { ...next, text: '' };
  return next.text.trim() === '' ? withAnswer(next, 'text') : next;
}
