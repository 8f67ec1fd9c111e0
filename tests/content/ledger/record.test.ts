import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { since } from '../../faults/example.ts';
import { mdx } from '../../support/broken.ts';

/** What a reader is owed of a record without a text, once it was sealed. */

const CALM = 'articles/2031/04/02/calm.mdx';
const HEAD =
  'title: Calm\ndate: 2031-04-02\ntext: none\nsource: { publisher: Courier, page: "3" }\n';
const TEXT = 'It was calm.\n\nAnd still.\n';
const correcting = (was: string, text: string) =>
  `corrections:\n  - { date: 2031-04-03, note: It was found., was: ${was}, text: ${text} }\n`;

async function told(t: TestContext, now: string): Promise<string[]> {
  const example = since({ [CALM]: now }, {}, { [CALM]: mdx(HEAD, '') });
  return (await example.told(t, example.broken)).map(({ code }) => code);
}
const head = (from: string, to: string, more = '') => HEAD.replace(from, to) + more;

const CHANGES: [name: string, now: string, codes: string[]][] = [
  ['nothing', mdx(HEAD, ''), []],
  ['the headline', mdx(head('Calm', 'Storm'), ''), ['published/changed']],
  [
    'the headline, with a correction',
    mdx(head('Calm', 'Storm', correcting('title', 'Calm')), ''),
    [],
  ],
  ['the page', mdx(head('"3"', '"4"'), ''), ['published/changed']],
  [
    'the page, with a correction',
    mdx(head('"3"', '"4"', correcting('source.page', '"3"')), ''),
    [],
  ],
  ['no page any more', mdx(head(', page: "3"', ''), ''), ['published/removed']],
  ['a text', mdx(head('none', 'verbatim'), TEXT), ['published/changed']],
  [
    'a text, with one correction',
    mdx(head('none', 'verbatim', correcting('text', 'none')), TEXT),
    [],
  ],
];
for (const [name, now, codes] of CHANGES)
  test(`since it was sealed: ${name}`, async (t) => {
    assert.deepEqual(await told(t, now), codes);
  });

test('a text goes only with corrections of each of its parts', async (t) => {
  const verbatim = mdx(head('none', 'verbatim'), TEXT);
  const example = since(
    { [CALM]: mdx(head('none', 'none', correcting('text', 'verbatim')), '') },
    {},
    { [CALM]: verbatim },
  );
  const codes = (await example.told(t, example.broken)).map(({ code }) => code);
  assert.deepEqual(codes, ['published/removed', 'published/removed']);
});

test('a volume, an issue and an edition that come later need no correction', async (t) => {
  const added = mdx(head('page: "3"', 'page: "3", volume: "1", issue: "2", edition: late'), '');
  assert.deepEqual(await told(t, added), []);
});
