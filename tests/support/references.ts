import assert from 'node:assert/strict';
import { elements, type Page } from './pages.ts';

/** The text of a file of a reference that a page holds, by the ending of its form. */
export function referenceIn({ path, tree }: Page, ending: string): string {
  const [link, ...others] = elements(tree, ({ properties }) =>
    `${properties['download']}`.endsWith(`.${ending}`),
  );
  assert.ok(link && others.length === 0, `${path} has one ${ending}`);
  const [, text = ''] = /^data:[^,]+;charset=utf-8,(.*)$/.exec(`${link.properties['href']}`) ?? [];
  return decodeURIComponent(text);
}
