import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readArchive } from '../../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../../src/content/store/archive-store.ts';
import { publishedMedia } from '../../../src/domain/media/filed-medium.ts';
import { importRuns } from '../../support/import-runs.ts';
import { column, drawn, pdf } from '../../support/pdf.ts';
import { problemsIn } from '../../support/problems.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const LINES = [
  'The packet boat left Holm on Tuesday with Ada Varga at the',
  'helm, a week after the flood, and will call at the three lower',
  'islands until the mole is mended, the pilots said there.',
];
const NAME = '2021-04-02-boat.pdf';
const ENTRY = 'articles/2021/04/02/the-boat.mdx';
const report = (lines = LINES, given = {}, more: [number, number, number, string][] = []) =>
  pdf([drawn([[50, 740, 20, 'The boat'], ...column(50, 700, lines), ...more])], given);
const KEEPS = { keepsCaptures: true };

suite('a PDF that is read', () => {
  test('is kept beside its text where that is asked for, and not else', async (t) => {
    const { root, source, runs, fieldsOf, files } = importRuns(t);
    const bytes = report();
    write(source, { [NAME]: bytes });
    await runs(NAME);
    assert.deepEqual(files(), [ENTRY]);
    assert.equal(fieldsOf(ENTRY).media, undefined);
    const [outcome] = await runs(NAME, { ...KEEPS, takes: true });
    assert.equal(outcome?.outcome, 'changed');
    const [only, ...none] = fieldsOf(ENTRY).media ?? [];
    assert.deepEqual(none, []);
    assert.equal(only?.kind, 'document');
    assert.equal(only?.caption, 'The boat');
    assert.equal(only?.sha256, fieldsOf(ENTRY).source?.sha256);
    assert.deepEqual(readFileSync(join(root, 'articles/2021/04/02', `${only?.file}`)), bytes);
    assert.deepEqual(await problemsIn(root), []);
    assert.equal((await runs(NAME, KEEPS))[0]?.outcome, 'unchanged');
    assert.equal((await runs(NAME))[0]?.outcome, 'unchanged');
  });

  const annotated = (one: string) => ({ page: `/Annots [<< /Type /Annot ${one} >>]` });
  for (const [what, bytes, words] of [
    [
      'words below a redaction',
      report(LINES, annotated('/Subtype /Redact /Rect [40 590 560 615]'), [
        [50, 600, 10, 'SECRET'],
      ]),
      /words below a redaction/,
    ],
    [
      'a comment',
      report(LINES, annotated('/Subtype /Text /Rect [0 0 9 9] /Contents (SECRET)')),
      /comments/,
    ],
  ] as const)
    test(`is not kept where it holds ${what}, and that is told`, async (t) => {
      const { root, source, runs, files } = importRuns(t);
      write(source, { [NAME]: bytes });
      const [outcome] = await runs(NAME, KEEPS);
      assert.ok(outcome?.outcome === 'imported');
      assert.match(outcome.entry.notes.join('\n'), /its file is not kept: it holds/);
      assert.match(outcome.entry.notes.join('\n'), words);
      assert.deepEqual(files(), [ENTRY]);
      assert.deepEqual(await problemsIn(root), []);
    });

  test('is not published where its article withholds words', async (t) => {
    const { root, source, runs } = importRuns(t);
    write(source, { [NAME]: report() });
    await runs(NAME, KEEPS);
    const published = async () => {
      const store = new ArchiveStore(scratchFolder(t));
      try {
        await readArchive(root, '/', store);
        return [...store.articles()].flatMap(({ entry }) => publishedMedia(entry)).length;
      } finally {
        store.close();
      }
    };
    assert.equal(await published(), 1);
    const path = join(root, ENTRY);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(
        'title: ',
        'withheld: [{ name: Ada Varga, as: the captain, reason: Asked for., date: 2021-04-05 }]\ntitle: ',
      ),
    );
    assert.equal(await published(), 0);
  });

  test('and has changed is not put beside the new text in place of the old one', async (t) => {
    const { root, source, runs } = importRuns(t);
    write(source, { [NAME]: report() });
    await runs(NAME, KEEPS);
    const before = readFileSync(join(root, ENTRY), 'utf8');
    write(source, { [NAME]: report([...LINES, 'Nobody was hurt.']) });
    const [outcome] = await runs(NAME, { ...KEEPS, takes: true });
    assert.ok(outcome?.outcome === 'failed');
    assert.match(
      outcome.reason,
      /the-boat\/2021-04-02-boat\.pdf beside that is the file of the old text/,
    );
    assert.equal(readFileSync(join(root, ENTRY), 'utf8'), before);
  });
});
