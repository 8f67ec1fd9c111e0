import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ListSource } from '../../../src/client/many/list-source.ts';
import { textOf } from '../../../src/client/many/text.ts';

const namesOf = (text: string, choice = 0) => {
  const { names, blank } = new ListSource(text).names(choice);
  return {
    names: names.map(({ written, times }) => (times > 1 ? `${written} ×${times}` : written)),
    blank,
  };
};
const spellingsOf = (text: string) =>
  new ListSource(text).names(0).names.map(({ spellings }) => spellings[0]);

const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    Array.from(text).flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return isLittle ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
    }),
  );

describe('the text of a file', () => {
  const TEXT = 'Ada Varga\nJón Askel\n';

  test('is read in the encodings that spreadsheets write, with a byte order mark or without', () => {
    const utf8 = new TextEncoder().encode(TEXT);
    const mark = new TextEncoder().encode('\uFEFF');
    assert.equal(textOf(utf8), TEXT);
    assert.equal(textOf(Uint8Array.of(...mark, ...utf8)), TEXT);
    for (const isLittle of [true, false]) {
      assert.equal(textOf(utf16(TEXT, isLittle)), TEXT);
      assert.equal(textOf(utf16(`\uFEFF${TEXT}`, isLittle)), TEXT);
    }
    assert.equal(textOf(Uint8Array.of(0x4a, 0xf3, 0x6e)), 'Jón');
    assert.equal(textOf(utf16('\uFEFFآدا فارغا', true)), 'آدا فارغا');
  });

  test('is not made of what is no text', () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0);
    assert.equal(textOf(zip), undefined);
  });
});

describe('the names of a list', () => {
  test('stand one on a line, and blank lines are counted', () => {
    assert.deepEqual(namesOf('Ada Varga\r\n\r\n  \r\nJon Askel\r\n???'), {
      names: ['Ada Varga', 'Jon Askel'],
      blank: 3,
    });
  });

  test('are one where they differ in accents, capitals and signs alone', () => {
    assert.deepEqual(namesOf('Jón Askel\nVarga, Ada\njon ASKEL\nAda Varga\nAda-Varga').names, [
      'Jón Askel ×2',
      'Varga, Ada ×3',
    ]);
    assert.equal(namesOf('John Paul\nPaul John').names.length, 2);
  });

  test('may have the surname first, in some lines or in all', () => {
    assert.deepEqual(spellingsOf('Varga, Ada\nAskel, Jon, Jr.\nPort Ansel\nOrm'), [
      'Ada Varga',
      'Jon Askel Jr.',
      'Port Ansel',
      'Orm',
    ]);
    assert.deepEqual(spellingsOf('"Varga, Ada"\n"Askel, Jon"'), ['Ada Varga', 'Jon Askel']);
    assert.deepEqual(spellingsOf('فارغا، آدا'), ['آدا فارغا']);
  });

  test('are found in the column that says so, whatever stands between columns', () => {
    for (const separator of [',', ';', '\t']) {
      const rows = [
        ['id', 'Full name', 'note'],
        ['1', '"Varga, Ada"', 'pilot'],
        ['2', '"Jon ""Jonny"" Askel"', ''],
        ['', '', ''],
      ];
      const text = rows.map((row) => row.join(separator)).join('\n');
      assert.deepEqual(
        namesOf(text),
        { names: ['Varga, Ada', 'Jon "Jonny" Askel'], blank: 1 },
        separator,
      );
    }
  });

  test('are put together of two columns', () => {
    const table = 'First name;Last name\nAda;Varga\nJon;Askel\n;Orm';
    assert.deepEqual(spellingsOf(table), ['Ada Varga', 'Jon Askel', 'Orm']);
  });

  test('stand in the column with words where nothing says which it is', () => {
    assert.deepEqual(namesOf('17,Ada Varga,1987-03-01\n18,Jon Askel,1987-03-02').names, [
      'Ada Varga',
      'Jon Askel',
    ]);
  });

  test('may be taken from another column', () => {
    const list = new ListSource('id,name,town\n1,Ada Varga,Port Ansel\n2,Jon Askel,Stennet');
    const town = list.choices.findIndex(({ label }) => label === 'town');
    assert.deepEqual(
      list.names(town).names.map(({ written }) => written),
      ['Port Ansel', 'Stennet'],
    );
  });

  test('keep a quotation mark that has no other', () => {
    assert.deepEqual(namesOf('"Ada Varga\nJon Askel').names, ['"Ada Varga', 'Jon Askel']);
  });

  test('of a long list are read at once', () => {
    const text = Array.from({ length: 50_000 }, (_, at) => `"Surname${at}", Given${at}`).join('\n');
    const start = performance.now();
    assert.equal(namesOf(text).names.length, 50_000);
    assert.ok(performance.now() - start < 5000);
  });
});
