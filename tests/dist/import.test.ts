import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { toString as textOf } from 'hast-util-to-string';
import { foldSpace } from '../../src/domain/article/paragraph.ts';
import { ARCHIVES } from '../support/archives.ts';
import { hostileFiles, paragraphsIn } from '../support/hostile.ts';
import { elements, pagesOf } from '../support/pages.ts';

suite('an imported archive, built', () => {
  test('the text of 200 hostile files stands on their pages, character for character', () => {
    const texts = new Map<string, string[]>();
    for (const { tree } of pagesOf(ARCHIVES.imported)) {
      const [prose] = elements(tree, ({ properties }) =>
        [properties['className']].flat().includes('prose'),
      );
      if (!prose) continue;
      const paragraphs = elements({ type: 'root', children: [prose] }, ({ properties }) =>
        `${properties['id']}`.startsWith('p-'),
      );
      const shown = paragraphs.map((paragraph) => foldSpace(textOf(paragraph)));
      texts.set(shown[0] ?? '', shown);
    }
    for (const [, text] of hostileFiles()) {
      const wanted = paragraphsIn(text.replace(/^date \S+ /, ''));
      assert.deepEqual(texts.get(wanted[0] ?? ''), wanted);
    }
  });
});
