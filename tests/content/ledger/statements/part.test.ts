import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, ElementContent, Root } from 'hast';
import { textPartsOf, writtenWords } from '../../../../src/content/ledger/statements/part.ts';
import { blocksOf } from '../../../../src/content/markdown/block.ts';
import { rehypeRecord } from '../../../../src/content/markdown/rehype-record.ts';
import { foldSpace, paragraphIds } from '../../../../src/domain/article/paragraph.ts';
import { needles as needlesOf } from '../../../../src/domain/authorities/mention.ts';

const element = (
  tagName: string,
  properties: Element['properties'] = {},
  ...children: (ElementContent | string)[]
): Element => ({
  ...{ type: 'element', tagName, properties },
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

function partsOf(...children: Element[]) {
  const tree: Root = { type: 'root', children };
  const written = writtenWords(tree);
  const blocks = blocksOf(tree);
  const words = blocks.map(({ text }) => foldSpace(text));
  const read = { blocks, words, ids: paragraphIds(words), written, whole: (text: string) => text };
  return textPartsOf(tree, read);
}

const picture = (src: string) => element('img', { src, alt: 'A boat' });
const digests = (...children: Element[]) => JSON.stringify(partsOf(...children).statements);

test('a paragraph of words has one digest, and stands in no layout', () => {
  const { statements, layout } = partsOf(element('p', {}, 'One.'), element('p', {}, 'Two.'));
  assert.deepEqual(
    statements.map((one) => Object.keys(one)),
    [
      ['field', 'value'],
      ['field', 'value'],
    ],
  );
  assert.equal(layout, undefined);
});

test('a picture is no part of the text: it has statements of its own', () => {
  const words = element('p', {}, 'One.');
  assert.equal(digests(words, picture('/boat.png')), digests(words));
});

test('a component is known by its name and attributes, with words and without', () => {
  const seen = new Set([
    digests(element('Note', { by: 'Ada' })),
    digests(element('Note', { by: 'Bo' })),
    digests(element('Aside', { by: 'Ada' })),
    digests(element('Note', { by: 'Ada' }, element('p', {}, 'One.'))),
    digests(element('Note', { by: 'Bo' }, element('p', {}, 'One.'))),
    digests(element('Note', {}, element('p', {}, 'One.'))),
    digests(element('p', {}, 'One.')),
  ]);
  assert.equal(seen.size, 7);
  const { components } = partsOf(element('section', {}, element('Note', {}, 'x')));
  assert.deepEqual([...components], ['Note']);
});

test('what the archive puts into a text, and where it is hosted, is no part of what it states', () => {
  const stated = (base: string, people: string[]) => {
    const link = element('a', { href: '/2031/04/02/storm/' }, 'the storm');
    const tree: Root = {
      type: 'root',
      children: [element('p', {}, 'Ada Varga saw ', link, ', and twelve were missing.')],
    };
    const needles = people.map((spelling) => ({ kind: 'people' as const, id: 'ada', spelling }));
    return rehypeRecord(tree, {
      article: '2031/04/02/news',
      needles: needles.length > 0 ? needlesOf(needles) : [],
      figures: [{ id: 'missing', asStated: 'twelve were missing' }],
      base,
    }).textParts.statements;
  };
  assert.deepEqual(stated('/archive/', ['Ada Varga']), stated('/', []));
});
