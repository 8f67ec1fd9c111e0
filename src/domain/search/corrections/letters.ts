/**
 * Letters of scripts that write sounds, as Latin letters, so that one rule of sounds serves all of them. In Arabic and
 * Hebrew those that may stand for a vowel are written as one. A script that is not here has its own letters as sounds.
 */

// biome-ignore format: a table reads better than a column
const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
  // Cyrillic
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'y', ь: '',
  э: 'e', є: 'e', ю: 'yu', я: 'ya', ј: 'y', љ: 'l', њ: 'n', ћ: 'ch', ђ: 'dj', џ: 'dzh', ѕ: 'dz', қ: 'k', ғ: 'g', ң: 'n', ұ: 'u', ү: 'u', ө: 'o', һ: 'h', ә: 'a',
  // Greek
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o',
  π: 'p', ρ: 'r', σ: 's', τ: 't', υ: 'y', φ: 'f', χ: 'kh', ψ: 'ps', ω: 'o',
  // Arabic, also of Persian and Urdu
  ا: 'a', و: 'u', ي: 'i', ه: 'h', ع: 'a', ء: '', ے: 'i', ب: 'b', پ: 'p', ت: 't', ث: 'th', ط: 't', د: 'd', ذ: 'dh', ض: 'd', ظ: 'd',
  ٹ: 't', ڈ: 'd', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', ر: 'r', ڑ: 'r', ز: 'z', ژ: 'zh', س: 's', ص: 's', ش: 'sh', غ: 'gh', ف: 'f',
  ڤ: 'v', ق: 'q', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ں: 'n', ھ: 'h', ہ: 'h',
  // Hebrew
  א: 'a', ה: 'h', ו: 'u', י: 'i', ע: 'a', ב: 'b', ג: 'g', ד: 'd', ז: 'z', ח: 'kh', ט: 't', כ: 'k', ך: 'k', ל: 'l', מ: 'm', ם: 'm',
  נ: 'n', ן: 'n', ס: 's', פ: 'p', ף: 'p', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'sh', ת: 't',
}));

/** Folded letters as Latin ones; as they are, where their script has no table. */
export const latinLetters = (letters: string): string[] =>
  // Nearly all are, and some thousand words may be compared.
  /^[a-z]*$/.test(letters)
    ? letters.split('')
    : Array.from(letters).flatMap((letter) => Array.from(LATIN.get(letter) ?? letter));
