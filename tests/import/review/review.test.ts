import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { filesBelow } from '../../../src/content/files/files-below.ts';
import { KINDS } from '../../../src/domain/authorities/authority.ts';
import { paragraphsOf } from '../../../src/import/formats/text.ts';
import { importer } from '../../../src/import/importer.ts';
import { openAuthorityFile } from '../../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../../src/import/matching/filed-entries.ts';
import { FiledMedia } from '../../../src/import/media/filed-media.ts';
import { writtenDocument } from '../../../src/import/reader/reading.ts';
import { leavesAll, Stopped } from '../../../src/import/review/ask.ts';
import { reviewEntry } from '../../../src/import/review/review.ts';
import type { Answer, Reviewer } from '../../../src/import/review/reviewer.ts';
import { noNames } from '../../../src/import/source-document.ts';
import { openDisk } from '../../../src/import/writing/disk.ts';
import { problemsIn } from '../../support/problems.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const TEXT =
  'Ada Varga spoke in Port Ansel, and President Ilja Brandt was there.\n\nAt least 30 sailors were killed and nearly 200 people taken in Port Ansel, the Harbour Board said.\n\nOne man was hurt.';

/** An archive with one entry, whose suggestions wait. */
async function waiting(t: TestContext, text = TEXT, records: Record<string, string> = {}) {
  const root = join(scratchFolder(t), 'content');
  write(root, records);
  const disk = openDisk(root);
  const document = {
    sha256: '0'.repeat(64),
    title: 'Quern',
    date: '2031-04-02',
    named: noNames(),
    body: paragraphsOf(text),
    notes: [],
  };
  const take = importer(
    { authorityFile: openAuthorityFile(root), filedEntries: openFiledEntries(root), disk },
    { today: '2031-05-01' },
    leavesAll(false),
  );
  const outcome = await take({
    origin: 'a file',
    isSole: true,
    reading: { document: await writtenDocument(document) },
  });
  assert.ok(outcome.outcome === 'imported');
  const { path } = outcome;
  return {
    root,
    path,
    review: (reviewer: Reviewer) =>
      reviewEntry(
        path,
        { root, authorityFile: openAuthorityFile(root), filedMedia: new FiledMedia(root), disk },
        reviewer,
      ),
    data: () => parse(readFileSync(path, 'utf8').split(/^---$/m)[1] ?? ''),
  };
}

type Said = Answer | 'all' | 'leave';

/** Answers by what is shown, and keeps that. */
function answers(say: (words: string, at: number) => Said, way: 'each' | 'all' | 'later' = 'each') {
  const shown: string[] = [];
  const told: string[] = [];
  const reviewer: Reviewer = {
    begin: async () => way,
    answer: async (_, words) => {
      shown.push(words);
      return say(words, shown.length - 1);
    },
    tell: (note) => void told.push(note),
  };
  return { shown, told, reviewer };
}

/** Every value of fields, with its name. */
const leaves = (value: object, within = ''): string[] =>
  Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null
      ? leaves(inner, `${within}${name}.`)
      : [`${within}${name}: ${inner}`],
  );

/** All that the files of an archive state, a line each: what a review may change. */
function statements(root: string): Set<string> {
  const said = new Set<string>();
  for (const { path, isFolder } of filesBelow(root)) {
    if (isFolder) continue;
    const text = readFileSync(path, 'utf8');
    if (path.endsWith('.yaml')) {
      const { name, aliases = [] } = parse(text);
      for (const spelling of [name, ...aliases])
        said.add(`${path.slice(root.length + 1, -5)} ${spelling}`);
      continue;
    }
    const { suggested: _, figures = [], ...data } = parse(text.split(/^---$/m)[1] ?? '');
    for (const kind of KINDS) for (const id of data[kind] ?? []) said.add(`${kind}/${id}`);
    for (const figure of figures)
      for (const leaf of leaves(figure)) said.add(`${figure.id} ${leaf}`);
    const { people: __, places: ___, organisations: ____, ...rest } = data;
    said.add(JSON.stringify(rest));
  }
  return said;
}

const SENTENCES = [
  'At least 30 sailors were killed in Port Ansel, the Harbour Board said.',
  'Since Monday 1,200 people have been displaced in Vellmar, according to the Harbour Board.',
  'Between 3 and 5 men were hurt near Port Ansel.',
  'Dozens of soldiers are missing, the Coast Guard said.',
  'The death toll rose to 81, the Ansel Harbour Board said.',
  'Some 40 of them were taken hostage in Ansel.',
  'Captain Varga said that one woman was arrested.',
  'Ada Varga spoke to Ilja Brandt in Port Ansel.',
  'Mr Brandt of the Coast Guard came to Vellmar.',
];

