import type { Kind } from '../../domain/authorities/authority.ts';
import { findMentions, needles } from '../../domain/authorities/mention.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { isStatedIn } from '../../domain/figures/stated-words.ts';
import type { StatedCount } from '../../domain/language/grammar.ts';
import { grammarOf } from '../../domain/language/grammars.ts';
import { sentencesOf } from '../../domain/language/sentence.ts';
import { freeSlug, slugOf } from '../../domain/slug.ts';

const CUMULATIVE = /\b(?:since|so far|to date|in all|altogether|toll)\b/iu;
const WORDS_OF: Record<Figure['measure'], string> = {
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  abducted: 'abducted',
  detained: 'detained',
  displaced: 'displaced',
};

/** The most figures that are suggested of one text: nobody goes through more. */
export const MOST_FIGURES = 60;

/** The counts of casualties that a text states in a language whose grammar is known, the first of them. `names` are those that it mentions, by id. */
export function suggestFigures(
  paragraphs: readonly string[],
  lang: string,
  date: string,
  spellings: Parameters<typeof needles>[0],
): Figure[] {
  const grammar = grammarOf(lang);
  if (!grammar) return [];
  const looked = needles(spellings);
  const figures: Figure[] = [];
  const said: StatedCount[] = [];
  const ids = new Set<string>();
  for (const paragraph of paragraphs) {
    for (const { text } of sentencesOf(paragraph, lang)) {
      let group = '';
      const mentions = new Map<string, ReturnType<typeof findMentions>>();
      for (const count of grammar.countsIn(text)) {
        if (figures.length === MOST_FIGURES) return figures;
        const asStated = text.slice(count.start, count.end);
        // “300 dead” said again further down is the same count.
        if (said.some((other) => grammar.isSameCount(other, count))) continue;
        const around = text.slice(Math.max(0, count.start - 2), count.end + 2);
        if (asStated.length > 500 || !isStatedIn(around, asStated)) continue;
        said.push(count);
        group = count.group || group;
        const found = mentions.get(text) ?? findMentions(text, looked);
        mentions.set(text, found);
        const { start, end, group: _, ...counted } = count;
        const id = freeSlug(
          slugOf(`${group || 'people'} ${WORDS_OF[count.measure]}`, 'figure'),
          (other) => ids.has(other),
        );
        ids.add(id);
        figures.push({
          id,
          ...counted,
          asStated,
          group: { label: group || 'people', status: 'unknown' },
          place: placeOf(found, text, start, end),
          countType: CUMULATIVE.test(text) ? 'cumulative' : 'incident',
          asOf: date,
          countedBy: counterOf(found, text),
        });
      }
    }
  }
  return figures;
}

type Found = ReturnType<typeof findMentions>;
const idOf = (found: Found[number], kind: Kind) =>
  found.records.length === 1 && found.records[0]?.kind === kind ? found.records[0].id : undefined;

/** The words before a place of a text, as far as they can be of one phrase. */
const before = (text: string, at: number) => text.slice(Math.max(0, at - 120), at);

const IN = new Set([
  'in',
  'at',
  'near',
  'off',
  'outside',
  'inside',
  'around',
  'across',
  'throughout',
]);
const ARTICLES = new Set(['the', 'a', 'an']);
const MOST_BETWEEN = 2;

/** Whether a text ends in words that lead to a place: “near the”, “in the northern city of” is too far. */
function leadsInto(text: string): boolean {
  const words = text
    .trimEnd()
    .toLowerCase()
    .split(' ')
    .slice(-(MOST_BETWEEN + 2));
  return words.some((word, at) => {
    const between = words.slice(at + 1);
    if (ARTICLES.has(between[0] ?? '')) between.shift();
    return (
      IN.has(word.replace(/^.*\P{L}/su, '')) &&
      between.length <= MOST_BETWEEN &&
      between.every((one) => /^[\p{L}-]+$/u.test(one))
    );
  });
}

/** The place that the sentence gives: in the words of the count, after them, or before them; otherwise not stated. */
function placeOf(found: Found, text: string, start: number, end: number): string {
  const places = found
    .map((one) => ({ ...one, id: idOf(one, 'places') }))
    .filter((one) => one.id !== undefined && leadsInto(before(text, one.start)));
  const after = places.find((one) => one.start >= start);
  const prior = places.findLast((one) => one.end <= end);
  return (after ?? prior)?.id ?? 'unknown';
}

const SAYS_BEFORE = [
  'according to',
  'reported by',
  'figures from',
  'figures of',
  'data from',
  'numbers from',
];

/** Whether a text ends in words that lead to a source: “according to the”. */
const saysBefore = (text: string) =>
  SAYS_BEFORE.some((words) => {
    const at = text.toLowerCase().lastIndexOf(words);
    return at >= 0 && /^(?: [a-z]+)*\s*$/iu.test(text.slice(at + words.length));
  });
const SAYS_AFTER =
  /^(?:['’]s)?,? (?:said|says|reported|reports|announced|put|estimates|estimated|counted)\b/iu;

/** The organisation that the sentence says counted; else it is not stated. */
function counterOf(found: Found, text: string): string {
  const counter = found.find(
    (one) =>
      idOf(one, 'organisations') &&
      (saysBefore(before(text, one.start)) || SAYS_AFTER.test(text.slice(one.end))),
  );
  return (counter && idOf(counter, 'organisations')) ?? 'unknown';
}
