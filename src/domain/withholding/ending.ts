/**
 * Endings that a word of a name takes in the languages of a script. An ending is added to the word. If the word ends in
 * what `final` matches, such as a vowel, the ending may also replace that.
 */
const ENDINGS: [script: RegExp, final: RegExp, endings: string][] = [
  [
    /^\p{Script=Cyrillic}/u,
    /[аеиоуыэюяйьъ]$/iu,
    'а у е и ы я ю ом ем ым им ой ей ою ею ов ев ых их ам ям ах ях ами ями ыми ими ого его ому ему ую ая ия ию ием ии ові',
  ],
  [/^\p{Script=Greek}/u, /(?:[οηαυω]ς|[αεηιουωςάέήίόύώ])$/iu, 'ος η ης α ας ο ου ε οι ων ους'],
  [/^\p{Script=Armenian}/u, /$^/u, 'ը ի ին ից ով ում ն ներ ներին ների'],
  [/^\p{Script=Georgian}/u, /ი$/u, 'ს მა ის ით მ ი ად ები'],
  [
    /^\p{Script=Latin}/u,
    /[aeiouy]$/iu,
    's es en n ns a u y i e em om ou ie owi ovi owie ovou owa ova in un nin nun da de ta nak nek lla lle ssa sta',
  ],
];

/**
 * A Latin name of one word takes only these endings, as in “Quorbles”. Others could make another name: “Martin” is no
 * form of Marti.
 */
const PLURAL = ['s', 'es'];

/**
 * The forms of a word of a name, one for each ending that it may take. The word itself is not among them.
 *
 * @param isAlone true if the name has no other word
 */
export function inflected(word: string, isAlone: boolean): string[] {
  const found = ENDINGS.find(([script]) => script.test(word));
  if (!found) return [];
  const [script, final, endings] = found;
  if (isAlone && script.test('a')) return PLURAL.map((ending) => word + ending);
  const stem = word.replace(final, '');
  const isWhole = stem.length < 3 || stem === word;
  return endings
    .split(' ')
    .flatMap((ending) => (isWhole ? [word + ending] : [word + ending, stem + ending]))
    .filter((form) => form.toLowerCase() !== word.toLowerCase());
}
