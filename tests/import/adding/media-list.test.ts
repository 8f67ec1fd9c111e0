import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type MediumFields, withMedium } from '../../../src/import/adding/media-list.ts';
import { ImportFault } from '../../../src/import/source-document.ts';

const PATH = 'content/articles/2031/04/02/ferry.mdx';
const BOAT: MediumFields = {
  file: 'ferry/boat.jpg',
  kind: 'photograph',
  altText: 'A boat: “Ansel” #2',
  creditLine: 'unknown',
};
const WRITTEN = (indent: string) =>
  [
    `${indent}- file: ferry/boat.jpg`,
    `${indent}  kind: photograph`,
    `${indent}  altText: "A boat: “Ansel” #2"`,
    `${indent}  creditLine: unknown`,
    '',
  ].join('\n');
const entry = (media: string, after = '') =>
  `---\ntitle:   "Ferry"   # as printed\n${media}${after}---\n\nThe ferry left.\n`;

suite('a medium is added', () => {
  test('where there is none', () => {
    assert.equal(withMedium(PATH, entry(''), BOAT), entry(`media:\n${WRITTEN('  ')}`));
    assert.equal(
      withMedium(PATH, '---\n---\nText.', BOAT),
      `---\nmedia:\n${WRITTEN('  ')}---\nText.`,
    );
  });

  const MAP = 'file: map.png # drawn';
  for (const [name, indent, media, after] of [
    ['last of the fields', '  ', `media:\n  - ${MAP}\n    kind: graphic\n`, ''],
    ['before other fields', '  ', `media:\n  - ${MAP}\n`, 'people: [ada-varga,  ilja-brandt]\n'],
    ['without indentation', '', `media:\n- ${MAP}\n- file: b.png   # too\n`, 'lang: en\n'],
    [
      'behind a list of its own',
      '    ',
      'media:\n    - file: a.png\n      personsShown:\n        - ada-varga\n',
      'lang: en\n',
    ],
    [
      'behind a text of several lines',
      '  ',
      'media:\n  - file: a.png\n    caption: >-\n      It is\n      a map.\n',
      'lang: en\n',
    ],
  ] as const)
    test(`at the end of the list, and nothing else is changed: ${name}`, () => {
      assert.equal(
        withMedium(PATH, entry(media, after), BOAT),
        entry(media + WRITTEN(indent), after),
      );
    });

  test('by hand where the list is not one of lines, and that is told with what to write', () => {
    for (const media of ['media: [{ file: a.png }]\n', 'media: boat\n', 'media: [\n', 'media:\n'])
      assert.throws(
        () => withMedium(PATH, entry(media), BOAT),
        (error) => error instanceof ImportFault && error.message.includes('file: ferry/boat.jpg'),
      );
  });
});
