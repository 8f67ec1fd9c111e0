import { isCancel, log, multiselect, select, text } from '@clack/prompts';
import { UNKNOWN } from '../../domain/media/credit.ts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import { mediumSchema } from '../../domain/media/medium.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { shownWords } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import type { GivenFile } from './given-file.ts';
import { statedLines } from './given-file.ts';
import {
  fieldsFrom,
  HEARD,
  positionIn,
  type SaidFields,
  SEEN,
  takenFields,
} from './medium-fields.ts';
import { type MediumSaid, TEXT_FIELDS } from './medium-options.ts';

/** A paragraph that a medium may follow. */
interface Place {
  id: string;
  text: string;
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Refusal('No picture was filed.', 130);
  return answer as Exclude<T, symbol>;
}

type TextField = (typeof TEXT_FIELDS)[number][1];

/** What is wrong with an answer; nothing where a field can hold it. */
function objection(field: TextField, value: string): string | undefined {
  const { success, error } = mediumSchema.shape[field].safeParse(value.trim() || undefined);
  return success ? undefined : error.issues[0]?.message;
}

const KIND_NAMES: Record<MediumKind, string> = {
  photograph: 'A photograph',
  graphic: 'A drawing, map or chart',
  facsimile: 'A scan of a printed page',
  document: 'A document',
  audio: 'A sound',
  video: 'A film',
};

const asked = async (
  message: string,
  field: TextField,
  initialValue: string,
  placeholder: string,
) =>
  answered(
    await text({
      message,
      initialValue,
      placeholder,
      defaultValue: '',
      validate: (value = '') => objection(field, value),
    }),
  ).trim();

/** Which of the fields of the file are taken: none, unless somebody says so. */
async function offered(file: GivenFile): Promise<string[]> {
  const options = TEXT_FIELDS.flatMap(([, field, label]) => {
    const value = file.stated[field];
    return value === undefined
      ? []
      : [{ value: field as string, label: `${label}: ${shownWords(value)}` }];
  });
  if (options.length === 0) return [];
  return answered(
    await multiselect({
      message:
        'Its file says this of itself. Which of it is published with it? (Space takes, Enter ends)',
      options,
      required: false,
    }),
  );
}

/** The values of the options with what somebody at the terminal answers. */
async function byAsking(said: MediumSaid, file: GivenFile): Promise<MediumSaid> {
  const [likeliest] = file.kinds;
  const kind =
    said['media-kind'] ??
    (file.kinds.length === 1 && likeliest
      ? likeliest
      : answered(
          await select({
            message: 'What is it?',
            options: file.kinds.map((value) => ({ value, label: KIND_NAMES[value] })),
          }),
        ));
  const take = said.take ?? (await offered(file)).join(',');
  const taken = takenFields(take, file);
  const statedIn = (field: TextField) => (taken.has(field) ? (file.stated[field] ?? '') : '');
  const isSeen = SEEN.some((one) => one === kind);
  const now: MediumSaid = { ...said, 'media-kind': kind, take };
  if (isSeen && now['alt-text'] === undefined && !now.decorative) {
    const answer = await asked(
      'What is to be seen on it, for those who do not see it?',
      'altText',
      statedIn('altText'),
      'empty where it says nothing that the text does not',
    );
    if (answer === '') now.decorative = true;
    else now['alt-text'] = answer;
  }
  if (now.caption === undefined) {
    const hint = isSeen ? 'may be left empty' : 'what it is';
    now.caption = await asked('Caption', 'caption', statedIn('caption'), hint);
  }
  if (now['credit-line'] === undefined)
    now['credit-line'] =
      (await asked('To whom is it credited?', 'creditLine', statedIn('creditLine'), UNKNOWN)) ||
      UNKNOWN;
  if (now.caption === '') delete now.caption;
  if (now.decorative || now.caption === undefined) {
    // What was cleared at the question is not taken after all.
    const left = [...taken].filter(
      (field) =>
        !(field === 'altText' && now.decorative) &&
        !(field === 'caption' && now.caption === undefined),
    );
    now.take = left.join(',');
  }
  if (HEARD.some((one) => one === kind)) now.transcript ??= NO_TRANSCRIPT;
  return now;
}

async function placeAsked(places: readonly Place[]): Promise<string | undefined> {
  const end = 'end';
  const chosen = answered(
    await select({
      message: 'Where does it stand?',
      options: [
        { value: 'head', label: 'At the head of the article' },
        ...places.map(({ id, text }) => ({
          value: id,
          label: `After “${shownWords(text).slice(0, 60)}”`,
        })),
        { value: end, label: 'At the end' },
      ],
      maxItems: 12,
    }),
  );
  return chosen === end ? undefined : chosen;
}

/**
 * What is said of a medium, by the options and, on a terminal, by answers.
 *
 * @param places the paragraphs of its entry
 * @throws Refusal where something is missing
 */
export async function mediumAnswers(
  said: MediumSaid,
  file: GivenFile,
  places: readonly Place[],
): Promise<SaidFields> {
  const canAsk = process.stdin.isTTY && process.stdout.isTTY;
  if (canAsk)
    for (const line of statedLines(file, new Set(TEXT_FIELDS.map(([, field]) => field))))
      log.info(shownWords(line));
  const full = canAsk ? await byAsking(said, file) : said;
  const position =
    canAsk && said.position === undefined
      ? await placeAsked(places)
      : positionIn(
          said.position,
          places.map(({ id }) => id),
        );
  return { ...fieldsFrom(full, file), ...(position !== undefined && { position }) };
}

/** The file of a medium for an entry that was written a moment ago, where there is one. */
export const fileAsked = async (): Promise<string> =>
  answered(
    await text({
      message: 'A picture, scan, document, sound or film that goes with it: its file',
      placeholder: 'may be left empty',
      defaultValue: '',
    }),
  ).trim();

/** The entry that gets a medium; empty where that is a new one. */
export const entryAsked = async (): Promise<string> =>
  answered(
    await text({
      message: 'Which entry gets it? Its file, or the address of its page',
      placeholder: 'empty for a new entry',
      defaultValue: '',
    }),
  ).trim();
