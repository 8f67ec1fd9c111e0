import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toString as textOf } from 'hast-util-to-string';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { elements, pagesOf } from '../support/pages.ts';
import { referenceIn } from '../support/references.ts';

const { isles } = ARCHIVES;
const ID = '2033/06/12/who-kept-the-lamp-at-dunmarrow';
const TITLE = 'Who kept the lamp at Dunmarrow? <b>A reckoning</b> {in two parts}';
const NO_TEXT = 'The archive holds the record of this article, and not its text.';

const words = (path: string) => {
  const page = pagesOf(isles).find((one) => one.path === path);
  assert.ok(page, path);
  return textOf(page.tree).replace(/\s+/g, ' ');
};
const json = (path: string) => JSON.parse(readBuilt(isles, path));

describe('an article of which the archive holds no text', () => {
  test('its page says so, has no place for a text, and tells where the article stands', () => {
    const page = words(`/${ID}/`);
    for (const said of [
      NO_TEXT,
      'Published by The Vessery Courier, vol. 12, no. 163, late edition, pp. A1–A3',
      'By Odo Fennimarch',
      `“${TITLE}”, The Vessery Courier, vol. 12, no. 163, late edition, 12 June 2033, pp. A1–A3, recorded in `,
    ])
      assert.ok(page.includes(said), said);
    assert.doesNotMatch(page, /¶|word for word|quotation with its source/);
    const tree = pagesOf(isles).find(({ path }) => path === `/${ID}/`)?.tree;
    assert.ok(tree);
    const classed = (name: string) =>
      elements(tree, ({ properties }) => [properties['className']].flat().includes(name));
    assert.equal(classed('prose').length, 0);
    assert.equal(classed('cite').length, 1);
  });

  test('its headline is text wherever it stands', () => {
    for (const path of [`/${ID}/`, '/2033/06/12/', '/people/hesper-tindall-roake/'])
      assert.ok(words(path).includes(TITLE), path);
  });

  test('lists, of days and of names, say that it is the record only', () => {
    for (const path of ['/2033/06/12/', '/people/hesper-tindall-roake/', '/places/dunmarrow/'])
      assert.match(words(path), /The record only, not the text/, path);
    assert.doesNotMatch(words('/2033/06/10/'), /The record only/);
  });

  test('the page of a person whom it names shows its summary, and does not say that it is unnamed', () => {
    const page = words('/people/hesper-tindall-roake/');
    assert.match(page, /sets out, from the books of the harbour at Port Ansel/);
    assert.doesNotMatch(page, /without naming it/);
  });

  test('its data have no paragraphs, and say which kind it is', () => {
    const { text, paragraphs, mentions, figures, people, source, citation } = json(
      `${ID}/index.json`,
    );
    assert.deepEqual([text, paragraphs, mentions, figures], ['none', [], [], []]);
    assert.deepEqual(
      people.map(({ id }: { id: string }) => id),
      ['hesper-tindall-roake'],
    );
    const { volume, issue, edition, page } = source;
    assert.deepEqual([volume, issue, edition, page], ['12', '163', 'late', 'A1–A3']);
    assert.equal(citation.archive, undefined);
    assert.equal(citation.page, 'A1–A3');
    const listed = json('data/articles.json').find(({ id }: { id: string }) => id === ID);
    assert.equal(listed.text, 'none');
  });

  test('its references as files say where it stands, and that the archive has its record', () => {
    const page = pagesOf(isles).find(({ path }) => path === `/${ID}/`);
    assert.ok(page);
    const ris = referenceIn(page, 'ris');
    for (const line of ['VL  - 12', 'IS  - 163', 'ET  - late', 'SP  - A1', 'EP  - A3'])
      assert.ok(ris.split('\r\n').includes(line), line);
    const bib = referenceIn(page, 'bib');
    for (const field of ['volume = {12}', 'number = {163}', 'edition = {late}', 'pages = {A1--A3}'])
      assert.ok(bib.includes(field), field);
    assert.match(bib, /addendum = \{Recorded in /);
  });

  test('its linked data name the issue and the page', () => {
    const html = readBuilt(isles, `${ID}/index.html`);
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '',
    );
    assert.equal(data.headline, TITLE);
    assert.deepEqual(data.isBasedOn.isPartOf, {
      '@type': 'PublicationIssue',
      issueNumber: '163',
      isPartOf: { '@type': 'PublicationVolume', volumeNumber: '12' },
    });
    assert.deepEqual([data.isBasedOn.printEdition, data.isBasedOn.printPage], ['late', 'A1–A3']);
  });

  test('feeds tell its summary', () => {
    const feed = readBuilt(isles, 'feeds/articles.atom');
    assert.match(feed, /which keepers stood the night watches/);
  });
});