suite('a question shows what yes writes', () => {
  test('every name and field that an answer adds stands in the words that were shown', async (t) => {
    const records = {
      'people/ada-varga.yaml': 'name: Ada Varga\naliases: [Captain Varga]\n',
      'places/vellmar.yaml': '# seen by the desk\nname: Vellmar\n',
      'organisations/coast-guard.yaml': 'name: Coast Guard\n',
    };
    const saying = fc.constantFrom<Said>(
      'yes',
      'yes',
      'yes',
      'no',
      'later',
      'all',
      { other: 'Ada Varga' },
      { other: 'Port Ansel' },
      { other: 'Old Ilja' },
    );
    const plan = fc.record({
      sentences: fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 2 }),
      says: fc.array(saying, { minLength: 30, maxLength: 30 }),
    });
    let written = 0;
    for (const { sentences, says } of fc.sample(plan, { numRuns: 14, seed: 16 })) {
      const { root, review } = await waiting(t, sentences.join('\n\n'), records);
      let before = statements(root);
      let allowed: string[] = [];
      // Of all that were shown together some are asked about again, and the rest is filed after those.
      const agreed: string[] = [];
      const check = () => {
        const after = statements(root);
        for (const said of after) {
          if (before.has(said)) continue;
          written++;
          const words = said.slice(said.indexOf(' ') + 1);
          assert.ok(
            [...allowed, ...agreed].some((shown) => shown.includes(words)),
            `${said}\n\n${allowed.join('\n')}`,
          );
        }
        before = after;
      };
      let edits = 0;
      await review({
        begin: async () => 'each',
        answer: async (_, words, rest) => {
          check();
          const said = says.shift() ?? 'yes';
          // An edit is offered again; a second one would go round in a ring.
          const answer = typeof said === 'object' && edits++ > 3 ? 'yes' : said;
          if (answer !== 'all') allowed = answer === 'yes' ? [words] : [];
          else agreed.push(words, ...rest);
          return answer;
        },
        tell: () => undefined,
      });
      check();
      assert.deepEqual(await problemsIn(root), []);
    }
    assert.ok(written > 150, `${written}`);
  });

  test('who counted is shown by name once the name is accepted, and not written before', async (t) => {
    const { review, data } = await waiting(t);
    const { shown, reviewer } = answers(() => 'yes');
    await review(reviewer);
    const figure = shown.find((words) => words.startsWith('At least 30 sailors'));
    assert.match(figure ?? '', /according to the Harbour Board, .*\n.*countedBy: harbour-board/);
    assert.equal(data().figures[0].countedBy, 'harbour-board');
    const other = await waiting(t);
    const refusing = answers((words) => (words.startsWith('Organisation') ? 'no' : 'yes'));
    await other.review(refusing.reviewer);
    assert.match(refusing.shown.join('\n'), /who counted is not stated, from “At least 30/);
    assert.equal(other.data().figures[0].countedBy, 'unknown');
  });

  test('all is what was shown as all', async (t) => {
    const { review, data } = await waiting(t);
    let words: readonly string[] = [];
    await review({
      begin: async (_, shown) => {
        words = shown;
        return 'all';
      },
      answer: async () => assert.fail('nothing is asked'),
      tell: () => undefined,
    });
    for (const figure of data().figures)
      for (const leaf of leaves(figure))
        assert.ok(
          words.some((shown) => shown.includes(leaf)),
          leaf,
        );
    assert.equal(data().suggested, undefined);
  });
});

