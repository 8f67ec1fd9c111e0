/** A page that search engines are told of. */
export interface ListedPage {
  url: string;
  /** The last day on which it changed, where that is known from the content, YYYY-MM-DD. */
  changed?: string | undefined;
  /** Addresses of the pictures that it shows. */
  images?: readonly string[];
}

/** The path of the sitemap, or of the index of its parts. */
export const SITEMAP_PATH = '/sitemap.xml';

// The protocol allows 50,000 addresses and 50 MB a file.
const MOST = 20_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
// https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
const IMAGES = 'http://www.google.com/schemas/sitemap-image/1.1';
const MOST_IMAGES = 1000;
const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const imageEntry = (url: string) =>
  `<image:image><image:loc>${escaped(url)}</image:loc></image:image>`;
const entry =
  (name: string) =>
  ({ url, changed, images = [] }: ListedPage) =>
    `<${name}><loc>${escaped(url)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${images.slice(0, MOST_IMAGES).map(imageEntry).join('')}</${name}>`;
const hasImages = (pages: readonly ListedPage[]) =>
  pages.some(({ images = [] }) => images.length > 0);
const file = (root: string, name: string, pages: readonly ListedPage[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}"${hasImages(pages) ? ` xmlns:image="${IMAGES}"` : ''}>\n${pages.map(entry(name)).join('\n')}\n</${root}>\n`;

/** The sitemap by path: one file, or where the archive is large an index and its parts. https://www.sitemaps.org/protocol.html */
export function sitemapFiles(
  pages: readonly ListedPage[],
  address: (path: string) => string,
): Map<string, string> {
  if (pages.length <= MOST) return new Map([[SITEMAP_PATH, file('urlset', 'url', pages)]]);
  const parts = Array.from({ length: Math.ceil(pages.length / MOST) }, (_, index) => {
    const inPart = pages.slice(index * MOST, (index + 1) * MOST);
    return {
      path: `/sitemap-${index + 1}.xml`,
      text: file('urlset', 'url', inPart),
      changed:
        inPart
          .map(({ changed = '' }) => changed)
          .toSorted()
          .at(-1) || undefined,
    };
  });
  const index = parts.map(({ path, changed }) => ({ url: address(path), changed }));
  return new Map([
    [SITEMAP_PATH, file('sitemapindex', 'sitemap', index)],
    ...parts.map(({ path, text }): [string, string] => [path, text]),
  ]);
}
