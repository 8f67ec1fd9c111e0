import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withWords } from '../../../src/domain/article/correction.ts';
import { paragraphId } from '../../../src/domain/article/paragraph.ts';
import { withParatext } from '../../../src/domain/article/paratext.ts';
import {
  holdsName,
  noticesOf,
  unwithheldText,
  type Withholding,
  withheldText,
  withholdingsSchema,
} from '../../../src/domain/withholding/withholding.ts';

const withhold = (name: string, as = 'a minor'): Withholding => ({
  name,
  as,
  reason: 'The family asked for it.',
  date: '2032-01-15',
  except: [],
});

// biome-ignore format: a table, a case a row
const SHOWN: [what: string, text: string, names: string[], shown: string][] = [
  ['a name', 'Perrin Quaile left.', ['Perrin Quaile'], '[a minor] left.'],
  ['every occurrence', 'Quaile and Quaile', ['Quaile'], '[a minor] and [a minor]'],
  ['before a possessive ending', 'Quaile’s boat, Quaile\'s oar', ['Quaile'], '[a minor]’s boat, [a minor]\'s oar'],
  ['not inside a longer word', 'Quailes, Quailest Street and McQuaile', ['Quaile'], 'Quailes, Quailest Street and McQuaile'],
  ['in capitals throughout', 'PERRIN QUAILE LOST', ['Perrin Quaile'], '[a minor] LOST'],
  ['not in small letters, which mean something else', 'a quaile pie', ['Quaile'], 'a quaile pie'],
  ['across line breaks and wide spaces', 'Perrin\nQuaile, Perrin\u00a0 Quaile', ['Perrin Quaile'], '[a minor], [a minor]'],
  ['accents stored apart', 'E\u0301lodie Marais', ['Élodie Marais'], '[a minor]'],
  ['accents stored together', 'Élodie Marais', ['E\u0301lodie Marais'], '[a minor]'],
  ['any apostrophe', 'Dunstane O\'Keel, Dunstane O’Keel', ['Dunstane OʼKeel'], '[a minor], [a minor]'],
  ['with a soft hyphen in it', 'Quai\u00adle', ['Quaile'], '[a minor]'],
  ['the longer of two', 'Perrin Quaile and Quaile', ['Quaile', 'Perrin Quaile'], '[a minor] and [a minor]'],
  ['Arabic, with a particle attached', 'قال وليلى مرزوق', ['ليلى مرزوق'], 'قال و[a minor]'],
  ['Arabic, not inside another word', 'ليلى مرزوقات', ['ليلى مرزوق'], 'ليلى مرزوقات'],
  ['Chinese, which has no spaces', '昨天林小河到了', ['林小河'], '昨天[a minor]到了'],
  ['Cyrillic', 'Анна Рогова и Рогова', ['Рогова'], 'Анна [a minor] и [a minor]'],
  ['nothing where nothing is withheld', 'Perrin Quaile', [], 'Perrin Quaile'],
];

for (const [what, text, names, shown] of SHOWN) {
  test(`withholds ${what}`, () => {
    const withheld = names.map((name) => withhold(name));
    assert.equal(withheldText(text, withheld), shown);
  });
}

test('what stands for a name is text, whatever signs it has', () => {
  const as = '$& a *nun* of <b>St_Orra</b> \\1';
  const withheld = [withhold('Dunstane', as)];
  assert.equal(withheldText('By Dunstane.', withheld), `By [${as}].`);
  assert.equal(unwithheldText(`By [${as}].`, withheld), 'By Dunstane.');
});

test('the words are put back the same, whether they were left in place or taken out by hand', () => {
  const withheld = [withhold('Perrin Quaile'), withhold('Jane $& Roe', 'a witness')];
  for (const text of ['Perrin Quaile met Jane $& Roe.', '[a minor] met [a witness].'])
    assert.equal(unwithheldText(text, withheld), 'Perrin Quaile met Jane $& Roe.');
});

test('what was withheld does not hold the name in whatever form, and what is withheld is put back', () => {
  const part = fc.constantFrom(
    'Quaile',
    'QUAILE',
    'Quailest',
    'Perrin',
    'said',
    '’s',
    '-',
    '\n',
    '港',
  );
  const text = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(' '));
  const withheld = [withhold('Quaile')];
  fc.assert(
    fc.property(text, (words) => {
      const shown = withheldText(words, withheld);
      assert.ok(!holdsName(shown, withhold('Quaile')), shown);
      assert.equal(withheldText(shown, withheld), shown);
      assert.equal(unwithheldText(shown, withheld), words.replaceAll('QUAILE', 'Quaile'));
    }),
    { numRuns: 500 },
  );
});

