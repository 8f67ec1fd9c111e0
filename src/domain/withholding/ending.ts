/** Endings that the last word of a name takes in the languages of a script; after a final vowel they stand for it too. */
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

/** Of a name of one word only these are told from another name: Quorbles, and no Martin of Marti. */
const PLURAL = ['s', 'es'];

/** A word of a name with the endings that it may take. @param isAlone where the name has no other word */
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
