import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decoded, decodedPage, decodedXml } from '../../../src/import/formats/encoding.ts';
import { misreadIn, misreadNotes } from '../../../src/import/formats/misread.ts';

// biome-ignore format: a table reads better than a column
/** Sentences in encodings of their languages. */
const SENTENCES: [encoding: string, text: string, base64: string][] = [
  ['windows-1252', 'Die Fähre nach Weststrand fährt „endlich“ wieder, sagte Kapitän Jürgen Möhn – größere Schäden gibt es nicht.', 'RGllIEbkaHJlIG5hY2ggV2VzdHN0cmFuZCBm5GhydCCEZW5kbGljaJMgd2llZGVyLCBzYWd0ZSBLYXBpdORuIEr8cmdlbiBN9mhuIJYgZ3L232VyZSBTY2jkZGVuIGdpYnQgZXMgbmljaHQu'],
  ['windows-1250', 'Trajekt do přístavu už zase jezdí, řekl kapitán Říčan, a škody na lodi jsou podle něj jen malé.', 'VHJhamVrdCBkbyBw+O1zdGF2dSB1niB6YXNlIGplemTtLCD4ZWtsIGthcGl04W4g2O3oYW4sIGEgmmtvZHkgbmEgbG9kaSBqc291IHBvZGxlIG7saiBqZW4gbWFs6S4='],
  ['windows-1251', 'Паром в порт Анзель снова ходит, сказал капитан, и жители острова этому рады.', 'z+Dw7uwg4iDv7vDyIMDt5+Xr/CDx7e7i4CD17uTo8iwg8erg5+DrIOrg7+jy4O0sIOgg5ujy5evoIO7x8vDu4uAg/fLu7PMg8ODk+y4='],
  ['koi8-r', 'Паром в порт Анзель снова ходит, сказал капитан, и жители острова этому рады.', '8MHSz80g1yDQz9LUIOHO2sXM2CDTzs/XwSDIz8TJ1Cwg08vB2sHMIMvB0MnUwc4sIMkg1snUxczJIM/T1NLP18Eg3NTPzdUg0sHE2S4='],
  ['iso-8859-7', 'Το φέρι προς το λιμάνι ταξιδεύει και πάλι, είπε ο καπετάνιος, και οι κάτοικοι είναι χαρούμενοι.', '1O8g9t3x6SDw8e/yIPTvIOvp7Nzt6SD04e7p5OX95ekg6uHpIPDc6+ksIOXf8OUg7yDq4fDl9Nzt6e/yLCDq4ekg7+kg6tz07+nq7+kg5d/t4ekg9+Hx7/3s5e3v6S4='],
  ['windows-1256', 'العبارة إلى الميناء تبحر من جديد، قال القبطان، وسكان الجزيرة سعداء بذلك.', 'x+HayMfRySDF4ewgx+Hj7eTHwSDKyM3RIOPkIMzP7c+hIN7H4SDH4d7I2MfkoSDm09/H5CDH4czS7dHJINPaz8fBIMjQ4d8u'],
  ['shift_jis', '港へのフェリーが再び運航している、と船長は語り、島の住民は喜んでいる。', 'jWCC1oLMg3SDRoOKgVuCqo3EgtGJXo1xgrWCxIKigumBQYLGkUSSt4LNjOqC6IFBk4eCzI9alq+CzYrsgvGCxYKigumBQg=='],
  ['euc-jp', '港へのフェリーが再び運航している、と船長は語り、島の住民は喜んでいる。', 'ucGk2KTOpdWlp6XqobykrLrGpNOxv7nSpLekxqSkpOuhoqTIwaXEuaTPuOyk6qGixeekzr27zLGkz7TupPOkx6SkpOuhow=='],
  ['gb18030', '通往港口的渡轮再次运行，船长说，岛上的居民都很高兴。', 'zajN+bjbv9q1xLbJwtbU2bTO1MvQ0KOstKyzpMu1o6y1usnPtcS+08Pxtry63Ljf0Muhow=='],
  ['big5', '通往港口的渡輪再次運行，船長說，島上的居民都很高興。', 's3GpubTkpGaqurTnvfymQaa4uUKm5qFBsu6q+LuhoUGucaRXqrqpfqXBs6Or3LCqv7OhQw=='],
  ['euc-kr', '항구로 가는 여객선이 다시 운항한다고 선장이 말했고 섬 주민들은 기뻐한다.', 'x9exuLfOILChtMIgv6mwtLyxwMwgtNm9wyC/7sfXx9G02bDtILyxwOXAzCC4u8ffsO0gvLYgwda5zrXpwLogseK7tcfRtNku'],
];
const JIS = Buffer.from('GyRCOUEkWCROGyhC', 'base64');

/** A page around bytes. */
const page = (text: Uint8Array, head = '') =>
  Buffer.concat([
    Buffer.from(`<!DOCTYPE html><html><head>${head}<title>x</title></head><body class="page"><p>`),
    text,
    Buffer.from('</p></body></html>'),
  ]);