test('a name is given away by its words in any capitals, accents and signs, and by no others', () => {
  const forms = [
    'the Ada Varga case',
    'ada-varga',
    'ADA VARGA',
    'áda_várga',
    '/people/ada-varga/',
    'Ａｄａ Ｖａｒｇａ',
  ];
  const ada = withhold('Ada Varga');
  for (const text of forms) assert.ok(holdsName(text, ada), text);
  for (const text of ['Ada Vargo', 'Nada Varga', 'Ada and Bo Varga', ''])
    assert.ok(!holdsName(text, ada), text);
  assert.ok(holdsName('见到林小河了', withhold('林小河')));
});

test('a name is given away in another order, with initials, endings, look-alikes and letters apart', () => {
  const forms = [
    'Varga, Ada',
    'varga-ada',
    'A. Varga',
    'Ada P. Varga',
    'the Ada Vargas',
    'Ada V\u0430rga',
    'Ada V a r g a',
    'agraV adA',
  ];
  for (const text of forms) assert.ok(holdsName(text, withhold('Ada Varga')), text);
});

test('what an exception says is not the name is neither withheld nor refused', () => {
  const except = [
    { words: 'Mark my words', at: [], reason: 'A verb.', by: 'O. Ferro', date: '2032-01-16' },
  ];
  const withheld = [{ ...withhold('Mark'), except }];
  assert.equal(
    withheldText('“Mark my words,” said Mark. MARK MY WORDS!', withheld),
    '“Mark my words,” said [a minor]. MARK MY WORDS!',
  );
  assert.ok(!holdsName('mark-my-words', { ...withhold('Mark'), except }));
  assert.ok(holdsName('mark-taken', { ...withhold('Mark'), except }));
});

test('a short name is withheld where it stands alone, with its accents', () => {
  const shown = (text: string, name: string) => withheldText(text, [withhold(name)]);
  assert.equal(
    shown('Li’s Li-ion cell, said Li.', 'Li'),
    '[a minor]’s Li-ion cell, said [a minor].',
  );
  assert.equal(shown('Ó left O’Keel, O.', 'Ó'), '[a minor] left O’Keel, O.');
  assert.equal(shown('林先生', '林'), '[a minor]先生');
});

test('readers are told everything but the words, each thing once', () => {
  const notices = noticesOf([
    withhold('Perrin Quaile'),
    withhold('Quaile'),
    withhold('Roe', 'a witness'),
  ]);
  assert.deepEqual(
    notices.map(({ as }) => as),
    ['a minor', 'a witness'],
  );
  assert.ok(!JSON.stringify(notices).includes('Quaile'));
});

test('a name has a letter or a digit', () => {
  const isSound = (name: string) => withholdingsSchema.safeParse([withhold(name)]).success;
  for (const name of ['Ada', 'Al', 'Ó', 'A. V.', '林', '17']) assert.ok(isSound(name), name);
  for (const name of ['--- ', '…', '']) assert.ok(!isSound(name), name);
});

test('a correction of withheld words has the id of the words that are shown', () => {
  const text = 'Perrin Quaile left.';
  const correction = {
    date: '2031-05-07',
    note: 'A name.',
    typo: false,
    text,
    was: `${paragraphId(text)}-2`,
  };
  const shown = withWords(correction, (words) => withheldText(words, [withhold('Perrin Quaile')]));
  assert.equal(shown.text, '[a minor] left.');
  assert.equal(shown.was, `${paragraphId('[a minor] left.')}-2`);
  const title = withWords({ ...correction, was: 'title' }, () => 'Other words');
  assert.deepEqual([title.was, title.text], ['title', 'Other words']);
});

test('all words around a text are changed, and no id, date or address', () => {
  const words = {
    title: 'Quaile',
    summary: 'Quaile',
    source: { publisher: 'Quaile', author: 'Quaile', url: 'https://quaile.example/Quaile', published: '2031-05-06' },
    figures: [
      {
        id: 'quaile', measure: 'missing', qualifier: 'exact', best: 1, place: 'weir', countType: 'incident',
        asOf: '2031-05-06', countedBy: 'unknown', asStated: 'Quaile', basis: 'Quaile', verification: 'Quaile',
        cause: 'Quaile', actor: 'Quaile', revisionNote: 'Quaile', group: { label: 'Quaile', status: 'unknown' },
      } as const,
    ],
    corrections: [{ date: '2031-05-07', note: 'Quaile', was: 'title', text: 'Quaile', typo: false }],
    media: [
      {
        kind: 'photograph' as const, file: 'quaile.jpg', altText: 'Quaile', decorative: false, caption: 'Quaile', creditLine: 'Quaile',
        creator: 'Quaile', source: 'Quaile', copyrightNotice: 'Quaile', usageTerms: 'Quaile', personsShown: ['quaile'],
        regions: [], captions: [], redacted: false,
      },
    ],
  }; // biome-ignore format: a list reads better than a column
  const before = JSON.stringify(words);
  const changed = JSON.stringify(withParatext(words, () => 'X'));
  assert.equal(before.match(/"Quaile"/g)?.length, 20);
  assert.equal(changed, before.replaceAll('"Quaile"', '"X"'));
});
