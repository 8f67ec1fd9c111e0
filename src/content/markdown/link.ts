import type { Root } from 'hast';
import { withBase } from '../../domain/url.ts';
import { everyNode } from './node.ts';

/** A link of an article's body. */
export interface Link {
  /** The address as written. */
  href: string;
  line: number;
  column: number;
}

/** Collects the links of a tree, without those of footnotes. Links into the archive get the base path in front. */
export function linksOf(tree: Root, base: string): Link[] {
  const links: Link[] = [];
  everyNode(tree, (node) => {
    if (node.type !== 'element' || node.tagName !== 'a') return;
    const { href } = node.properties;
    if (typeof href !== 'string') return;
    if (node.properties['dataFootnoteRef'] !== undefined) return;
    if (node.properties['dataFootnoteBackref'] !== undefined) return;
    const place = node.position?.start;
    links.push({ href, line: place?.line ?? 1, column: place?.column ?? 1 });
    node.properties['href'] = based(href, base);
  });
  return links;
}

const based = (href: string, base: string) =>
  href.startsWith('/') && !href.startsWith('//') ? withBase(href, base) : href;
