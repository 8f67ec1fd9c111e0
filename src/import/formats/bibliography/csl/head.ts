import type { Head } from '../../head.ts';

/** The types of CSL that another form of JSON does not have, or has with none of the fields beside. */
const TYPE =
  /"type"\s{0,9}:\s{0,9}"(?:article|article-journal|article-magazine|article-newspaper|bill|book|broadcast|chapter|classic|collection|dataset|document|entry|entry-dictionary|entry-encyclopedia|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post|post-weblog|regulation|report|review|review-book|software|song|speech|standard|thesis|treaty|webpage)"/;
const FIELD = /"(?:issued|container-title|citation-key|citation-label)"\s{0,9}:/;

/** Whether a source is CSL-JSON: a list of items of its types, or one, with a field that it alone has. */
export const isCsl = ({ text }: Pick<Head, 'text'>): boolean =>
  /^\[\s{0,99}\{|^\{/.test(text) && TYPE.test(text) && FIELD.test(text);
