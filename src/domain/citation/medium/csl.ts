import { labelledCredit, type MediumReference } from './reference.ts';
import { TYPES } from './type.ts';

/** A reference to a medium as an item of CSL-JSON. Without `issued` a processor writes that it has no date. */
export function mediumCslItem({
  kind,
  genre,
  title,
  creator,
  credit,
  source,
  publication,
  date,
  statedLang,
  caption,
  archive,
  url,
}: MediumReference) {
  return {
    id: url,
    type: TYPES[kind].csl,
    title,
    genre,
    ...(creator && { author: [{ literal: creator }] }),
    ...(publication && { 'container-title': publication }),
    ...(date && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(statedLang && { language: statedLang }),
    ...(caption && caption !== title && { abstract: caption }),
    ...(credit && { note: labelledCredit(credit, 'Credit: ') }),
    ...(source && { source }),
    archive: archive.title,
    URL: url,
  };
}
