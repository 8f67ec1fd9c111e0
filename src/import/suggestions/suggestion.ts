import type { z } from 'astro/zod';
import { suggestedSchema } from '../../domain/article/suggested.ts';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { findMentions, needles } from '../../domain/authorities/mention.ts';
import { foldedWords } from '../../domain/language/fold.ts';
import type { AuthorityFile } from '../matching/authority-file.ts';
import { mediumWords } from './medium-word.ts';
import { namesIn } from './name.ts';

/** What a text seems to say beyond what its source states: names and counts, to be looked at before they are published. */
export type Suggested = z.infer<typeof suggestedSchema>;

/** The most names that are suggested of one text: nobody goes through more. */
export const MOST_NAMES = 300;

/**
 * Names that a text holds: of the records that there are, and what else looks like one.
 *
 * @param listed ids that are known already
 * @param headline in which records are looked for alone: its capitals tell no names
 */
export function suggestNames(
  paragraphs: readonly string[],
  lang: string,
  authorityFile: AuthorityFile,
  listed: ReadonlySet<string>,
  headline = '',
): Pick<Suggested, Kind> {
  const suggested: Pick<Suggested, Kind> = { people: [], places: [], organisations: [] };
  const filed = new Set(listed);
  const covered = new Set<string>();
  let left = MOST_NAMES;
  const texts = [headline, ...paragraphs];
  const looked = needles(authorityFile.spellingsIn(new Set(texts.flatMap(foldedWords))));
  for (const paragraph of looked.length > 0 ? texts : []) {
    for (const { records, start, end } of findMentions(paragraph, looked)) {
      const [record] = records;
      const words = paragraph.slice(start, end);
      covered.add(words);
      // A spelling that two records share identifies neither.
      if (!record || records.length > 1 || filed.has(record.id) || left-- <= 0) continue;
      filed.add(record.id);
      suggested[record.kind].push({ name: words, id: record.id, aliases: [] });
    }
  }
  if (new Intl.Locale(lang).language !== 'en') return suggested;
  for (const { kind, name, aliases } of namesIn(paragraphs)) {
    const [known] = authorityFile.find(kind, name);
    if ((known ? filed.has(known.id) : covered.has(name)) || left-- <= 0) continue;
    if (known) filed.add(known.id);
    suggested[kind].push({ name, aliases, ...(known && { id: known.id }) });
  }
  return suggested;
}

/** Nothing that is suggested. */
export const nothingSuggested = (): Suggested => suggestedSchema.parse({});

/** True where nothing is suggested. */
export const isEmpty = (suggested: Suggested): boolean =>
  suggested.figures.length === 0 &&
  mediumWords(suggested).length === 0 &&
  KINDS.every((kind) => suggested[kind].length === 0);

/** The suggestions that an entry can hold. A text of odd characters may give others, and none of those is a name. */
export function soundOf(suggested: Suggested): Suggested {
  const isSound = (some: Partial<Suggested>) => suggestedSchema.safeParse(some).success;
  return {
    people: suggested.people.filter((one) => isSound({ people: [one] })),
    places: suggested.places.filter((one) => isSound({ places: [one] })),
    organisations: suggested.organisations.filter((one) => isSound({ organisations: [one] })),
    figures: suggested.figures.filter((one) => isSound({ figures: [one] })),
    media: suggested.media.filter((one) => isSound({ media: [one] })),
  };
}
