import type { SearchAction, WebSite, WithContext } from 'schema-dts';
import { SEARCH_PATH } from '../../domain/url.ts';
import { site } from '../../site.ts';

/** The archive as schema.org’s `WebSite`, and how it is searched. https://schema.org/SearchAction */
export function webSite(address: (path: string) => string) {
  // The property belongs to every action that a form begins; the types do not know it.
  const search: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${address(SEARCH_PATH)}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': address('/'),
    url: address('/'),
    name: site.title,
    description: site.description,
    inLanguage: site.lang,
    potentialAction: search,
  } as const satisfies WithContext<WebSite>;
}
