/** Words with a full stop that ends no sentence. One in small letters holds in capitals too: “vol.”, “Vol.”, “VOL.” */
interface Abbreviations {
  /** Before a name or any other word. */
  word?: string;
  /** Before a number alone: “no. 3”, but not “He said no.” A single small letter is one in every language: “p. 1”. */
  number?: string;
  /** At the end of a name or number, where the next sentence may begin. */
  end?: string;
  /** What stands behind an ordinal: “13. März”. Where it has a small letter, as in most languages, nobody needs to know. */
  ordinal?: string;
}

const ALL: Abbreviations = {
  word: 'Dr Prof St Ste cf Co Bros',
  number: 'pp vol no nr art ca ed fig tel',
  end: 'etc Ltd Inc Corp pp vols',
};

const BY_LANGUAGE = new Map<string, Abbreviations>([
  [
    'en',
    {
      word: 'Mr Mrs Ms Messrs Gen Col Maj Capt Lt Cdr Cmdr Cpl Pte Pvt Sgt Adm Brig Sen Rep Gov Rev Hon Msgr Bp Fr Jr Sr Mt Ft Pt Supt Insp Det Cllr Ald vs viz e.g i.e',
      number:
        'nos vols figs pl pls ch chs sec sect para fol fols col cols pt pts bk ser iss approx est ext Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
      end: 'Ave Rd Sq Blvd Esq PhD yds ft lbs oz hrs mins al',
    },
  ],
  [
    'de',
    {
      word: 'z Hr Hrn Fr Frl Ing Dipl Hl Kgl Gebr bzw vgl sog geb gest ggf inkl',
      number:
        'bd bde jg abb kap bl sp taf ausg Jan Jän Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez',
      end: 'usw Str Pl Jh Jhd',
      ordinal:
        'Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Jh',
    },
  ],
  ['fr', { word: 'MM Mgr Me', number: 'fasc chap pl liv fol env févr avr juil sept oct nov déc' }],
  [
    'es',
    {
      word: 'Sr Sra Srta Sres Dra Dña Ud Uds Gral Cnel Tte Lic Ing Sto Sta Mons Hnos',
      number: 'pág págs núm núms lám cap fol aprox',
      end: 'Cía',
    },
  ],
  [
    'pt',
    {
      word: 'Sr Sra Srs Dra Gen Cel Eng Exmo Exma Sto Sta Av',
      number: 'pág págs núm cap fol aprox',
      end: 'Cia Ltda',
    },
  ],
  [
    'it',
    { word: 'sig dott avv ing arch mons gen', number: 'pag pagg num tav cap fasc fol', end: 'ecc' },
  ],
  ['nl', { word: 'dhr mevr mw drs ir ds jhr', number: 'blz afb jrg afl dl pag', end: 'enz' }],
  ['sv', { word: 'hr bl.a t.ex', number: 'bd årg kap', end: 'osv' }],
  ['da', { word: 'hr bl.a f.eks', number: 'bd årg kap tlf', end: 'osv' }],
  ['nb', { word: 'hr bl.a f.eks', number: 'bd årg kap tlf', end: 'osv' }],
  ['fi', { word: 'esim', number: 'nro puh', end: 'jne' }],
  ['pl', { word: 'św ul al gen płk kpt inż mgr ks', number: 'str rys', end: 'itd' }],
  ['cs', { word: 'sv ul gen', number: 'str obr roč', end: 'atd' }],
  ['ru', { word: 'гр им ул ген проф акад св', number: 'стр вып рис гл', end: 'др гг руб' }],
  ['uk', { word: 'гр ім вул ген проф св', number: 'стор вип рис', end: 'ін рр грн' }],
  ['hi', { word: 'डॉ श्री' }],
]);

type Sets = Record<keyof Abbreviations, ReadonlySet<string>>;
const setsByLanguage = new Map<string, Sets>();

/** The abbreviations of a language, given as a BCP 47 tag, with those that hold in all. */
function abbreviationsOf(lang: string): Sets {
  const [code = ''] = /^[a-z]*/.exec(lang.toLowerCase()) ?? [];
  const known = setsByLanguage.get(code);
  if (known) return known;
  const own = BY_LANGUAGE.get(code === 'no' || code === 'nn' ? 'nb' : code);
  const setOf = (use: keyof Abbreviations) =>
    new Set(`${ALL[use] ?? ''} ${own?.[use] ?? ''}`.split(' '));
  const sets: Sets = {
    word: setOf('word'),
    number: setOf('number'),
    end: setOf('end'),
    ordinal: setOf('ordinal'),
  };
  setsByLanguage.set(code, sets);
  return sets;
}

function isIn(words: ReadonlySet<string>, word: string): boolean {
  if (word === '') return false;
  const small = word.toLowerCase();
  const inCapitals = word === word.toUpperCase();
  return (
    words.has(word) ||
    words.has(small) ||
    (inCapitals && words.has(word.charAt(0) + small.slice(1)))
  );
}

/** An initial, in any script that has capitals; the letter of a title in Arabic and Hebrew. */
const INITIAL = /(?:^|\.)(?:\p{Lu}|[\u05d0-\u05ea\u0620-\u064a])$/u;
const SMALL_LETTER = /^\p{Ll}$/u;
/** What is counted: “12”, “A12”, “IV”. */
const NUMBER = /^[([]?(?:[A-Z]?\p{N}|[IVXLCDM]+(?![\p{L}\p{N}]))/u;
const PART_OF_DATE = /^\d{1,4}$/;
/** In “13. 3. 1911”, what follows such a part. */
const REST_OF_DATE = /^(?:\d{1,2}\.|\d{4}(?!\d))/;
/** At the very beginning, what counts the words that follow: “2.”, “Fig. 2.” */
const COUNTING = /^(?:\p{L}{1,8}\.?\s)?\p{N}{1,3}\.$/u;

/** How many characters are looked at on either side of a full stop. */
const NEAR = 16;

/** The word before a full stop, with the stops within it; undefined where no full stop is there. */
function wordBefore(text: string, end: number): string | undefined {
  const before = text.slice(Math.max(0, end - NEAR), end).trimEnd();
  if (!before.endsWith('.')) return undefined;
  return before
    .slice(0, -1)
    .split(/[^\p{L}\p{M}\p{N}.]/u)
    .at(-1);
}

/** Whether the full stop before an index of a text is one of an abbreviation, so that the sentence goes on. */
export function goesOn(text: string, end: number, lang: string): boolean {
  const word = wordBefore(text, end);
  if (word === undefined) return false;
  if (end <= NEAR && COUNTING.test(text.slice(0, end).trim())) return true;
  const sets = abbreviationsOf(lang);
  if (INITIAL.test(word) || isIn(sets.word, word)) return true;
  const next = text.slice(end, end + NEAR);
  if (PART_OF_DATE.test(word))
    return REST_OF_DATE.test(next) || isIn(sets.ordinal, /^\p{L}*/u.exec(next)?.[0] ?? '');
  return (SMALL_LETTER.test(word) || isIn(sets.number, word)) && NUMBER.test(next);
}

/** The words of a title, without the full stop that ends a sentence; one of an abbreviation or of “...” stays. */
export function withoutFullStop(text: string, lang: string): string {
  const word = wordBefore(text, text.length);
  if (word === undefined || !text.endsWith('.') || word.endsWith('.')) return text;
  const { word: before, end } = abbreviationsOf(lang);
  const isAbbreviated = word.includes('.') || INITIAL.test(word) || isIn(before, word);
  return isAbbreviated || isIn(end, word) ? text : text.slice(0, -1);
}