suite('a name under another one', () => {
  test('that is on record: the record gets the text’s words as a spelling, and the rest of it stays', async (t) => {
    const record =
      '# by the desk\nname: Adela Varga\naliases: [A. Varga]\ndescription: Ferry captain.\n';
    const { root, review, data } = await waiting(t, TEXT, { 'people/v/adela.yaml': record });
    const { shown, reviewer } = answers((words) =>
      words.startsWith('Person: Ada Varga\na new') ? { other: 'A. Varga' } : 'yes',
    );
    const { left } = await review(reviewer);
    assert.ok(
      shown.includes(
        'Person: Ada Varga\non file as people/adela, Adela Varga, which gets the spelling “Ada Varga”',
      ),
      shown.join('\n'),
    );
    assert.deepEqual(data().people.slice(0, 1), ['adela']);
    assert.equal(
      readFileSync(join(root, 'people/v/adela.yaml'), 'utf8'),
      record.replace('[A. Varga]', '[A. Varga, Ada Varga]'),
    );
    assert.deepEqual(left.people, []);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('that two records have: it is said, and nothing is lost', async (t) => {
    const { review, data } = await waiting(t, TEXT, {
      'people/a.yaml': 'name: Ines\n',
      'people/b.yaml': 'name: Ines\n',
    });
    let edits = 0;
    const { told, reviewer } = answers((words) =>
      words.includes('Ada Varga') && edits++ === 0 ? { other: 'Ines' } : 'later',
    );
    const { left } = await review(reviewer);
    assert.match(told.join(), /“Ines” may be a or b/);
    assert.ok(left.people.some(({ name }) => name === 'Ada Varga'));
    assert.ok(data().suggested.people.some(({ name }: { name: string }) => name === 'Ada Varga'));
  });

  test('that a place has: the person’s record has an id of its own', async (t) => {
    const { root, review, data } = await waiting(t, TEXT, { 'places/quern.yaml': 'name: Quern\n' });
    const { reviewer } = answers((words) =>
      words.startsWith('Person: Ada Varga\n')
        ? { other: 'Quern' }
        : words.startsWith('Person: Quern')
          ? 'yes'
          : 'leave',
    );
    await review(reviewer);
    assert.deepEqual(data().people, ['quern-person']);
    assert.equal(
      readFileSync(join(root, 'people/quern-person.yaml'), 'utf8'),
      'name: Quern\naliases:\n  - Ada Varga\n',
    );
  });

  test('two of a text under one: one record with both spellings', async (t) => {
    const { root, review, data } = await waiting(t);
    const { reviewer } = answers((words) =>
      /^Person: (?:Ada Varga|Ilja Brandt)\na new/.test(words)
        ? { other: 'The Pair' }
        : words.startsWith('Person')
          ? 'yes'
          : 'leave',
    );
    await review(reviewer);
    assert.deepEqual(data().people, ['the-pair']);
    assert.deepEqual(parse(readFileSync(join(root, 'people/the-pair.yaml'), 'utf8')).aliases, [
      'Ada Varga',
      'Ilja Brandt',
    ]);
    assert.deepEqual(await problemsIn(root), []);
  });
});

suite('what was answered is on the disk', () => {
  const ALL = 7;
  for (let count = 0; count <= ALL; count++) {
    test(`stopped after ${count} of ${ALL} answers`, async (t) => {
      const { root, review, data } = await waiting(t);
      const suggested = () =>
        Object.values((data().suggested ?? {}) as Record<string, unknown[]>).flat().length;
      assert.equal(suggested(), ALL);
      const { reviewer } = answers((_, at) => {
        assert.equal(suggested(), ALL - at, 'each answer is in before the next question');
        if (at === count) throw new Stopped();
        return at % 3 === 2 ? 'no' : 'yes';
      });
      if (count < ALL) await assert.rejects(review(reviewer), Stopped);
      else await review(reviewer);
      assert.equal(suggested(), ALL - count);
      assert.deepEqual(await problemsIn(root), []);
      // The next review goes on with the rest.
      const rest = answers(() => 'yes');
      await review(rest.reviewer);
      assert.equal(rest.shown.length, ALL - count);
    });
  }
});

suite('what happens while a question stands', () => {
  test('the entry is edited: the edit stays, and so does the answer', async (t) => {
    const { path, review, data } = await waiting(t);
    const { shown, reviewer } = answers((_, at) => {
      if (at === 1)
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace('title: Quern', 'title: Quern lit # by hand'),
        );
      return 'yes';
    });
    await review(reviewer);
    assert.match(readFileSync(path, 'utf8'), /^title: Quern lit # by hand$/m);
    assert.equal(data().suggested, undefined);
    assert.equal(new Set(shown).size, shown.length, 'nothing was asked twice');
  });

  test('the entry is spoilt: nothing is written over it', async (t) => {
    const { path, review } = await waiting(t);
    const { reviewer } = answers((_, at) => {
      if (at === 1)
        writeFileSync(path, readFileSync(path, 'utf8').replace('text: verbatim', 'text: verbatm'));
      return 'yes';
    });
    await assert.rejects(
      review(reviewer),
      /It has faults; run npm run build .* “text” is one of verbatim, account/,
    );
    assert.match(readFileSync(path, 'utf8'), /verbatm/);
  });

  test('the suggestion is taken out: its answer adds nothing', async (t) => {
    const { path, review, data } = await waiting(t);
    const { shown, reviewer } = answers((words) => {
      if (words.startsWith('Person: Ilja Brandt'))
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace('  people:\n    - name: Ilja Brandt\n', ''),
        );
      return 'yes';
    });
    await review(reviewer);
    assert.ok(shown.some((words) => words.startsWith('Person: Ilja Brandt')));
    assert.deepEqual(data().people, ['ada-varga']);
  });

  test('the record is made by another, or removed: the suggestion waits, and it is said why', async (t) => {
    const { root, review, data } = await waiting(t, TEXT, {
      'places/port-ansel.yaml': 'name: Port Ansel\n',
    });
    const { told, reviewer } = answers((words) => {
      if (words.startsWith('Person: Ada Varga'))
        write(root, { 'people/ada-varga.yaml': 'name: Ada Varga\ndescription: Another.\n' });
      if (words.startsWith('Place: Port Ansel')) rmSync(join(root, 'places/port-ansel.yaml'));
      return words.startsWith('At least') ? 'leave' : 'yes';
    });
    const { notes } = await review(reviewer);
    assert.match(
      told.join('\n'),
      /people\/ada-varga\.yaml is there already; somebody added it meanwhile/,
    );
    assert.match(
      told.join('\n'),
      /places\/port-ansel\.yaml is gone; somebody removed it meanwhile/,
    );
    assert.deepEqual(notes, told);
    assert.equal(
      readFileSync(join(root, 'people/ada-varga.yaml'), 'utf8'),
      'name: Ada Varga\ndescription: Another.\n',
    );
    assert.ok(!existsSync(join(root, 'places/port-ansel.yaml')));
    assert.deepEqual([data().people, data().places], [['ilja-brandt'], undefined]);
    assert.deepEqual(
      data().suggested.people.map(({ name }: { name: string }) => name),
      ['Ada Varga'],
    );
  });
});
