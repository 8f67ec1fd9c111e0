import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { paragraphIds } from '../../../../src/domain/article/paragraph.ts';
import { importRuns } from '../../../support/import-runs.ts';
import { png } from '../../../support/picture.ts';
import { problemsIn } from '../../../support/problems.ts';
import { write } from '../../../support/scratch.ts';

const LAMP = 'The lamp of the north pier was lit again on Tuesday evening.';
const FERRY = 'The ferry to Holm sails at noon and calls at the islands.';
const ROPE = 'Forty fathoms of rope, &lt;b&gt;new&lt;/b&gt;, were found at the old slip.';
const ROPE_READ = 'Forty fathoms of rope, <b>new</b>, were found at the old slip.';
const DAY = 'articles/1901/04/02';

const line = (words: string, y: number, confidence = 95) =>
  `<span class="ocr_line" title="bbox 40 ${y} 300 ${y + 20}">${words
    .split(' ')
    .map(
      (word, at) =>
        `<span class="ocrx_word" title="bbox ${40 + at * 15} ${y} ${54 + at * 15} ${y + 20}; x_wconf ${confidence}">${word}</span>`,
    )
    .join(' ')}</span>`;
const paragraph = (words: string, y: number, confidence?: number) =>
  `<div class="ocr_carea"><p class="ocr_par" title="bbox 40 ${y} 300 ${y + 40}">${line(words, y, confidence)}</p></div>`;
const page = (image: string, ...content: string[]) =>
  `<div class="ocr_page" title='image "${image}"; bbox 0 0 400 600; ppageno 0'>${content.join('')}</div>`;
const hocr = (...pages: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html><head><title></title><meta name="ocr-system" content="recogniser 5"/></head><body>${pages.join('')}</body></html>`;

suite('hOCR', () => {
  test('is an article a page, with the scan that it names beside it, its words and the places of its paragraphs', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    const text = hocr(page('/home/reader/0007.png', paragraph(LAMP, 60), paragraph(FERRY, 160)));
    write(source, { '1901-04-02.hocr': text, '0007.png': png(400, 600, 1) });
    const outcomes = await runs('');
    const imported = outcomes.filter(({ outcome }) => outcome === 'imported');
    assert.equal(imported.length, 1);
    const [{ entry }] = imported as [Extract<(typeof outcomes)[number], { entry: unknown }>];
    assert.deepEqual(entry.paragraphs, [LAMP, FERRY]);
    const [only, ...none] =
      fieldsOf(`${DAY}/the-lamp-of-the-north-pier-was-lit-again-on-tuesday-evening.mdx`).media ??
      [];
    assert.deepEqual(none, []);
    assert.match(only?.file ?? '', /\/0007\.png$/);
    assert.equal(only?.kind, 'facsimile');
    assert.equal(only?.caption, '1901-04-02');
    const [lamp, ferry] = paragraphIds([LAMP, FERRY]);
    assert.deepEqual(only?.regions, [
      { paragraph: lamp, xywh: '40,60,260,40' },
      { paragraph: ferry, xywh: '40,160,260,40' },
    ]);
    assert.equal(readFileSync(join(root, DAY, only?.ocr ?? ''), 'utf8'), text);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('of several pages has each page’s words alone with its scan; words that look like markup are words', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    write(source, {
      '1901-04-02-a.html': hocr(
        page('a.png', paragraph(LAMP, 60, 40)),
        page('b.png', paragraph(ROPE, 60)),
        page('gone.png', line('No paragraph is here,', 60), line('and no scan.', 90)),
      ),
      'a.png': png(400, 600, 2),
      'b.png': png(200, 300, 3),
    });
    const [a, b, c] = await runs('1901-04-02-a.html');
    assert.ok(a?.outcome === 'imported' && b?.outcome === 'imported' && c?.outcome === 'imported');
    assert.match(a.entry.notes.join(), /mean confidence of 0\.40/);
    assert.deepEqual(b.entry.paragraphs, [ROPE_READ]);
    assert.deepEqual(c.entry.paragraphs, ['No paragraph is here, and no scan.']);
    const [only] = fieldsOf(`articles/${b.id}.mdx`).media ?? [];
    assert.deepEqual(only?.regions, [
      { paragraph: paragraphIds([ROPE_READ])[0], xywh: '20,30,130,20' },
    ]);
    assert.equal(only?.caption, '1901-04-02, p. 2');
    const ocr = readFileSync(join(root, DAY, only?.ocr ?? ''), 'utf8');
    assert.match(ocr, /&lt;b&gt;new&lt;\/b&gt;/);
    assert.doesNotMatch(ocr, /lamp/);
    assert.equal(fieldsOf(`articles/${c.id}.mdx`).media?.[0]?.file, undefined);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('has the language that a page states, or else that of its file', async (t) => {
    const { source, runs, fieldsOf } = importRuns(t);
    const pages = [page('a.png', paragraph(LAMP, 60)), page('b.png', paragraph(FERRY, 60))];
    const text = hocr(...pages)
      .replace('<html>', '<html lang="de_AT">')
      .replace('class="ocr_page" title=\'image "b', 'class="ocr_page" lang="gd" title=\'image "b');
    write(source, { '1901-04-02-c.hocr': text });
    const outcomes = await runs('1901-04-02-c.hocr');
    const langs = outcomes.map((one) =>
      one.outcome === 'imported' ? fieldsOf(`articles/${one.id}.mdx`).lang : one.outcome,
    );
    assert.deepEqual(langs, ['de-AT', 'gd']);
  });

  test('whose pages name one scan comes in without it, and says so', async (t) => {
    const { source, runs, fieldsOf } = importRuns(t);
    write(source, {
      '1901-04-02-a.hocr': hocr(
        page('all.png', paragraph(LAMP, 60)),
        page('all.png', paragraph(FERRY, 60)),
      ),
      'all.png': png(400, 600, 4),
    });
    const [first] = await runs('1901-04-02-a.hocr');
    assert.ok(first?.outcome === 'imported');
    assert.match(first.entry.notes.join(), /its scan is left out, since several pages/);
    assert.equal(fieldsOf(`articles/${first.id}.mdx`).media, undefined);
  });

  test('that nests or grows as none does is refused, and one without words is passed over', async (t) => {
    const { source, runs } = importRuns(t);
    write(source, {
      'deep.hocr': hocr(page('a.png', '<div>'.repeat(300))),
      'none.hocr': hocr(),
      'blank.hocr': hocr(page('a.png')),
    });
    const said = async (name: string) => {
      const [one] = await runs(name);
      return one && 'reason' in one ? one.reason : one?.outcome;
    };
    assert.match((await said('deep.hocr')) ?? '', /nests at most 200 deep/);
    assert.match((await said('none.hocr')) ?? '', /hOCR without a page/);
    assert.match((await said('blank.hocr')) ?? '', /no words/);
  });
});
