import { multiselect, select } from '@clack/prompts';
import { UNKNOWN } from '../../domain/media/credit.ts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import { shownWords } from '../../domain/problem.ts';
import { SEEN, textObjection } from './field-objections.ts';
import { takenFields } from './medium-fields.ts';
import { type MediumSaid, TEXT_FIELDS } from './medium-options.ts';
import { OTHERS } from './other-questions.ts';
import { type Asked, always, answered, line, type Question } from './question.ts';
import { OF_WORDS } from './words/questions.ts';

const [ALT, CAPTIONED, CREDITED] = TEXT_FIELDS;

type TextField = (typeof TEXT_FIELDS)[number][1];

const KIND_NAMES: Record<MediumKind, string> = {
  photograph: 'A photograph',
  graphic: 'A drawing, map or chart',
  facsimile: 'A scan of a printed page',
  document: 'A document',
  audio: 'A sound',
  video: 'A film',
};

/** What the file says in a field, where that is taken. */
const statedIn = (field: TextField, { take }: MediumSaid, { file }: Asked) =>
  takenFields(take, file).has(field) ? file.stated[field] : undefined;

const KIND: Question = {
  options: ['media-kind'],
  label: 'What it is',
  isOf: always,
  isUsual: true,
  ask: async (_, before, { file: { kinds } }) => {
    const [likeliest] = kinds;
    const initial = kinds.find((one) => one === before['media-kind']) ?? likeliest;
    if (kinds.length === 1 && likeliest) return { 'media-kind': likeliest };
    const options = kinds.map((value) => ({ value, label: KIND_NAMES[value] }));
    const message = 'What is it?';
    return {
      'media-kind': answered(
        await select<MediumKind>({
          message,
          options,
          ...(initial && { initialValue: initial }),
        }),
      ),
    };
  },
};

/** Which of the fields of the file are taken: none, unless somebody says so. */
const TAKE: Question = {
  options: ['take'],
  label: 'What is taken of what its file says',
  isOf: always,
  isUsual: true,
  ask: async (_, { take }, { file }) => {
    const options = TEXT_FIELDS.flatMap(([, field, label]) => {
      const value = file.stated[field];
      return value === undefined
        ? []
        : [{ value: field as string, label: `${label}: ${shownWords(value)}` }];
    });
    if (options.length === 0) return { take: '' };
    const initialValues = [...takenFields(take, file)];
    const message =
      'Its file says this of itself. Which of it is published with it? (Space takes, Enter ends)';
    const chosen = answered(
      await multiselect({ message, options, initialValues, required: false }),
    );
    return { take: chosen.join(',') };
  },
};

/** Asks for a text, with what was answered before, or what its file says where that is taken. */
const textAsked = (
  [option, field]: (typeof TEXT_FIELDS)[number],
  message: string,
  placeholder: string,
  [now, before, of]: Parameters<Question['ask']>,
  objection: (value: string) => string | undefined = () => undefined,
) =>
  line(
    message,
    placeholder,
    before[option] ?? statedIn(field, now, of),
    (value) => objection(value) ?? textObjection(field, value, of.file),
  );

const ALT_TEXT: Question = {
  options: ['alt-text', 'decorative'],
  label: 'What is to be seen on it',
  isOf: (kind) => SEEN.includes(kind),
  isUsual: true,
  ask: async (...asked) => {
    const message = 'What is to be seen on it, for those who do not see it?';
    const placeholder = 'empty where it says nothing that the text does not';
    const answer = await textAsked(ALT, message, placeholder, asked);
    return answer === '' ? { decorative: true } : { 'alt-text': answer };
  },
};

const CAPTION: Question = {
  options: ['caption'],
  label: 'Caption',
  isOf: always,
  isUsual: true,
  ask: async (...asked) => {
    const [now] = asked;
    const isSeen = SEEN.some((kind) => kind === now['media-kind']);
    const placeholder = isSeen ? 'may be left empty' : 'what it is';
    const caption = await textAsked(CAPTIONED, 'Caption', placeholder, asked, (value) =>
      value === '' && !isSeen ? 'What is not seen has a caption: say what it is.' : undefined,
    );
    return { caption };
  },
};

const CREDIT: Question = {
  options: ['credit-line'],
  label: 'Credit line',
  isOf: always,
  isUsual: true,
  ask: async (...asked) => ({
    'credit-line':
      (await textAsked(CREDITED, 'To whom is it credited?', UNKNOWN, asked)) || UNKNOWN,
  }),
};

const END = 'end';

const POSITION: Question = {
  options: ['position'],
  label: 'Where it stands',
  isOf: always,
  isUsual: true,
  ask: async (_, { position }, { places }) => ({
    position: answered(
      await select<string>({
        message: 'Where does it stand?',
        options: [
          { value: 'head', label: 'At the head of the article' },
          ...places.map(({ id, text }) => ({
            value: id,
            label: `After “${shownWords(text).slice(0, 60)}”`,
          })),
          { value: END, label: 'At the end' },
        ],
        ...(position !== undefined && { initialValue: position }),
        maxItems: 12,
      }),
    ),
  }),
};

/** The questions about a medium, in their order. */
export const QUESTIONS: readonly Question[] = [
  ...[KIND, TAKE, ALT_TEXT, CAPTION, CREDIT],
  ...OF_WORDS,
  POSITION,
  ...OTHERS,
];
