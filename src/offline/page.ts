import { RewritingStream } from 'parse5-html-rewriting-stream';
import { type PackedSite, packedCaptions, packedLink, packedPictures } from './link.ts';

// What a page on a disk may do. 'self' cannot be used: a browser treats each file on a disk as a site of its own.
const POLICY =
  "default-src 'none'; style-src file:; script-src file:; img-src file: data:; media-src file: data:; form-action file:; base-uri 'none'";

/** Links for programs on the network; they are useless on a disk. */
const OF_THE_NETWORK = /^(search|alternate)$/;

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Attributes = { name: string; value: string }[];

const attributeOf = (attributes: Attributes, name: string) =>
  attributes.find((attribute) => attribute.name === name)?.value;

/** The line under every page with the archive's public address. */
const origin = (address: URL) =>
  `<p>A copy for reading without a network. The archive is at <a href="${escaped(address.href)}">${escaped(address.href)}</a>.</p>`;

/**
 * A built page, changed so that it can be opened from a disk: its links lead to files of the pack, and it has no scripts,
 * since browsers load no modules from a disk.
 * @param from the page's own file
 * @param main replaces the content of a page that needs a network
 */
export function packedPage(html: string, from: string, site: PackedSite, main?: string): string {
  const parts: string[] = [];
  const rewriter = new RewritingStream();
  rewriter.on('data', (part: string) => parts.push(part));
  // The left-out element that is open now.
  let within: 'main' | 'script' | undefined;
  rewriter.on('startTag', (tag) => {
    if (within) return;
    const { tagName, attrs } = tag;
    if (tagName === 'noscript') return;
    if (tagName === 'script' && attributeOf(attrs, 'type') !== 'application/ld+json') {
      within = 'script';
      return;
    }
    if (tagName === 'link' && OF_THE_NETWORK.test(attributeOf(attrs, 'rel') ?? '')) return;
    const isPolicy = attributeOf(attrs, 'http-equiv') === 'Content-Security-Policy';
    for (const attribute of attrs) {
      if (/^(href|src|action)$/.test(attribute.name))
        attribute.value = (tagName === 'track' ? packedCaptions : packedLink)(
          attribute.value,
          from,
          site,
        );
      if (attribute.name === 'srcset')
        attribute.value = packedPictures(attribute.value, from, site);
      if (isPolicy && attribute.name === 'content') attribute.value = POLICY;
    }
    rewriter.emitStartTag(tag);
    if (tagName === 'main' && main !== undefined) {
      rewriter.emitRaw(main);
      within = 'main';
    }
  });
  rewriter.on('endTag', (tag) => {
    if (tag.tagName === 'noscript') return;
    if (within && tag.tagName !== within) return;
    const wasScript = within === 'script';
    within = undefined;
    if (wasScript) return;
    if (tag.tagName === 'footer') rewriter.emitRaw(origin(site.address));
    rewriter.emitEndTag(tag);
  });
  rewriter.on('text', (_, raw) => {
    // The page at an old address has a text for browsers without scripts; here everyone sees it.
    if (!within)
      rewriter.emitRaw(
        raw.replace(
          /(<meta http-equiv="refresh" content="0; url=)([^"]+)(">)/,
          (_tag, before: string, url: string, after: string) =>
            `${before}${escaped(packedLink(url, from, site))}${after}`,
        ),
      );
  });
  rewriter.on('comment', (_, raw) => {
    if (!within) rewriter.emitRaw(raw);
  });
  rewriter.end(html);
  return parts.join('');
}
