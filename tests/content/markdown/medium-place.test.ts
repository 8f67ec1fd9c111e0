import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyPart } from '../../../src/content/markdown/body/parts.ts';
import { NOTHING_KNOWN, readProse } from '../../../src/content/markdown/prose.ts';
import { paragraphId } from '../../../src/domain/article/paragraph.ts';

/** The words of the parts of a body, and the index of each medium among them. */
const shown = (parts: readonly BodyPart[] | undefined) =>
  parts?.flatMap((part): (string | number)[] => {
    if (typeof part !== 'string') return 'medium' in part ? [part.medium] : [part.name];
    const words = part.replace(/<a [^>]*><\/a>|<[^>]*>/g, ' ').trim();
    return words === '' ? [] : [words];
  });

const read = (body: string, media: { file?: string; position?: string }[]) =>
  readProse(body, 0, { ...NOTHING_KNOWN, media });

test('a picture stands where the body has it', async () => {
  const { parts, placed, paragraphs } = await read(
    'One.\n\n![A boat](boat.png)\n\nTwo.\n\n> ![](<a gull.png>)\n',
    [{ file: 'a gull.png' }, { file: 'boat.png' }],
  );
  assert.deepEqual(shown(parts), ['One.', 1, 'Two.', 0]);
  assert.deepEqual(
    placed.map(({ file, altText, line, medium }) => [file, altText, line, medium]),
    [
      ['boat.png', 'A boat', 3, 1],
      ['a gull.png', '', 7, 0],
    ],
  );
  assert.deepEqual(
    paragraphs.map(({ text }) => text),
    ['One.', 'Two.'],
  );
});

test('a picture stands after the paragraph that it names, several in their order', async () => {
  const at = (text: string) => paragraphId(text);
  const { parts } = await read('One.\n\n- a\n- b\n\nTwo.\n', [
    { position: at('Two.') },
    { position: at('One.') },
    { position: at('One.') },
    { position: 'head' },
    { position: at('b') },
  ]);
  assert.deepEqual(shown(parts)?.map(String), ['One.', '1', '2', 'a  \n b', '4', 'Two.', '0']);
});

test('plain prose may have pictures after its paragraphs too', async () => {
  const { parts, html } = await read('One.\n\nTwo.', [{ position: paragraphId('One.') }]);
  assert.equal(html, undefined);
  assert.deepEqual(shown(parts), ['One.', 0, 'Two.']);
});

test('no body writes the place of a medium itself', async () => {
  await assert.rejects(read('<medium-place index="0" />', [{ file: 'boat.png' }]));
});

test('a picture with a title, in a link or among words is refused', async () => {
  for (const body of [
    '![A boat](boat.png "At noon")',
    'See ![A boat](boat.png).',
    '[![A boat](boat.png)](https://holms.example/)',
    '![A boat][boat]\n\n[boat]: boat.png',
    '# ![A boat](boat.png)',
    '<p>![A boat](boat.png)</p>',
  ])
    await assert.rejects(read(body, [{ file: 'boat.png' }]), body);
});
