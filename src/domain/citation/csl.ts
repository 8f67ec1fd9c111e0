import type { Reference } from './reference.ts';

/** A reference as an item of CSL-JSON, as citation processors read it. https://docs.citationstyles.org/ */
export function cslItem({
  title,
  authors,
  summary,
  subjects,
  publication,
  holding,
  locator: { volume, issue, edition, page },
  archive,
  date,
  statedLang,
  url,
}: Reference) {
  return {
    id: url,
    type: 'article-newspaper' as const,
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(publication && { 'container-title': publication }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(edition && { edition }),
    ...(page && { page }),
    issued: { 'date-parts': [date.split('-').map(Number)] },
    ...(statedLang && { language: statedLang }),
    ...(summary && { abstract: summary }),
    ...(subjects.length > 0 && { keyword: subjects.join(', ') }),
    ...(holding === 'copy' && { archive: archive.title }),
    // What holds the record alone is a catalogue to CSL, no archive.
    ...(holding === 'record' && { source: archive.title }),
    URL: url,
  };
}
