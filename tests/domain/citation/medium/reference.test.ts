import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { fileAddress, MEDIUM_FORMS } from '../../../../src/domain/citation/form.ts';
import { mediumBiblatexText } from '../../../../src/domain/citation/medium/biblatex.ts';
import { mediumCslItem } from '../../../../src/domain/citation/medium/csl.ts';
import {
  mediumReferenceOf,
  mediumReferenceParts,
} from '../../../../src/domain/citation/medium/reference.ts';
import { mediumRisText } from '../../../../src/domain/citation/medium/ris.ts';
import type { MediumKind } from '../../../../src/domain/media/media-type.ts';
import type { Told } from '../../../../src/domain/media/told.ts';

const ID = 'm-abcdefghijkl';
const URL = `https://archive.example/media/${ID}/`;
const archive = { title: 'The Holms Cuttings', lang: 'en-GB' };
const NOTHING: Told = {
  ...{ altText: undefined, caption: undefined, creditLine: undefined, creator: undefined },
  ...{ source: undefined, copyrightNotice: undefined, licence: undefined, usageTerms: undefined },
  ...{ dateCreated: undefined, locationShown: undefined },
};
const referenceOf = (
  told: Partial<Told>,
  kind: MediumKind = 'photograph',
  title = 'The quay',
  publication?: string,
) =>
  mediumReferenceOf(
    {
      id: ID,
      kind,
      genre: 'photograph',
      title,
      statedLang: undefined,
      publication,
      told: { ...NOTHING, ...told },
    },
    URL,
    archive,
  );
const inWords = (told: Partial<Told>) => mediumReferenceParts(referenceOf(told)).join(', ');

const FULL = {
  ...{ caption: 'The quay.', creator: 'Ines Corran', creditLine: 'Ines Corran / Gazette' },
  ...{ source: 'Gazette', dateCreated: '2031-04' },
};

interface Item {
  type: string;
  title: string;
  URL: string;
  author?: { literal?: string; family?: string; given?: string }[];
  issued?: { 'date-parts': number[][] };
}
const readBy = (text: string): Item => {
  const [item] = new Cite(text).data as Item[];
  assert.ok(item);
  return item;
};

test('in words: who made it, what it is, when, to whom it is credited, and where it is', () => {
  assert.equal(
    inWords(FULL),
    'Ines Corran, “The quay”, photograph, April 2031, credited to Ines Corran / Gazette, in The Holms Cuttings',
  );
  assert.equal(
    inWords({ caption: 'The quay.', creator: 'Ines Corran', source: 'Gazette' }),
    'Ines Corran, “The quay”, photograph, n.d., Gazette, in The Holms Cuttings',
  );
});

test('nobody is called its maker who is only credited, and nothing a title that is none', () => {
  const reference = referenceOf({ altText: 'A quay', creditLine: 'Council of the Isles' });
  assert.equal(
    mediumReferenceParts(reference).join(', '),
    '“[The quay]”, photograph, n.d., credited to Council of the Isles, in The Holms Cuttings',
  );
  for (const { text } of MEDIUM_FORMS) {
    const item = readBy(text([reference]));
    assert.equal(item.author, undefined);
    assert.equal(item.issued, undefined);
    assert.equal(item.title, '[The quay]');
    assert.match(text([reference]), /Credit: Council of the Isles/);
  }
  // A credit line that says what it is is not called so once more.
  const labelled = referenceOf({ altText: 'A quay', creditLine: 'Photo: Ines Corran' });
  assert.match(mediumReferenceParts(labelled).join(', '), /, n\.d\., Photo: Ines Corran, in/);
  for (const { text } of MEDIUM_FORMS) {
    assert.match(text([labelled]), /Photo: Ines Corran/);
    assert.doesNotMatch(text([labelled]), /Credit: /);
  }
  assert.equal(
    inWords({ creditLine: 'unknown' }),
    '“[The quay]”, photograph, n.d., in The Holms Cuttings',
  );
});

test('the page of a newspaper is cited as that, once', () => {
  const caption = 'Notices, with a map';
  const scan = { caption, dateCreated: '1911-03-13' };
  const cited = (title: string, source?: string) =>
    referenceOf({ ...scan, source }, 'facsimile', title, 'Tarnmouth Chronicle');
  const inWords = (reference: ReturnType<typeof cited>) =>
    mediumReferenceParts(reference).join(', ');
  const reference = cited(caption);
  const expected =
    '“Notices, with a map”, photograph, 13 March 1911, Tarnmouth Chronicle, in The Holms Cuttings';
  assert.equal(inWords(reference), expected);
  assert.equal(inWords(cited(caption, 'Tarnmouth Chronicle')), expected);
  assert.equal(
    inWords(cited('Tarnmouth Chronicle, 1911-03-13, p. 1')),
    '“Tarnmouth Chronicle, 1911-03-13, p. 1”, photograph, 13 March 1911, in The Holms Cuttings',
  );
  assert.equal(mediumCslItem(reference)['container-title'], 'Tarnmouth Chronicle');
  assert.match(mediumRisText(reference), /^T2 {2}- Tarnmouth Chronicle\r?$/m);
  assert.match(mediumBiblatexText(reference), /journaltitle = \{Tarnmouth Chronicle\}/);
});

test('each kind has its type, in each form', () => {
  const types = (kind: MediumKind) => {
    const reference = referenceOf(FULL, kind);
    return [
      mediumCslItem(reference).type,
      mediumRisText(reference).split('\r')[0]?.slice(6),
      mediumBiblatexText(reference).split('{')[0],
    ];
  };
  assert.deepEqual(types('photograph'), ['graphic', 'ART', '@artwork']);
  assert.deepEqual(types('graphic'), ['graphic', 'ART', '@artwork']);
  assert.deepEqual(types('facsimile'), ['graphic', 'ART', '@artwork']);
  assert.deepEqual(types('document'), ['document', 'GEN', '@misc']);
  assert.deepEqual(types('audio'), ['song', 'SOUND', '@audio']);
  assert.deepEqual(types('video'), ['motion_picture', 'VIDEO', '@video']);
});

for (const form of MEDIUM_FORMS) {
  test(`${form.name}: another program reads who made it, when and where it is`, async () => {
    for (const title of [
      'The quay',
      '50 % of {boats} & #1 \\ ~',
      'عاصفة',
      '“We look on,” she said',
    ]) {
      const reference = referenceOf(FULL, 'photograph', title);
      const response = await fetch(fileAddress(form, reference));
      const text = await response.text();
      assert.equal(text, form.text([reference]));
      const item = readBy(text);
      assert.equal(item.title, title);
      assert.equal(item.type, 'graphic');
      assert.equal(item.URL, URL);
      const [author] = item.author ?? [];
      const name = author?.literal ?? [author?.given, author?.family].filter(Boolean).join(' ');
      assert.match(name, /^(?:Ines Corran|Corran Ines)$/);
      assert.deepEqual(item.issued?.['date-parts'][0]?.slice(0, 2), [2031, 4]);
    }
  });
}

test('of a year no month is said, and no caption begins a field of its own', () => {
  const reference = referenceOf({ caption: 'One\nAU  - Nobody', dateCreated: '1987' });
  const text = mediumRisText(reference);
  assert.match(text, /^PY {2}- 1987\r\nDA {2}- 1987\/\/\/\r$/m);
  assert.equal(readBy(text).author, undefined);
  assert.deepEqual(mediumCslItem(reference).issued, { 'date-parts': [[1987]] });
  assert.match(mediumBiblatexText(reference), /^ {2}date = \{1987\},$/m);
});
