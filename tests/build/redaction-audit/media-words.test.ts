import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disclosuresOf, entryOf, SHOWN } from '../../support/disclosures.ts';

const CAPTION = 'The pilot boat lies on the stones below the light, her mast gone.';
const medium = (fields: object) => ({
  file: 'boat.jpg',
  kind: 'photograph',
  caption: CAPTION,
  altText: 'Two lamps beside a door',
  creditLine: 'unknown',
  ...fields,
});
const withheld = { withheld: { date: '2032-01-15', reason: 'Asked for.' } };
const SITE = {
  'feed.xml': `<content>She says: &#84;he pilot boat lies on the <b>stones</b> below.</content>`,
  'b/index.html': '<img alt="Two lamps beside a door">',
  'c/index.html': '<p>The pilot boat lies on the sand.</p>',
};

test('what is said of a withheld medium stands nowhere', async (t) => {
  const entry = entryOf({ media: [medium(withheld)] });
  const { paths, problems } = await disclosuresOf(t, SITE, entry);
  assert.deepEqual(paths, ['b/index.html', 'feed.xml']);
  const [first] = problems;
  assert.equal(first?.code, 'withheld/medium');
  assert.match(first?.rule ?? '', /boat\.jpg of .*ice\.mdx is published nowhere/);
  assert.doesNotMatch(JSON.stringify(problems), /pilot boat lies/);
});

test('what a published article says too may stand anywhere, and what is said of a published medium', async (t) => {
  const entry = entryOf({ media: [medium(withheld)] });
  const shown = {
    ...SHOWN,
    paragraphs: [{ id: 'p-aaaaaaaa', text: `${CAPTION} Two lamps beside a door.` }],
  };
  assert.deepEqual((await disclosuresOf(t, SITE, entry, shown)).paths, []);
  const facts = { sha256: '', bytes: 1, type: 'image/jpeg' };
  const published = entryOf({ media: [medium({ id: 'm-aaaaaaaaaaaa', facts })] });
  assert.deepEqual((await disclosuresOf(t, SITE, published)).paths, []);
  const draft = entryOf({ draft: true, media: [medium(withheld)] });
  assert.deepEqual((await disclosuresOf(t, SITE, draft)).paths, []);
});
