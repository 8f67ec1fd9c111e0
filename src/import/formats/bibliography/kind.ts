import { shownWords } from '../../../domain/problem.ts';
import { type Given, textsIn } from '../fields/given.ts';
import { whyWithheld } from '../fields/withheld.ts';
import type { PassedOver, Skipped } from '../skipped.ts';

/** Which works of a bibliography are articles of newspapers, magazines, journals and sites. All others are passed over. */

const words = (list: string) => new Set(list.split(' '));

/** Kinds by what the forms call them, in small letters without signs. */
const ARTICLES = words(
  [
    // BibTeX and BibLaTeX
    'article suppperiodical newspaper newspaperarticle newsarticle magazine magazinearticle online electronic www webpage',
    // RIS
    'news mgzn jour ejour ejou elec blog web',
    // CSL-JSON and Zotero
    'articlenewspaper articlemagazine articlejournal post postweblog blogpost forumpost journalarticle pressrelease',
  ].join(' '),
);

const OTHERS: readonly [as: PassedOver, kinds: ReadonlySet<string>][] = [
  [
    'book',
    words(
      'book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection reference mvreference inreference chapter booksection echap ebook edbook chap ency entry entrydictionary entryencyclopedia dictionaryentry encyclopediaarticle dict serial ser',
    ),
  ],
  ['thesis', words('thesis dissertation phdthesis mastersthesis bachelorsthesis thes')],
  ['letter', words('letter pcomm personalcommunication email')],
  ['manuscript', words('manuscript unpublished unpb')],
  ['interview', words('interview')],
  ['report', words('report techreport rprt govdoc document standard stand')],
  [
    'paper',
    words(
      'inproceedings conference proceedings mvproceedings conf cpaper paperconference conferencepaper',
    ),
  ],
  [
    'recording',
    words(
      'audio video movie music performance artwork image adve sound song motionpicture broadcast graphic mpct vide audiorecording videorecording film tvbroadcast radiobroadcast podcast advs mult musc',
    ),
  ],
];

const letters = (kind: string) => kind.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Why a work is passed over; nothing where it is an article. */
export function whyOther(kind: string): Skipped | undefined {
  const word = letters(kind);
  if (ARTICLES.has(word)) return undefined;
  const as = OTHERS.find(([, kinds]) => kinds.has(word))?.[0] ?? 'kind';
  return {
    as,
    skipped: `it is of the kind “${shownWords(kind)}”, no article of a newspaper, magazine or site`,
  };
}

const STATED =
  /\b(?:letter|interview|manuscript|e-?mail|thesis|dissertation|report|film|video|podcast|broadcast|software|dataset|slides|talk|map)\b/iu;

/** Why a work of no stated kind is passed over: it is none of the web, or says itself that it is something else. */
export function whyLoose(kind: string, isOnline: boolean, said: string): Skipped | undefined {
  const what = STATED.exec(said)?.[0];
  if (what !== undefined) return whyOther(what);
  if (isOnline) return undefined;
  return {
    as: 'kind',
    skipped: `it is of the kind “${shownWords(kind)}” and has no address: nothing says that it is an article`,
  };
}

const PUBLISHED = words('published print online');

/** Why a work that says this of its status is passed over: it may not be published. */
export function whyUnpublished(status: string | undefined): Skipped | undefined {
  const word = letters(status ?? '');
  return word === '' || PUBLISHED.has(word)
    ? undefined
    : { as: 'draft', skipped: `its status is “${shownWords(status ?? '')}”, not published` };
}

/**
 * Why a work is passed over whose fields say, by the names that all forms have for it, that it is not public. That it
 * is in print is said of works alone.
 */
export const whyNotPublic = (given: readonly Given[]): Skipped | undefined =>
  whyWithheld(given.filter(([, value]) => !PUBLISHED.has(letters(textsIn(value).join()))));