const read = (bytes: Uint8Array) => {
  const { text, notes } = decodedPage(bytes);
  return { text: /<p>(.*)<\/p>/s.exec(text)?.[1], notes };
};

suite('a page is read', () => {
  for (const [encoding, text, base64] of SENTENCES) {
    const bytes = Buffer.from(base64, 'base64');
    test(`in ${encoding}, which it says`, () =>
      assert.deepEqual(read(page(bytes, `<meta charset="${encoding}">`)), { text, notes: [] }));
    test(`in ${encoding}, which it does not say, and that is told`, () => {
      const found = read(page(bytes));
      assert.equal(found.text, text);
      assert.match(
        found.notes.join(),
        new RegExp(`^it is not UTF-8, and was read as ${encoding}, which is a guess`),
      );
    });
    test(`in ${encoding}, though it says that it is UTF-8`, () =>
      assert.equal(read(page(bytes, '<meta charset="utf-8">')).text, text));
    test(`in UTF-8, though it says ${encoding}`, () =>
      assert.deepEqual(read(page(Buffer.from(text), `<meta charset="${encoding}">`)), {
        text,
        notes: [],
      }));
  }

  const [[, german, latin]] = SENTENCES as [(typeof SENTENCES)[number]];
  const bytes = Buffer.from(latin, 'base64');
  for (const [what, head] of [
    [
      'after 5,000 characters',
      `<script>${'f("<b>");'.repeat(700)}</script><meta charset="windows-1252">`,
    ],
    [
      'after a comment that names another',
      '<!-- <meta charset="koi8-r"> --><meta charset="windows-1252">',
    ],
    [
      'in capitals, without quotation marks, the old way',
      '<META CONTENT="text/html; CHARSET=Windows-1252" HTTP-EQUIV=Content-Type>',
    ],
  ] as const)
    test(`by what it says ${what}`, () =>
      assert.deepEqual(read(page(bytes, head)), { text: german, notes: [] }));

  test('by its mark', () => {
    const marked = Buffer.from(`\ufeff<p>${german}</p>`, 'utf16le');
    assert.equal(read(marked).text, german);
    assert.equal(read(marked.swap16()).text, german);
    assert.equal(decodedPage(Buffer.from(`\ufeff<p>${german}</p>`)).text, `<p>${german}</p>`);
  });

  test('in UTF-8 where a few bytes are spoilt', () => {
    const spoilt = Buffer.concat([
      Buffer.from(german.repeat(5)),
      Buffer.of(0xe4),
      Buffer.from('.'),
    ]);
    assert.deepEqual(read(page(spoilt)), { text: `${german.repeat(5)}\ufffd.`, notes: [] });
  });

  test('in ISO-2022-JP, which is ASCII with escapes', () => {
    assert.equal(read(page(JIS)).text, '港への');
    assert.equal(decoded(JIS, undefined), '港への');
  });
});

test('XML is UTF-8 where it can be, and else what its first line says', () => {
  const head = '<?xml version="1.0" encoding="windows-1251"?>';
  const [, russian = '', base64 = ''] = SENTENCES[2] ?? [];
  const bytes = Buffer.concat([Buffer.from(head), Buffer.from(base64, 'base64')]);
  assert.equal(decodedXml(bytes), head + russian);
  assert.equal(decodedXml(Buffer.from(head + russian)), head + russian);
  assert.throws(() => decodedXml(bytes.subarray(head.length)), /^ImportFault: Line 1 is not UTF-8/);
});

test('a text that is not UTF-8 is refused, and the fault names what it may be', () => {
  const [, , base64 = ''] = SENTENCES[2] ?? [];
  assert.throws(
    () => decoded(Buffer.from(base64, 'base64'), undefined),
    /Line 1 is not UTF-8\. Name its encoding, for instance --encoding windows-1251\.$/,
  );
});

suite('what was read in a wrong encoding before', () => {
  for (const text of ['Die FÃ¤hre', 'sheâ€™s gone', 'ÐŸÐ°Ñ€Ð¾Ð¼', 'a smile ðŸ˜€, Ã©'])
    test(`${text} is told`, () => assert.match(misreadNotes(text).join(), /wrong encoding/));
  for (const text of [
    'Fähre',
    '„Ö“',
    'Maß\u00adnahmen und Ver\u00adän\u00adde\u00adrung, Grö\u00adße',
    'São Tomé, ÃO',
    'Ça va à l’école',
    'Паром',
    '5 € £ ¥',
  ])
    test(`${text} is not`, () => assert.deepEqual(misreadNotes(text), []));
  test('each letter is found once', () =>
    assert.deepEqual(misreadIn('FÃ¤hre fÃ¤hrt'), ['Ã¤', 'Ã¤']));
  test('what could not be read is told', () =>
    assert.match(
      misreadNotes('The caf\ufffd.').join(),
      /^one character could not be read \(“The caf\ufffd\.”\)/,
    ));
});
