import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { biblatexText } from '../../../src/domain/citation/biblatex.ts';
import { cslItem } from '../../../src/domain/citation/csl.ts';
import { FORMS as ADDRESSED, fileAddress } from '../../../src/domain/citation/form.ts';
import type { Reference } from '../../../src/domain/citation/reference.ts';
import {
  quotationInWords,
  referenceInWords,
  referenceOf,
  referenceToParagraph,
} from '../../../src/domain/citation/reference.ts';
import { risText } from '../../../src/domain/citation/ris.ts';

const site = { title: 'The Holms Cuttings', lang: 'en-GB' };
const address = (path: string) => `https://archive.example${path}`;
const ID = '2031/04/02/storm';
const verbatim = (title: string, author?: string, publisher = 'Evening Gazette') =>
  referenceOf(
    {
      id: ID,
      data: {
        date: '2031-04-02',
        text: 'verbatim',
        source: { publisher, ...(author && { author }) },
      },
      heading: { text: title, stated: true },
      lang: 'en-GB',
    },
    address,
    site,
  );
const account = referenceOf(
  {
    id: ID,
    data: {
      date: '2031-04-02',
      text: 'account',
      source: { publisher: 'Evening Gazette', author: 'Ada Varga' },
    },
    heading: { text: 'Storm', stated: true },
    lang: 'en',
  },
  address,
  site,
);
/** The forms in which an article is cited, each as a text. */
const FORMS: { name: string; textOf: (reference: Reference) => string }[] = [
  { name: 'RIS', textOf: risText },
  { name: 'BibLaTeX', textOf: biblatexText },
  { name: 'CSL-JSON', textOf: (reference) => JSON.stringify(cslItem(reference)) },
];

interface Item {
  type: string;
  title: string;
  URL: string;
  language?: string;
  /** Who wrote it, as RIS has it of a newspaper. */
  reporter?: string;
  author?: { literal?: string; family?: string; given?: string }[];
  issued: { 'date-parts': number[][] };
  'container-title': string;
}
const readBy = (text: string): Item => {
  const [item] = new Cite(text).data as Item[];
  assert.ok(item);
  return item;
};

const TITLES = [
  'Storm at Port Ansel',
  '“We look on,” she said',
  '50 % of crews & cooks: #1 of $3 {and} a_b ~ c^d \\ e',
  'عاصفة في ميناء أنسل',
  '嵐、港を閉ざす',
  'L’été à Saint-Orra',
];

for (const { name, textOf } of FORMS) {
  for (const title of TITLES)
    test(`${name}: “${title}” is a newspaper’s article to another program`, () => {
      const item = readBy(textOf(verbatim(title)));
      // That program takes every @article for a journal’s; BibLaTeX has the newspaper in a field.
      if (name === 'BibLaTeX')
        assert.match(textOf(verbatim(title)), /^ {2}entrysubtype = \{newspaper\},$/m);
      else assert.equal(item.type, 'article-newspaper');
      assert.equal(item.title, title);
      assert.equal(item['container-title'], 'Evening Gazette');
      const [year, ...rest] = item.issued['date-parts'][0] ?? [];
      assert.equal(year, 2031);
      // Of a newspaper’s article in RIS that program reads no more than the year.
      if (name === 'RIS') assert.match(textOf(verbatim(title)), /^DA {2}- 2031\/04\/02\r$/m);
      else assert.deepEqual(rest, [4, 2]);
      assert.equal(item.URL, 'https://archive.example/2031/04/02/storm/');
      assert.equal(item.author, undefined);
    });

  test(`${name}: the byline stands as it was printed`, () => {
    const item = readBy(textOf(verbatim('Storm', 'Ada Varga')));
    const [author] = item.author ?? [];
    const said =
      item.reporter ?? author?.literal ?? [author?.given, author?.family].filter(Boolean).join(' ');
    assert.equal(said, 'Ada Varga');
  });

  test(`${name}: an account is the archive’s, and nobody’s byline`, () => {
    const item = readBy(textOf(account));
    assert.equal(item['container-title'], site.title);
    assert.equal(item.author, undefined);
  });
}

const SOURCE = {
  ...{ publisher: 'Evening Gazette', author: 'Ada Varga' },
  ...{ volume: '12', issue: '163', edition: 'late', page: 'A1–A3' },
};
const record = (source: object = SOURCE) =>
  referenceOf(
    {
      id: ID,
      data: { date: '2031-04-02', text: 'none', source },
      heading: { text: 'Storm', stated: true },
      lang: 'en-GB',
    },
    address,
    site,
  );

for (const { name, textOf } of FORMS)
  test(`${name}: where in a newspaper an article stands, to another program`, () => {
    const item = readBy(textOf(record())) as Item & Record<string, string>;
    assert.equal(item['container-title'], 'Evening Gazette');
    assert.deepEqual([item['volume'], item['edition']].map(String), ['12', 'late']);
    // Of a newspaper’s article in RIS that program reads no issue.
    if (name === 'RIS') assert.match(textOf(record()), /^IS {2}- 163\r$/m);
    else assert.equal(`${item['issue']}`, '163');
    assert.match(`${item['page']}`, /^A1[-–]A3$/);
  });

