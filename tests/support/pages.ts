import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { distOf, type TestArchive } from './archives.ts';

/** A page of a built archive. */
export interface Page {
  /** Its path as a browser asks for it, base path included. */
  path: string;
  file: string;
  html: string;
  tree: Root;
}

const read = new Map<string, Page[]>();

/** Every HTML page of a built archive. */
export function pagesOf(archive: TestArchive): Page[] {
  const known = read.get(archive.name);
  if (known) return known;
  const dist = distOf(archive);
  const pages = globSync('**/*.html', { cwd: dist })
    .toSorted()
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      let tree: Root | undefined;
      return {
        path: `${archive.base}${file.replace(/(^|\/)index\.html$/, '$1')}`,
        file: join(dist, file),
        html,
        // Most tests ask for the trees of a few pages alone.
        get tree() {
          tree ??= fromHtml(html);
          return tree;
        },
      };
    });
  read.set(archive.name, pages);
  return pages;
}

/** The elements of a tree that a test asks for. */
export function elements(tree: Root, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}

/** True for the page at an old path: nobody reads it, it leads on. */
export const leadsOn = ({ tree }: Page): boolean =>
  elements(tree, ({ properties }) => 'dataMoved' in properties).length > 0;
