import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { articleProblems } from '../../../src/content/reading/article.ts';
import { importer } from '../../../src/import/importer.ts';
import { openAuthorityFile } from '../../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../../src/import/matching/filed-entries.ts';
import type { Outcome } from '../../../src/import/outcome.ts';
import { acceptsAll, leavesAll } from '../../../src/import/review/ask.ts';
import { openDisk } from '../../../src/import/writing/disk.ts';
import { problemsIn } from '../../support/problems.ts';
import { readingsOf } from '../../support/readings.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

/** Imports inputs, each by itself, into an archive that holds these files. */
async function imported(
  t: TestContext,
  files: Record<string, string>,
  inputs: readonly string[],
  archivist = acceptsAll(true),
) {
  const root = join(scratchFolder(t), 'content');
  write(root, files);
  const disk = openDisk(root);
  const archive = {
    authorityFile: openAuthorityFile(root),
    filedEntries: openFiledEntries(root),
    disk,
  };
  const take = importer(archive, { today: '2031-05-01' }, archivist);
  const outcomes: Outcome[] = [];
  for (const input of inputs) {
    const [document] = (await readingsOf(input)).stories;
    assert.ok(document, input);
    outcomes.push(await take({ origin: 'a file', isSole: true, reading: { document } }));
  }
  return { root, outcomes };
}

const notesOf = (outcome: Outcome | undefined) =>
  outcome?.outcome === 'imported' ? outcome.entry.notes.join() : JSON.stringify(outcome);

suite('an entry is checked by the build’s own rules before it is written', () => {
  const CODE =
    '<p>The lamp was lit.</p><pre><code>a\u202e\u2066b\nc</code></pre><p>See <code>d\u202ee</code>.</p>';
  for (const [form, input] of [
    [
      'ninjs',
      JSON.stringify({
        uri: 'urn:q:1',
        type: 'text',
        contentcreated: '2031-04-02',
        body_xhtml: CODE,
      }),
    ],
    [
      'RSS',
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><pubDate>Wed, 02 Apr 2031 08:00:00 GMT</pubDate><content:encoded><![CDATA[${CODE}]]></content:encoded></item></channel></rss>`,
    ],
    [
      'a page',
      `<!doctype html><html><head><meta charset="utf-8"><meta name="date" content="2031-04-02"></head><body><article><p>The harbour was full of boats from all the holms that night.</p>${CODE}</article></body></html>`,
    ],
  ] as const) {
    test(`direction controls in code of ${form} are left out, and said to be`, async (t) => {
      const { root, outcomes } = await imported(t, {}, [input]);
      assert.match(
        notesOf(outcomes[0]),
        /one direction control of code left out,2 control characters left out/,
      );
      assert.deepEqual(await problemsIn(root), []);
    });
  }

  test('a path that an article had before is not taken', async (t) => {
    const old =
      '---\ntitle: Moved\ndate: 2031-04-02\ntext: verbatim\nformerly: [/2031/04/02/quern/]\n---\n\nIt was lit.\n';
    const { root, outcomes } = await imported(t, { 'articles/2031/04/02/moved.mdx': old }, [
      'Title: Quern\nDate: 2031-04-02\n\nThe board met, and nobody else came.',
    ]);
    assert.equal(outcomes[0]?.outcome === 'imported' && outcomes[0].id, '2031/04/02/quern-2');
    assert.deepEqual(await problemsIn(root), []);
  });

  test('an id that a record had before is not taken', async (t) => {
    const { root, outcomes } = await imported(
      t,
      { 'people/adela.yaml': 'name: Adela Kott\nformerly: [ada-varga]\n' },
      ['Title: Quern\nDate: 2031-04-02\n\nAda Varga spoke in Quern on Monday.'],
    );
    assert.deepEqual(outcomes[0]?.outcome === 'imported' && outcomes[0].entry.data.people, [
      'ada-varga-person',
    ]);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a change that loses a name which the entry lists is not taken', async (t) => {
    const page = (who: string) =>
      JSON.stringify({
        uri: 'https://courier.example/1',
        type: 'text',
        contentcreated: '2031-04-02',
        people: who === 'Ada Varga' ? [{ name: who }] : [],
        headline: 'Quern',
        body_text: `${who} spoke in Quern on Monday, and the board of the harbour listened to every word of it, and to the gale that took the roof of the boathouse and all of its windows.`,
      });
    const { root, outcomes } = await imported(t, {}, [page('Ada Varga'), page('Nobody')]);
    assert.ok(outcomes[1]?.outcome === 'failed');
    assert.match(
      outcomes[1].reason,
      /a build would refuse what changed: .*“ada-varga”: A name that is listed/,
    );
    assert.match(
      readFileSync(join(root, 'articles/2031/04/02/quern.mdx'), 'utf8'),
      /Ada Varga spoke/,
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('what the source states and no build would take is a fault, with the build’s reason', async (t) => {
    const item = {
      uri: 'urn:q:2',
      type: 'text',
      contentcreated: '2031-04-02',
      language: 'quernish',
      body_text: 'The lamp of Quern was lit.',
    };
    const { outcomes } = await imported(t, {}, [JSON.stringify(item)], leavesAll(false));
    assert.ok(outcomes[0]?.outcome === 'failed');
    assert.match(
      outcomes[0].reason,
      /^A build would refuse it: “quernish”: A language is a BCP 47 tag\. Write the tag/,
    );
  });
});

suite('what a build says of one article, whatever the others are', () => {
  const { records } = openAuthorityFile('tests/fixtures/none');
  const problemsOf = (body: string) =>
    articleProblems(
      'q.mdx',
      '2031/04/02/q',
      `---\ndate: 2031-04-02\ntext: verbatim\n---\n\n${body}\n`,
      records,
      '/',
    );
  for (const [body, rule] of [
    ['[a](https://a.example/%zz)', /A % in an address/],
    ['[a](ftp://a.example/)', /A link starts with/],
    ['[a](//a.example/)', /A link starts with/],
    ['a\u202eb', /bidirectional/],
    ['', /has a text/],
  ] as const) {
    test(`${JSON.stringify(body)} is refused`, async () =>
      assert.match((await problemsOf(body)).map((one) => one.rule).join(), rule));
  }
  test('a link within the archive is not its to judge', async () =>
    assert.deepEqual(await problemsOf('[a](/2031/04/01/b/), [c](https://c.example/%20)'), []));
});
