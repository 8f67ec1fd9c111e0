import { textObjection } from './field-objections.ts';
import { TEXT_FIELDS } from './medium-options.ts';
import { always, line, type Question } from './question.ts';
import { langObjection } from './words/options.ts';

/** The questions about what an option alone says, which are asked where it is corrected. */
export const OTHERS: Question[] = [
  ...TEXT_FIELDS.filter(([, field]) => !['altText', 'caption', 'creditLine'].includes(field)).map(
    ([option, field, label]): Question => ({
      options: [option],
      label,
      isOf: always,
      isUsual: false,
      ask: async (_, before, { file }) => ({
        // biome-ignore lint/plugin: it is one of the options
        [option]: await line(label, 'empty where nothing is said', before[option], (value) =>
          textObjection(field, value, file),
        ),
      }),
    }),
  ),
  {
    options: ['media-lang'],
    label: 'The language of what is written of it and heard in it',
    isOf: always,
    isUsual: false,
    ask: async (_, before) => ({
      'media-lang': await line(
        'In which language is what is written of it and heard in it?',
        'empty where that is the language of the article',
        before['media-lang'],
        (tag) => (tag === '' ? undefined : langObjection('media-lang', tag)),
      ),
    }),
  },
  {
    options: ['person'],
    label: 'Whom it shows',
    isOf: always,
    isUsual: false,
    ask: async (_, { person = [] }) => ({
      person: (await line('Whom does it show?', 'ids, with commas between', person.join(', ')))
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    }),
  },
  {
    options: ['place'],
    label: 'Which place it shows',
    isOf: always,
    isUsual: false,
    ask: async (_, { place }) => ({
      place: await line('Which place does it show?', 'an id; may be left empty', place),
    }),
  },
];
