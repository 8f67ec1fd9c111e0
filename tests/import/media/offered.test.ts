import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importRuns } from '../../support/import-runs.ts';
import { picture } from '../../support/pictures.ts';
import { write } from '../../support/scratch.ts';

const text = (caption: string) =>
  `---\ntitle: The boat\ndate: 2021-04-02\n---\n\n<figure><img src="boat.jpg" alt="A boat"><figcaption>${caption}</figcaption></figure>\n\nThe packet boat left Holm on Tuesday with Ada Varga at the helm, a week after the flood.\n`;
const ENTRY = 'articles/2021/04/02/the-boat.mdx';

test('what a picture says of itself is offered, and nothing of it is filed unasked', async (t) => {
  const { source, runs, fieldsOf } = importRuns(t);
  const bytes = await picture()
    .withExif({
      IFD0: { Artist: 'Odo Ferro', Copyright: 'Gazette', ImageDescription: 'At the mole' },
    })
    .jpeg()
    .toBuffer();
  write(source, { 'boat.md': text('The boat at the quay.'), 'boat.jpg': bytes });
  const [outcome] = await runs('boat.md');
  assert.ok(outcome?.outcome === 'imported', JSON.stringify(outcome));
  const notes = outcome.entry.notes.filter((note) => note.includes('says of itself'));
  // It has a caption of its source.
  assert.deepEqual(notes, [
    'the-boat/boat.jpg says of itself, and nothing of it is published unasked: creator: “Odo Ferro”; copyrightNotice: “Gazette”',
  ]);
  assert.equal(fieldsOf(ENTRY).media?.[0]?.caption, 'The boat at the quay.');
  const { suggested, ...published } = fieldsOf(ENTRY) as { suggested?: { media: object[] } };
  assert.ok(!JSON.stringify(published).includes('Odo Ferro'));
  assert.deepEqual(suggested?.media, [
    {
      sha256: fieldsOf(ENTRY).media?.[0]?.sha256,
      creator: 'Odo Ferro',
      copyrightNotice: 'Gazette',
    },
  ]);
});

test('a picture that says nothing is not told of', async (t) => {
  const { source, runs } = importRuns(t);
  write(source, { 'boat.md': text('The boat.'), 'boat.jpg': await picture().jpeg().toBuffer() });
  const [outcome] = await runs('boat.md');
  assert.ok(outcome?.outcome === 'imported');
  assert.deepEqual(
    outcome.entry.notes.filter((note) => note.includes('says of itself')),
    [],
  );
});
