import type { Reference } from './reference.ts';

/** A reference as an item of CSL-JSON, as citation processors read it. https://docs.citationstyles.org/ */
export function cslItem({
  title,
  author,
  publication,
  isArchived,
  archive,
  date,
  lang,
  url,
}: Reference) {
  return {
    id: url,
    type: 'article-newspaper' as const,
    title,
    ...(author && { author: [{ literal: author }] }),
    'container-title': publication,
    issued: { 'date-parts': [date.split('-').map(Number)] },
    language: lang,
    ...(isArchived && { archive: archive.title }),
    URL: url,
  };
}
