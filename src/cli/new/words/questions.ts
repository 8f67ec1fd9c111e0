import { NO_TRANSCRIPT } from '../../../domain/media/medium-fields.ts';
import { Refusal } from '../../../errors/refusal.mjs';
import { type Asked, line, type Question } from '../question.ts';
import { wordsIn } from './given.ts';
import { HEARD, langObjection } from './options.ts';

/** Asks for a file of words, which is looked at before the next question. An empty answer is that there is none. */
const wordsAsked = (
  as: 'ocr' | 'transcript' | 'captions',
  message: string,
  before: string | undefined,
  { file, entry }: Asked,
) =>
  line(message, 'a file; empty where there is none', before, (name) => {
    if (name === '') return undefined;
    try {
      wordsIn(as, name, file, entry);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  });

const OCR: Question = {
  options: ['ocr'],
  label: 'Its words',
  isOf: (kind) => kind === 'facsimile',
  isUsual: true,
  ask: async (_, before, of) => ({
    ocr: await wordsAsked('ocr', 'Its words with their places, as ALTO or hOCR', before.ocr, of),
  }),
};

const TRANSCRIPT: Question = {
  options: ['transcript'],
  label: 'What is heard',
  isOf: (kind) => HEARD.includes(kind),
  isUsual: true,
  ask: async (_, { transcript }, of) => {
    const before = transcript === NO_TRANSCRIPT ? undefined : transcript;
    const message = 'What is heard in it, as plain text or WebVTT';
    return { transcript: (await wordsAsked('transcript', message, before, of)) || NO_TRANSCRIPT };
  },
};

const CAPTIONS: Question = {
  options: ['captions', 'lang'],
  label: 'Captions and their language',
  isOf: (kind) => kind === 'video',
  isUsual: true,
  ask: async (now, before, of) => {
    const captions =
      now.captions ??
      (await wordsAsked('captions', 'Its captions, as WebVTT', before.captions, of));
    if (captions === '') return { captions };
    const lang = await line('In which language are its captions?', 'en', before.lang, (tag) =>
      langObjection('lang', tag),
    );
    return { captions, lang };
  },
};

/** The questions about words of a medium. */
export const OF_WORDS: readonly Question[] = [OCR, TRANSCRIPT, CAPTIONS];
