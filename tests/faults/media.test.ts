import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import {
  ARTICLE,
  BODY,
  type Fault,
  FRONTMATTER,
  mdx,
  problemsOf,
  testFaults,
} from '../support/broken.ts';
import { png } from '../support/picture.ts';

const BOAT = 'articles/2031/04/02/boat.png';
const SEEN =
  'file: boat.png\n    kind: photograph\n    altText: A boat\n    creditLine: O. Ferro\n';

/** The sound article with a medium of these lines, from line 22, and its picture. */
const medium = (fields: string, body = BODY) => ({
  [ARTICLE]: mdx(`${FRONTMATTER}media:\n  - ${fields}`, body),
  [BOAT]: png(),
});
const spoilt = (words: string, others: string) => medium(SEEN.replace(words, others));
const SOUND =
  'missing: { reason: Lost. }\n    kind: audio\n    caption: Bells\n    creditLine: O. Ferro\n';

const FIRST = BODY.split('\n')[0] ?? '';
/** The picture as a scan with one region, whose fields stand from line 28 on. */
const region = (fields: string) =>
  medium(
    `${SEEN.replace('photograph', 'facsimile')}    regions:\n      - paragraph: ${paragraphId(FIRST)}\n        ${fields}\n`,
  );

// biome-ignore format: a table, a fault a row
const FAULTS: Fault[] = [
  ['a blank alternative text', spoilt('altText: A boat', 'altText: ""'), '24:14', '""', 'not blank', 'Describe what it shows; or, where it shows nothing that the text does not say, write decorative: true in place of altText.'],
  ['a blank credit', spoilt('creditLine: O. Ferro', 'creditLine: ""'), '25:17', '""', 'not blank', 'as its maker wishes, or creditLine: unknown where nobody can say'],
  ['a blank caption of a sound', { ...medium(SOUND.replace('Bells', '" "')), [BOAT]: null }, '24:14', '" "', 'not blank', 'only a picture or scan may be without'],
  ['a credit by another name', spoilt('creditLine', 'credit'), '25:5', 'credit', 'Only known fields', 'Did you mean “creditLine”?'],
  ['an alternative text by that of HTML', spoilt('altText', 'alt'), '24:5', 'alt', 'Only known fields', 'Did you mean “altText”?'],
  ['a description', medium(`${SEEN}    description: A boat.\n`), '26:5', 'description', 'Only known fields', 'Did you mean “caption”?'],
  ['an author', medium(`${SEEN}    author: O. Ferro\n`), '26:5', 'author', 'Only known fields', 'Did you mean “creator”?'],
  ['a licence as Americans write it', medium(`${SEEN}    license: https://creativecommons.org/licenses/by/4.0/\n`), '26:5', 'license', 'Only known fields', 'Did you mean “licence”?'],
  ['a kind by another name', spoilt('kind', 'type'), '23:5', 'type', 'Only known fields', 'Did you mean “kind”?'],
  ['a description of an article', { [ARTICLE]: mdx(`${FRONTMATTER}description: A storm.\n`) }, '21:1', 'description', 'Only known fields', 'Did you mean “summary”?'],
  ['a licence by its name', medium(`${SEEN}    licence: CC BY\n`), '26:14', 'CC BY', 'A licence is stated by its address', 'Write https://creativecommons.org/licenses/by/4.0/'],
  ['a licence by its long name', medium(`${SEEN}    licence: Creative Commons Attribution-ShareAlike 3.0\n`), '26:14', 'Creative Commons Attribution-ShareAlike 3.0', 'stated by its address', 'licenses/by-sa/3.0/'],
  ['a licence in words', medium(`${SEEN}    licence: All rights reserved\n`), '26:14', 'All rights reserved', 'stated by its address', 'write its words as usageTerms'],
  ['the words of a sound in place of their file', { [ARTICLE]: mdx(`${FRONTMATTER}media:\n  - ${SOUND}    transcript: The bells rang at noon.\n`) }, '26:17', 'The bells rang at noon.', '[media/name] A transcript is named as the file', 'Write its words into a file beside the entry'],
  ['a region outside of its scan', { ...region('xywh: "10,8,70,20"') }, '28:15', '"10,8,70,20"', 'the scan has 64 by 48 pixels, and the region ends 80 from the left and 28 from the top', 'Correct xywh'],
  ['a region on a page that is none', { ...region('xywh: "1,2,3,4"\n        page: 2') }, '29:15', '2', 'this scan has one page, and the region is on page 2', 'Correct page'],
];

testFaults(FAULTS);

test('a picture of a body whose file is misspelt in the frontmatter has one fault, and that is there', async (t) => {
  const body = `${BODY}\n![A boat](boat.png)\n`;
  const spelt = async (fields: string) =>
    (await problemsOf(t, medium(fields, body))).map(({ code, line }) => [code, line]);
  assert.deepEqual(await spelt(SEEN.replace('boat.png', 'baot.png')), [['media/missing', 22]]);
  assert.deepEqual(await spelt(SEEN.replace('boat.png', 'boat')), [['media/name', 22]]);
  assert.deepEqual(await spelt(SEEN.replace('file:', 'fiel:')), [['field/unknown', 22]]);
  assert.deepEqual(await spelt(SEEN.replace('boat.png', 'lighthouse-at-dawn.png')), [
    ['media/placed', 32],
    ['media/missing', 22],
  ]);
  assert.deepEqual(await spelt(SEEN), []);
});
