import { fold } from '../language/fold.ts';
import { GRAMMARS } from '../language/grammars.ts';

// How words for civilians begin, by language: parts of regular expressions over folded text.
const CALLED = new Map<string, string>(
  Object.entries({
    en: 'civilian|non ?combatant',
    ar: '(?:ال|لل|بال|وال)?مدني',
    ca: 'civil',
    cs: 'civil',
    da: 'civil',
    de: 'zivil',
    es: 'civil',
    fa: '(?:غير ?نظامي)',
    fr: 'civil',
    he: '[והבכלמש]*אזרח',
    id: 'sipil|warga',
    it: 'civil',
    ja: '民間人|市民|文民',
    ko: '민간인|시민',
    nb: 'sivil',
    nl: 'burger',
    no: 'sivil',
    pl: 'cywil',
    pt: 'civi',
    ro: 'civil',
    ru: 'мирн|гражданск',
    sv: 'civil',
    tr: 'sivil',
    uk: 'цивіл|мирн',
    zh: '平民',
  }),
);
const UNSPACED = new Set(['ja', 'ko', 'zh']);

/** True where a text speaks of civilians, and for every text in a language that is not listed here. */
export function speaksOfCivilians(text: string, lang: string): boolean {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  const called = CALLED.get(language);
  if (called === undefined) return true;
  const edge = UNSPACED.has(language) ? '' : '(?<![\\p{L}\\p{M}])';
  return new RegExp(`${edge}(?:${fold(called)})`, 'u').test(fold(text));
}

/**
 * True where words speak of armed people too. All languages that the archive knows are tried: a label need not be in the
 * language of the text.
 */
export const speaksOfArmed = (text: string): boolean =>
  [...GRAMMARS.values()].some((grammar) => grammar.speaksOfArmed(text));
