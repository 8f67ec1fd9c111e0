declare module 'html-metadata' {
  import type { CheerioAPI } from 'cheerio';

  type Fields = Record<string, string | string[] | undefined>;
  /** What a page says of itself by names that begin with `DC.`, `citation_` and `og:`, these left out. */
  export function parseDublinCore(page: CheerioAPI): Promise<Fields>;
  export function parseHighwirePress(page: CheerioAPI): Promise<Fields>;
  export function parseOpenGraph(page: CheerioAPI): Promise<Fields>;
}