test('a record without a text is the newspaper’s, and said to be recorded here', () => {
  assert.equal(
    referenceInWords(record()),
    `Ada Varga, “Storm”, Evening Gazette, vol. 12, no. 163, late edition, 2 April 2031, pp. A1–A3, recorded in ${site.title}`,
  );
  const { archive, source } = cslItem(record());
  assert.deepEqual([archive, source], [undefined, site.title]);
  assert.match(biblatexText(record()), /addendum = \{Recorded in The Holms Cuttings\}/);
  assert.match(risText(record()), /^DB {2}- The Holms Cuttings\r$/m);
});

test('a record of which the newspaper is not known is not said to be the archive’s', () => {
  const bare = record({ page: '3' });
  assert.equal(referenceInWords(bare), `“Storm”, 2 April 2031, p. 3, recorded in ${site.title}`);
  assert.equal(cslItem(bare)['container-title'], undefined);
  assert.doesNotMatch(biblatexText(bare) + risText(bare), /journaltitle|T2 {2}-|EP {2}-/);
});

test('of an account, which is the archive’s own, no page of the newspaper is cited', () => {
  const own = referenceOf(
    {
      id: ID,
      data: { date: '2031-04-02', text: 'account', source: SOURCE },
      heading: { text: 'Storm', stated: true },
      lang: 'en',
    },
    address,
    site,
  );
  assert.equal(referenceInWords(own), `“Storm”, ${site.title}, 2 April 2031`);
});

test('no headline can begin a field of its own', () => {
  const text = risText(verbatim('Storm\nAU  - Nobody'));
  assert.equal(readBy(text).author, undefined);
  assert.equal(text.split('\r\n').filter((line) => /^[A-Z][A-Z0-9] {2}- /.test(line)).length, 8);
  assert.ok(text.endsWith('ER  - \r\n'));
});

for (const { name, textOf } of FORMS)
  test(`${name}: every author by itself, with summary, subjects and the stated language`, () => {
    const rich = referenceOf(
      {
        id: ID,
        data: {
          date: '2031-04-02',
          text: 'verbatim',
          lang: 'is',
          summary: 'The 50 % lamp.',
          source: {
            publisher: 'Evening Gazette',
            author: 'Jón Ásgrímsson, Ella Voss',
            url: 'https://gazette.example/storm?a=1',
            subjects: ['Lamps', 'Harbour'],
          },
        },
        heading: { text: 'Storm', stated: true },
        lang: 'is',
      },
      address,
      site,
    );
    const text = textOf(rich);
    const item = readBy(text) as Item & Record<string, unknown>;
    if (name === 'RIS')
      assert.match(
        text,
        /AU {2}- Jón Ásgrímsson\r\nAU {2}- Ella Voss\r\n[\s\S]*LA {2}- is\r\nAB {2}- The 50 % lamp\.\r\nKW {2}- Lamps\r\nKW {2}- Harbour\r\n[\s\S]*UR {2}- https:\/\/archive[\s\S]*L2 {2}- https:\/\/gazette\.example\/storm\?a=1\r\n/,
      );
    else {
      assert.equal(item.author?.length, 2);
      assert.equal(item.language, 'is');
      assert.equal(item['abstract'], 'The 50 % lamp.');
      assert.match(text, /Lamps, Harbour/);
    }
    assert.equal(item.URL, 'https://archive.example/2031/04/02/storm/');
    assert.doesNotMatch(textOf(verbatim('Storm')), /LA {2}-|language/);
  });

test('in words: who, what, where and when', () => {
  assert.equal(
    referenceInWords(verbatim('Storm', 'Ada Varga')),
    `Ada Varga, “Storm”, Evening Gazette, 2 April 2031, in ${site.title}`,
  );
  assert.equal(referenceInWords(account), `“Storm”, ${site.title}, 2 April 2031`);
});

test('the opening words stand in brackets where there is no headline', () => {
  const untitled = referenceOf(
    {
      id: ID,
      data: { date: '2031-04-02', text: 'verbatim', source: undefined },
      heading: { text: 'The lamps of', stated: false },
      lang: 'en',
    },
    address,
    site,
  );
  assert.equal(untitled.title, '[The lamps of]');
});

test('a paragraph is cited by its own address', () => {
  const reference = referenceToParagraph(verbatim('Storm'), 'p-abcdefgh');
  assert.equal(reference.url, 'https://archive.example/2031/04/02/storm/#p-abcdefgh');
  assert.equal(
    quotationInWords(reference, 'The lamps went out.'),
    `“The lamps went out.”\n\n${referenceInWords(reference)}, ${reference.url}`,
  );
  for (const { textOf } of FORMS) assert.equal(readBy(textOf(reference)).URL, reference.url);
});

test('a form as an address holds the file whole', async () => {
  const reference = verbatim('L’été: 50 % “à” #1? <b>"\\ {&amp;} +;,= \u200fوقف\u2028 🐦 e\u0301');
  for (const form of ADDRESSED) {
    const response = await fetch(fileAddress(form, reference));
    assert.equal(await response.text(), form.text([reference]));
    assert.ok(response.headers.get('content-type')?.startsWith(form.type));
  }
});

test('such an address is one by the rules for URLs, and is short in any script', () => {
  for (const form of ADDRESSED) {
    const address = fileAddress(form, verbatim('وقف إطلاق النار & "هدنة"\u0085'));
    // https://url.spec.whatwg.org/#url-code-points
    assert.match(address, /^(?:[\w!$&'()*+,\-./:;=?@~\u00a0-\u{10fffd}]|%[0-9A-F]{2})+$/u);
    assert.doesNotMatch(address, /[&"<>]/);
    assert.ok(address.includes('وقف%20إطلاق%20النار'), address);
  }
});
