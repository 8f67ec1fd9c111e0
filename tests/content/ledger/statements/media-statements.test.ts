import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaStatements } from '../../../../src/content/ledger/statements/media-statements.ts';
import { correctionSchema } from '../../../../src/domain/article/correction.ts';
import { type Medium, mediumSchema } from '../../../../src/domain/media/medium.ts';
import { changeSentence } from '../../../../src/messages/change.ts';
import { nameOf, readBefore } from '../../../../src/messages/correction.ts';

const ID = 'm-abcdefghijkl';
const BOAT = mediumSchema.parse({
  ...{ file: 'boat.jpg', kind: 'facsimile', altText: 'A boat', creditLine: 'unknown' },
  ...{ caption: 'A boat.', creator: 'O. Ferro', dateCreated: '1987', captions: [] },
});
const KNOWN = { id: ID, sha256: '0a'.repeat(32) };
const stated = (medium: object) => mediaStatements([{ ...BOAT, ...KNOWN, ...medium }]);

/** Another value for each field of a medium. */
const OTHERS: Required<{ [Key in keyof Medium]: unknown }> = {
  file: 'gull.jpg',
  missing: { reason: 'It was gone.' },
  sha256: '0b'.repeat(32),
  kind: 'photograph',
  position: 'head',
  altText: 'A gull',
  decorative: true,
  caption: 'A gull.',
  creditLine: 'Harbour Board',
  creator: 'A. Varga',
  source: 'Harbour Board',
  copyrightNotice: '© Harbour Board',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  usageTerms: 'Ask the Board.',
  dateCreated: '1988',
  locationShown: 'port-ansel',
  personsShown: ['ada-varga'],
  lang: 'fr',
  ocr: 'boat.xml',
  regions: [{ paragraph: 'p-aaaaaaaa', page: 1, xywh: '0,0,1,1' }],
  transcript: 'none',
  captions: [{ file: 'boat.vtt', lang: 'en' }],
  redacted: true,
  withheld: { date: '2032-01-01', reason: 'The family asked for it.' },
};

test('a change of any field changes a statement; the name of its file is none of readers’ business', () => {
  const before = JSON.stringify(stated({}));
  for (const [field, value] of Object.entries(OTHERS))
    assert.equal(JSON.stringify(stated({ [field]: value })) === before, field === 'file', field);
});

test('a medium that the archive does not have is stated as one of those', () => {
  const missing = mediumSchema.parse({
    ...{ kind: 'photograph', creditLine: 'unknown', missing: { reason: 'It was gone.' } },
  });
  assert.deepEqual(
    mediaStatements([missing]).map(({ field }) => field),
    ['media.missing'],
  );
});

test('what a correction must answer for can be corrected, and readers are told in words', () => {
  const held = stated({}).filter(({ field }) => !/\.(?:about|withheld)$/.test(field));
  assert.equal(held.length, 5);
  for (const { field: was } of held) {
    const correction = { date: '2031-05-01', note: 'It was wrong.', was, text: 'It.' };
    assert.ok(correctionSchema.safeParse(correction).success, was);
    assert.notEqual(readBefore({ was }), 'The text read', was);
    assert.ok(!/undefined|creditLine|dateCreated/.test(nameOf(was)), nameOf(was));
    for (const how of ['added', 'removed', 'changed'] as const)
      assert.match(changeSentence(was, how, 1, 'en'), /^[A-Z].*\.$/);
  }
});
