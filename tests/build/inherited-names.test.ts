import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { publishedArticles } from '../../src/outputs/search-index/published.ts';
import { runNode } from '../support/command.ts';
import { write } from '../support/scratch.ts';

// What every object has without being given it, as the name of everything that an archivist can name.
const NAMES = ['__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'];
const ARTICLE = '2031/04/02/constructor';
const CONTENT = {
  'people/constructor.yaml': `name: Constructor\naliases: [${NAMES.join(', ')}]\n`,
  'places/prototype.yaml': 'name: Prototype\n',
  'organisations/proto.yaml': 'name: Proto\n',
  [`articles/${ARTICLE}.mdx`]: `---
title: constructor
date: 2031-04-02
text: account
source: { publisher: toString, author: __proto__ }
people: [constructor]
places: [prototype]
organisations: [proto]
figures:
  - { id: constructor, measure: killed, best: 12, qualifier: exact, asStated: 12 dead, group: { label: constructor }, place: prototype, countType: incident, asOf: 2031-04-02, countedBy: proto, cause: toString }
---

Proto said at Prototype: hasOwnProperty is \\_\\_proto\\_\\_.

At Prototype, Constructor and valueOf counted 12 dead constructor by constructor.
`,
};

suite('what is called as every object’s own is called', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const dist = join(folder, 'dist');
  const read = (path: string) => readFileSync(join(dist, path), 'utf8');

  // The build itself looks in the search for every spelling.
  before(async () => {
    write(join(folder, 'content'), CONTENT);
    const env = { ARCHIVE_CONTENT: join(folder, 'content') };
    const { code, stderr } = await runNode(['src/cli/build.ts', '--out', dist], { cwd: '.', env });
    assert.equal(code, 0, stderr);
  });

  test('a figure leads to its paragraph, on the page and in the data', async () => {
    const [article] = await publishedArticles(dist);
    const [, second] = article?.paragraphs ?? [];
    assert.match(second?.text ?? '', /^At Prototype/);
    assert.equal(article?.figures[0]?.paragraph, second?.id);
    const page = load(read(`${ARTICLE}/index.html`));
    assert.equal(page(`#${second?.id} .claim a`).attr('href'), '#f-constructor');
    assert.equal(page('#f-constructor').length, 1);
    const rows: string[][] = parse(read('data/figures.csv'), { bom: true });
    assert.equal(rows.length, 2);
    assert.match(`${rows[1]}`, new RegExp(`${ARTICLE}/#${second?.id}`));
    assert.match(read('data/figures.json'), new RegExp(`${ARTICLE}/#${second?.id}`));
  });

  test('every name is marked in the text, and leads to its page', () => {
    const page = load(read(`${ARTICLE}/index.html`));
    const marked = page('a.name')
      .toArray()
      .map((link) => page(link).text());
    for (const name of ['hasOwnProperty', '__proto__', 'Constructor', 'valueOf'])
      assert.ok(marked.includes(name), name);
    assert.match(read('people/constructor/index.html'), new RegExp(ARTICLE));
  });

  test('search and feeds have it, and nothing that nobody wrote', () => {
    const [record] = JSON.parse(read('search/names.json'));
    assert.deepEqual(record.spellings, ['Constructor', ...NAMES]);
    assert.match(read('feeds/articles.atom'), new RegExp(`${ARTICLE}/`));
    for (const path of [`${ARTICLE}/index.html`, 'data/figures.csv', 'feeds/articles.atom'])
      assert.doesNotMatch(read(path), /native code|\[object Object\]|function Object|undefined/);
  });
});
