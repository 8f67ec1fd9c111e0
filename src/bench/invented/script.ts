import type { Chance } from './chance.ts';

/** Letters for the same sounds in several scripts, so that an invented word can be written in each of them. */

// biome-ignore format: the letters of a sound stand under one another
const LETTERS = {
  latin: {
    openings: 'b f h j l n p r w y dv gv kv mr sv tv vr zl zm zr'.split(' '),
    onsets: 'b d f g k l m n r s t v z'.split(' '), vowels: 'a e i o u'.split(' '), endings: 'lt mb sk rv lm'.split(' '),
  },
  accented: {
    openings: 'b f ħ j ł ñ p ř w ý ďv ğv kv mř šv ťv vř žl žm žr'.split(' '),
    onsets: 'b ď f ğ k ł m ñ ř š ť v ž'.split(' '), vowels: 'á é í ø ü'.split(' '), endings: 'łt mb šk řv łm'.split(' '),
  },
  cyrillic: {
    openings: 'б ф х й л н п р у ы дв гв кв мр св тв вр зл зм зр'.split(' '),
    onsets: 'б д ф г к л м н р с т в з'.split(' '), vowels: 'а е и о у'.split(' '), endings: 'лт мб ск рв лм'.split(' '),
  },
  arabic: {
    openings: 'ب ف ه ج ل ن پ ر و ي دف غف كف مر سف تف فر زل زم زر'.split(' '),
    onsets: 'ب د ف غ ك ل م ن ر س ت ف ز'.split(' '), vowels: 'ا ي ي و و'.split(' '), endings: 'لت مب سك رف لم'.split(' '),
  },
  hebrew: {
    openings: 'ב פ ה ג ל נ פ ר ו י דב גב קב מר סב טב בר זל זמ זר'.split(' '),
    onsets: 'ב ד פ ג ק ל מ נ ר ס ט ו ז'.split(' '), vowels: 'א י י ו ו'.split(' '), endings: 'לט מב סק רב לם'.split(' '),
  },
};

export type Script = keyof typeof LETTERS;

/** Writes an invented word or name in a script. */
export type Spelt = (script: Script) => string;

// Every script has the same number of each.
const COUNTS = LETTERS.latin;
const ONSETS = COUNTS.onsets.length;
const SYLLABLES = ONSETS * COUNTS.vowels.length;

/** Writes a word with a capital, where the script has capitals. */
export const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** An invented word for a whole number from 0. Smaller numbers have shorter words. */
export function wordOf(number: number, script: Script): string {
  const { onsets, vowels } = LETTERS[script];
  let word = '';
  // Words have at least two syllables, so that they are not mistaken for function words.
  for (let rest = number + SYLLABLES; rest >= 0; rest = Math.floor(rest / SYLLABLES) - 1) {
    const syllable = rest % SYLLABLES;
    word += `${onsets[syllable % ONSETS]}${vowels[Math.floor(syllable / ONSETS)]}`;
  }
  return word;
}

/** Invents the root of a name. Its ending is one that hardly any real name has, so that it names nobody. */
export function inventRoot(chance: Chance): Spelt {
  const syllable = (openings: readonly string[]) => ({
    onset: chance.below(openings.length),
    vowel: chance.below(COUNTS.vowels.length),
  });
  const first = syllable(COUNTS.openings);
  const others = Array.from({ length: 1 + chance.below(2) }, () => syllable(COUNTS.onsets));
  const ending = chance.below(COUNTS.endings.length);
  return (script) => {
    const { openings, onsets, vowels, endings } = LETTERS[script];
    const inner = others.map(({ onset, vowel }) => `${onsets[onset]}${vowels[vowel]}`).join('');
    return capital(`${openings[first.onset]}${vowels[first.vowel]}${inner}${endings[ending]}`);
  };
}
