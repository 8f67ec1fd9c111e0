import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { statedIn } from '../../../../src/import/formats/fields/stated.ts';
import { meaningsOf, plainName, SYNONYMS } from '../../../../src/import/formats/fields/synonym.ts';
import { isOfStatus } from '../../../../src/import/formats/fields/withheld.ts';

const doc = readFileSync('docs/import.md', 'utf8').replace(/ +/g, ' ');

suite('names of fields', () => {
  for (const [meaning, lines] of Object.entries(SYNONYMS))
    test(`the docs have those of ${meaning}`, () => {
      const names = lines.join(' ').split(' ');
      assert.ok(doc.includes(`| ${names.join(', ')} |`), names.join(', '));
      for (const name of names) assert.ok(meaningsOf(name).includes(meaning as 'title'), name);
    });

  test('case, accents, signs and vocabularies do not count', () => {
    for (const name of [
      'publish_date',
      'Publish Date',
      'publishDate',
      'dcterms:publishdate',
      'PUBLISH-DATE',
    ])
      assert.deepEqual(meaningsOf(name), ['date'], name);
    assert.equal(plainName('Dublin Core : Título'), 'titulo');
    assert.deepEqual(meaningsOf('constructor'), []);
    assert.deepEqual(meaningsOf('__proto__'), []);
  });

  test('what says whether an item is public is no article’s field, and no loss', () => {
    for (const name of [
      'draft',
      'is_published',
      'Entwurf',
      'publié',
      'visibility',
      'password',
      'embargoed_until',
    ])
      assert.ok(isOfStatus(name), name);
    for (const name of ['title', 'mood', 'lead', 'toString']) assert.ok(!isOfStatus(name), name);
  });
});

suite('what fields state', () => {
  test('the first name that says something is taken, and what is said twice is no loss', () => {
    const { facts, notes } = statedIn([
      ['byline', 'Jon Brandt'],
      ['headline', 'Lamp'],
      ['title', ' '],
      ['seo', 'Lamp'],
      ['author', 'Ismene Kott'],
      ['pubDate', '2021-04-02'],
      ['date', '2021-04-02'],
    ]);
    assert.deepEqual(
      [facts.title, facts.author, facts.date],
      ['Lamp', 'Ismene Kott', '2021-04-02'],
    );
    assert.deepEqual(notes, ['its fields “byline” left out']);
  });

  test('a source is an address or a publisher', () => {
    const { facts } = statedIn([
      ['source', 'https://courier.example/1'],
      ['quelle', 'Quern Courier'],
    ]);
    assert.deepEqual([facts.url, facts.publisher], ['https://courier.example/1', 'Quern Courier']);
    assert.equal(statedIn([['source', 'Quern Courier']]).facts.publisher, 'Quern Courier');
  });

  test('a path is an old address of the site that another field names, or is left out', () => {
    const { facts } = statedIn([
      ['canonical', 'https://courier.example/1'],
      ['permalink', '/2021/lamp/'],
    ]);
    assert.deepEqual(facts.formerUrls, ['https://courier.example/2021/lamp/']);
    const { facts: other, notes } = statedIn([
      ['permalink', '/2021/lamp/'],
      ['aliases', ['//evil.example/x', 'javascript:1']],
    ]);
    assert.deepEqual([other.formerUrls, other.url], [undefined, undefined]);
    assert.deepEqual(notes, ['its fields “permalink”, “aliases” left out']);
  });

  test('what is not understood is told: a day, a language', () => {
    const { facts, notes } = statedIn([
      ['date', 'soon'],
      ['language', 'English'],
      ['lang', 'de_AT'],
    ]);
    assert.deepEqual([facts.date, facts.lang], [undefined, 'de-AT']);
    assert.deepEqual(notes, [
      'the date “soon” was not understood',
      'its fields “language” left out',
    ]);
  });
});
