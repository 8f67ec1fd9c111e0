import type { APIRoute } from 'astro';
import { OPENSEARCH_PATH, SEARCH_PATH } from '../domain/url.ts';
import { site } from '../site.ts';
import { addressOf } from '../site-address.ts';

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Tells a browser how to search this archive from its address bar. https://github.com/dewitt/opensearch */
export const GET: APIRoute = () => {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escaped(site.title.slice(0, 16))}</ShortName>`,
    `<Description>${escaped(`Search ${site.title} by name, place or words.`.slice(0, 1024))}</Description>`,
    `<Language>${escaped(site.lang)}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image type="image/svg+xml">${escaped(addressOf('/favicon.svg'))}</Image>`,
    `<Url type="text/html" template="${escaped(addressOf(SEARCH_PATH))}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escaped(addressOf(OPENSEARCH_PATH))}"/>`,
    '</OpenSearchDescription>',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
};
