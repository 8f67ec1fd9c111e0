import type { Kind } from '../../archive/authority.ts';
import type { Figure } from '../../archive/figure.ts';
import { findMentions, needles } from '../../archive/mention.ts';
import { sentencesOf } from '../../archive/sentence.ts';
import { freeSlug, slugOf } from '../../archive/slug.ts';
import { isStatedIn } from '../../archive/stated-words.ts';
import { type Claim, claimsIn, isSameClaim } from './claim.ts';

const CUMULATIVE = /\b(?:since|so far|to date|in all|altogether|toll)\b/iu;
const WORDS_OF: Record<Figure['measure'], string> = {
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  abducted: 'abducted',
  detained: 'detained',
  displaced: 'displaced',
};

/** The counts of casualties that an English text states. `names` are those that it mentions, by id. */
export function suggestFigures(
  paragraphs: readonly string[],
  lang: string,
  date: string,
  spellings: Parameters<typeof needles>[0],
): Figure[] {
  if (new Intl.Locale(lang).language !== 'en') return [];
  const looked = needles(spellings);
  const figures: Figure[] = [];
  const said: Claim[] = [];
  const ids = new Set<string>();
  for (const paragraph of paragraphs) {
    for (const { text } of sentencesOf(paragraph, lang)) {
      let group = '';
      const mentions = new Map<string, ReturnType<typeof findMentions>>();
      for (const claim of claimsIn(text)) {
        const asStated = text.slice(claim.start, claim.end);
        // “300 dead” said again further down is the same count.
        if (said.some((other) => isSameClaim(other, claim))) continue;
        if (asStated.length > 500 || !isStatedIn(paragraph, asStated)) continue;
        said.push(claim);
        group = claim.group || group;
        const found = mentions.get(text) ?? findMentions(text, looked);
        mentions.set(text, found);
        const { start, end, group: _, ...counted } = claim;
        const id = freeSlug(
          slugOf(`${group || 'people'} ${WORDS_OF[claim.measure]}`, 'figure'),
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

const WITHIN =
  /\b(?:in|at|near|off|outside|inside|around|across|throughout)(?: the| a| an)?(?: [\p{L}-]+){0,2} ?$/iu;

/** The place in which the sentence says it was: in the words of the count, after them, or before them; else not stated. */
function placeOf(found: Found, text: string, start: number, end: number): string {
  const places = found
    .map((one) => ({ ...one, id: idOf(one, 'places') }))
    .filter((one) => one.id !== undefined && WITHIN.test(text.slice(0, one.start)));
  const after = places.find((one) => one.start >= start);
  const before = places.findLast((one) => one.end <= end);
  return (after ?? before)?.id ?? 'unknown';
}

const SAYS_BEFORE =
  /(?:according to|reported by|figures (?:from|of)|data from|numbers from)(?: the| its| [a-z]+)*\s*$/iu;
const SAYS_AFTER =
  /^(?:['’]s)?,? (?:said|says|reported|reports|announced|put|estimates|estimated|counted)\b/iu;

/** The organisation that the sentence says counted; else it is not stated. */
function counterOf(found: Found, text: string): string {
  const counter = found.find(
    (one) =>
      idOf(one, 'organisations') &&
      (SAYS_BEFORE.test(text.slice(0, one.start)) || SAYS_AFTER.test(text.slice(one.end))),
  );
  return (counter && idOf(counter, 'organisations')) ?? 'unknown';
}
