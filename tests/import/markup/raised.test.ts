import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toString as toText } from 'mdast-util-to-string';
import { bodyOfMarkdown } from '../../../src/import/formats/markdown/body.ts';
import { bodyOfHtml, textOfHtml } from '../../../src/import/markup/markup.ts';

const textsOf = (html: string) =>
  bodyOfHtml(html, 'https://gazette.example/brook').body.children.map((node) => toText(node));

describe('what stands above or below its line', () => {
  for (const [html, text] of [
    ['It cost 10<sup>6</sup> crowns.', 'It cost 10^6 crowns.'],
    ['One in 10<sup>-12</sup>.', 'One in 10^-12.'],
    ['About 10<sup>n + 1</sup> of them.', 'About 10^(n + 1) of them.'],
    ['In 10<sup>n</sup> years.', 'In 10^n years.'],
    ['A plot of 40 m<sup>2</sup>.', 'A plot of 40 m².'],
    ['H<sub>2</sub>O and CO<sub>2</sub>', 'H₂O and CO₂'],
    ['the number 101<sub>2</sub>', 'the number 101_2'],
    ['a speed v<sub>max</sub> was', 'a speed v_max was'],
    ['The <sup>14</sup>C test', 'The ¹⁴C test'],
    ['the 4<sup>th</sup> of May, M<sup>me</sup> Brun', 'the 4th of May, Mme Brun'],
    ['n<sup>o</sup> 12, la 3<sup>a</sup> calle', 'nº 12, la 3ª calle'],
    ['2<sup>1</sup>/<sub>2</sub> loaves', '2 1/2 loaves'],
    ['Brookmilk<sup>®</sup> sold', 'Brookmilk® sold'],
    ['10<sup>1</sup><sup>2</sup> grains', '10^12 grains'],
    ['10<strong><sup>6</sup></strong> grains', '10^6 grains'],
  ] as const)
    test(text, () => {
      assert.deepEqual(textsOf(`<p>${html}</p>`), [text]);
      assert.equal(textOfHtml(html), text);
    });

  test('a link to a note is the mark of one, on either side of the raised type', () => {
    assert.deepEqual(
      textsOf(
        '<p>The weir held.<sup><a href="#n1">1</a></sup> So did the mill<a href="#n2"><sup>2</sup></a>, all said<sup>[3]</sup>.</p>',
      ),
      ['The weir held. [1] So did the mill [2], all said [3].'],
    );
  });

  test('a number behind a word is the mark of a note where a note begins with it', () => {
    const notes = '<p><sup>1</sup> The book of the mill.</p><p><sup>2</sup>The same.</p>';
    assert.deepEqual(textsOf(`<p>The weir<sup>1,2</sup> is 3 m<sup>3</sup> of oak.</p>${notes}`), [
      'The weir [1,2] is 3 m³ of oak.',
      '[1] The book of the mill.',
      '[2] The same.',
    ]);
  });

  test('a link to elsewhere stays one', () => {
    const { body } = bodyOfHtml('<p>See<sup> <a href="https://a.example/">here</a></sup></p>', '');
    assert.match(JSON.stringify(body), /"url":"https:\/\/a\.example\/"/);
  });

  test('Markdown has it as a page has', () => {
    const { body, notes } = bodyOfMarkdown('Of 10<sup>6</sup>, H<sub>2</sub>O.', undefined, false);
    assert.deepEqual([body.children.map((node) => toText(node)), notes], [['Of 10^6, H₂O.'], []]);
  });
});

describe('readings over words', () => {
  const RUBY = '<ruby>川辺<rp>(</rp><rt>かわべ</rt><rp>)</rp></ruby>の<ruby>堰<rt>せき</rt></ruby>';

  test('are left out of the sentence, and told', () => {
    const { body, notes } = bodyOfHtml(`<p>${RUBY}は古い。</p>`, undefined);
    assert.deepEqual(
      body.children.map((node) => toText(node)),
      ['川辺の堰は古い。'],
    );
    assert.deepEqual(notes, ['2 readings over words (ruby) left out']);
  });

  test('of Markdown too, where nothing else of its HTML is lost', () => {
    const { body, notes } = bodyOfMarkdown(`${RUBY}は古い。`, undefined, false);
    assert.deepEqual(
      body.children.map((node) => toText(node)),
      ['川辺の堰は古い。'],
    );
    assert.deepEqual(notes, ['2 readings over words (ruby) left out']);
  });
});
