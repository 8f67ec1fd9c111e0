import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gapsIn, withFile } from '../../../src/import/fetching/gap.ts';
import { ImportFault } from '../../../src/import/source-document.ts';

const PATH = 'content/articles/2031/04/02/ferry.mdx';
const entry = (media: string) => `---
title:   "Ferry"   # as printed
date: 2031-04-02
${media}people: [ada-varga,   ilja-brandt]
---

The ferry left. ![A boat](boat.jpg)
`;

const FILE = { file: 'boat.jpg', sha256: 'ab12' };

// biome-ignore format: a table, an entry a row
const WRITTEN: [name: string, before: string, after: string][] = [
  ['first of its fields',
    'media:\n  - missing:\n      url: https://gazette.example/boat.jpg\n      reason: It was not fetched.\n    kind: photograph # by eye\n',
    'media:\n  - file: boat.jpg\n    sha256: ab12\n    kind: photograph # by eye\n'],
  ['in the middle, with comments around it',
    'media:\n  - kind: photograph\n    # where it was\n    missing:\n      reason: >-\n        It was\n        not fetched.\n      url: https://gazette.example/boat.jpg\n    # whose it is\n    creditLine: unknown\n',
    'media:\n  - kind: photograph\n    # where it was\n    file: boat.jpg\n    sha256: ab12\n    # whose it is\n    creditLine: unknown\n'],
  ['last of its fields, before another medium',
    'media:\n- kind: photograph\n  missing: {url: "https://gazette.example/boat.jpg", reason: \'No.\'}   # gone?\n- {kind: graphic, file: map.png}\n',
    'media:\n- kind: photograph\n  file: boat.jpg\n  sha256: ab12   # gone?\n- {kind: graphic, file: map.png}\n'],
  ['in brackets',
    'media: [{ missing: { url: https://gazette.example/boat.jpg, reason: No. }, kind: photograph }]\n',
    'media: [{ file: boat.jpg, sha256: ab12, kind: photograph }]\n'],
  ['with a name, in quotation marks',
    '"media":\n  - "missing":\n      "name": boat (1).jpg\n      "url": "https://gazette.example/boat.jpg"\n\n    "kind": photograph\n',
    '"media":\n  - file: boat.jpg\n    sha256: ab12\n\n    "kind": photograph\n'],
];

suite('a gap of an entry', () => {
  for (const [name, before, after] of WRITTEN)
    test(`is replaced by its file, and nothing else is changed: ${name}`, () => {
      const [gap] = gapsIn(PATH, entry(before));
      assert.equal(gap?.url, 'https://gazette.example/boat.jpg');
      assert.equal(withFile(PATH, entry(before), gap, FILE), entry(after));
    });

  test('is found by its place and name', () => {
    const media = [
      '{ kind: graphic, file: map.png }',
      '{ kind: photograph, missing: { reason: No., name: a.jpg } }',
      '{ kind: photograph, missing: { reason: No., name: b.jpg, url: "https://gazette.example/b" } }',
      '{ kind: photograph, missing: { reason: No., url: "https://gazette.example/c" }, withheld: { date: 2031-04-02, reason: Asked. } }',
      'boat',
    ];
    const text = entry(`media:\n${media.map((one) => `  - ${one}\n`).join('')}`);
    assert.deepEqual(gapsIn(PATH, text), [
      {
        index: 2,
        url: 'https://gazette.example/b',
        name: 'b.jpg',
        kind: 'photograph',
        reason: 'No.',
      },
    ]);
  });

  test('is none where an entry has no media, or cannot be read', () => {
    for (const text of [
      entry(''),
      entry('media: boat\n'),
      entry('media: [\n'),
      entry('media: [{ missing: boat }, { missing: { url: 3 } }]\n'),
      'no entry',
      '',
    ])
      assert.deepEqual(gapsIn(PATH, text), []);
  });

  test('whose value is another’s is told, and left', () => {
    const text = entry(
      'media:\n  - missing: &gap { url: https://gazette.example/boat.jpg, reason: No. }\n    kind: photograph\n  - missing: *gap\n    kind: graphic\n',
    );
    const [gap] = gapsIn(PATH, text);
    assert.ok(gap);
    assert.throws(() => withFile(PATH, text, gap, FILE), ImportFault);
  });
});
