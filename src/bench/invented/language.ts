import type { Script } from './script.ts';

/** A language to invent texts in. */
export interface Language {
  /** Its BCP 47 tag; undefined for the language of the site. */
  tag: string | undefined;
  script: Script;
  comma: string;
  /** Its function words, such as “the”, the frequent ones first. */
  small: string[];
  /** Its most frequent other words; all rarer ones are invented. */
  common: string[];
  /** Endings that some invented words get. */
  endings: string[];
}

const words = (text: string) => text.trim().split(/\s+/);

/** The language of the site: most articles are in it. */
export const ENGLISH: Language = {
  tag: undefined,
  script: 'latin',
  comma: ',',
  small: words(`
    the of to and in a on for that with by at from as was were it is be has had after before an not this which but
    they their its his her over under into about who when while also more than between all some near against one two
    no or where during since until because although both each if out up down off then there`),
  common: words(`
    said council year people government city day water report minister week harbour ferry road school month company
    price work house plan law court market police station bridge train line river storm season village region vote
    office meeting worker fund board harvest hospital union member club match team player ship port field farm winter
    summer morning evening night repair cost budget paper letter answer question talk visit return opening closing new
    old local public open large small early late long high low next last first second third former young private`),
  endings: words('s s s ed ing er'),
};

/** Other languages, which some articles have; two of them are written from right to left. */
export const FOREIGN: readonly Language[] = [
  {
    tag: 'ar',
    script: 'arabic',
    comma: '،',
    small: words('في من على إلى أن عن مع هذا التي الذي كان بعد قبل بين كل أو ثم حتى'),
    common: words('قال المدينة الماء السنة اليوم الطريق المجلس الميناء المدرسة السوق'),
    endings: words('ات ون ين'),
  },
  {
    tag: 'he',
    script: 'hebrew',
    comma: ',',
    small: words('של את על לא הוא זה עם כי גם אל היה אך או כל בין אחרי לפני עד'),
    common: words('אמר העיר המים השנה היום הדרך המועצה הנמל השוק'),
    endings: words('ים ות'),
  },
  {
    tag: 'ru',
    script: 'cyrillic',
    comma: ',',
    small: words('в и не на что с по как для от из к за о до при после между или если уже'),
    common: words('сказал город вода год день дорога совет порт школа рынок'),
    endings: words('ы ов ами ой'),
  },
];
