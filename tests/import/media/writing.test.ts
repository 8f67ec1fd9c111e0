import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { WORDLESS } from '../../../src/domain/media/gap.ts';
import type { FetchMedium } from '../../../src/import/media/source-medium.ts';
import type { Outcome } from '../../../src/import/outcome.ts';
import { reportedItem } from '../../../src/import/report/reported-item.ts';
import { importRuns } from '../../support/import-runs.ts';
import { png } from '../../support/picture.ts';
import { problemsIn } from '../../support/problems.ts';
import { write } from '../../support/scratch.ts';

const BOAT = png(40, 30, 1);
const QUAY = png(40, 30, 2);
const ONE =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';
const TWO =
  'It will call at the three lower islands until the mole is mended, the pilots said there.';
const POST = (body: string) => `---\ntitle: The boat\ndate: 2021-04-02\n---\n\n${body}\n`;
const ENTRY = 'articles/2021/04/02/the-boat.mdx';

/** Runs of imports that each give one outcome, of the one article of this file. */
function archive(t: TestContext) {
  const { runs, fieldsOf, ...others } = importRuns(t);
  const run = async (...given: Parameters<typeof runs>): Promise<Outcome> => {
    const [outcome] = await runs(...given);
    assert.ok(outcome);
    return outcome;
  };
  return { ...others, run, fields: () => fieldsOf(ENTRY) };
}

suite('files beside an entry', () => {
  test('they lie in a folder of its name, and a build takes the entry', async (t) => {
    const { root, source, run, fields, files } = archive(t);
    write(source, {
      'post.md': POST(`${ONE}\n\n![A boat](img/boat.jpeg)\n\n${TWO}`),
      'img/boat.jpeg': BOAT,
    });
    const outcome = await run('post.md');
    assert.equal(outcome.outcome, 'imported');
    const file = 'the-boat/boat.png';
    assert.deepEqual(files(), ['articles/2021/04/02/the-boat.mdx', `articles/2021/04/02/${file}`]);
    const [medium] = fields().media ?? [];
    assert.equal(medium?.file, file);
    assert.equal(medium?.creditLine, 'unknown');
    assert.equal(medium?.altText, 'A boat');
    assert.match(`${medium?.position}`, /^p-/);
    assert.match(`${medium?.sha256}`, /^[\da-f]{64}$/);
    assert.deepEqual(readFileSync(join(root, 'articles/2021/04/02', file)), BOAT);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('names are made by us: of any script, in capitals, twice, with signs, and one of each file', async (t) => {
    const { root, source, run, files } = archive(t);
    const names = ['Boat.PNG', 'boat.png', 'Лодка у мола.png', '船.png', 'a;b$(c).png', 'CON.png'];
    const pictures = names.map((name, seed) => [`img/${seed}/${name}`, png(40, 30, seed)] as const);
    write(source, {
      'post.md': POST(
        [
          ...pictures.map(([path]) => `![A boat](<${encodeURI(path)}>)`),
          '![The same](img/0/Boat.PNG)',
          '![A copy](img/copy.png)',
          TWO,
        ].join('\n\n'),
      ),
      'img/copy.png': png(40, 30, 0),
      ...Object.fromEntries(pictures),
    });
    const outcome = await run('post.md');
    assert.equal(outcome.outcome, 'imported');
    const media = files().filter((path) => !path.endsWith('.mdx'));
    assert.equal(media.length, names.length);
    assert.equal(new Set(media.map((path) => path.toLowerCase())).size, names.length);
    for (const path of media)
      assert.match(path, /^articles\/2021\/04\/02\/the-boat\/[a-z\d-]+\.png$/);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a file that another entry shows keeps what that one says of it; one that it withholds is withheld', async (t) => {
    const { root, source, run, fields, files } = archive(t);
    const other = (medium: string) =>
      write(root, {
        'articles/2021/03/01/quay.mdx': `---\ntitle: The quay\ndate: 2021-03-01\ntext: verbatim\nmedia:\n  - ${medium}\n---\n\nA boat lay at the quay.\n`,
        'articles/2021/03/01/quay.png': BOAT,
      });
    const page = `<figure><img src="boat.png" alt="A boat"><figcaption>The boat. <cite>Bo Lind</cite></figcaption></figure>`;
    write(source, { 'post.md': POST(`${ONE}\n\n${page}\n\n${TWO}`), 'boat.png': BOAT });
    other(
      '{ file: quay.png, kind: photograph, altText: A boat, creditLine: O. Ferro, creator: O. Ferro }',
    );
    const outcome = await run('post.md');
    assert.equal(outcome.outcome, 'imported');
    const [medium] = fields().media ?? [];
    assert.deepEqual([medium?.creditLine, medium?.creator], ['O. Ferro', 'O. Ferro']);
    assert.deepEqual(await problemsIn(root), []);

    rmSync(join(root, ENTRY));
    rmSync(join(root, 'articles/2021/04/02/the-boat'), { recursive: true });
    other(
      '{ file: quay.png, kind: photograph, withheld: { date: 2021-03-09, reason: A mistake. } }',
    );
    await run('post.md');
    assert.deepEqual(
      fields().media?.map(({ file, withheld }) => [file, withheld?.reason]),
      [[undefined, 'A mistake.']],
    );
    assert.equal(files().filter((path) => path.endsWith('.png')).length, 1);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('alternative text: its own, else the caption, else it waits; what is for the eye alone says so', async (t) => {
    const { root, source, run, fields, files } = archive(t);
    const figure = (name: string, alt: string, caption: string) =>
      `<figure><img src="${name}.png"${alt}>${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
    write(source, {
      'post.md': POST(
        [
          ONE,
          figure('a', ' alt="A boat"', 'At noon.'),
          figure('b', '', 'The quay at noon.'),
          figure('c', ' alt=""', ''),
          figure('d', '', ''),
          TWO,
        ].join('\n\n'),
      ),
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((name, seed) => [`${name}.png`, png(40, 30, seed)]),
      ),
    });
    const outcome = await run('post.md');
    const media = fields().media ?? [];
    assert.deepEqual(
      media.map(({ altText, decorative, file, missing }) => [
        altText,
        decorative,
        file,
        missing?.name,
      ]),
      [
        ['A boat', undefined, 'the-boat/a.png', undefined],
        ['The quay at noon.', undefined, 'the-boat/b.png', undefined],
        [undefined, true, 'the-boat/c.png', undefined],
        [undefined, undefined, undefined, 'd.png'],
      ],
    );
    assert.match(media[3]?.missing?.reason ?? '', /says nothing for those who do not see it/);
    assert.deepEqual(await problemsIn(root), []);
    const told = reportedItem(outcome, false).media;
    assert.equal(told?.files, 3);
    assert.deepEqual(told?.captioned, ['the-boat/b.png']);
    assert.equal(told?.gaps[0]?.name, 'd.png');
    assert.equal(told?.uncredited.length, 3);

    // Once the archivist has written the words, the picture comes in.
    const path = join(root, ENTRY);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text
        .replace(
          /( {4}kind: photograph\n)(?![\s\S]* {4}kind: photograph)/,
          '$1    altText: The mole\n',
        )
        .replace(/(- missing:\n)/, '$1'),
    );
    const again = await run('post.md', { takes: true });
    assert.equal(again.outcome, 'changed');
    assert.equal(fields().media?.[3]?.file, 'the-boat/d.png');
    assert.equal(fields().media?.[3]?.altText, 'The mole');
    assert.ok(files().includes('articles/2021/04/02/the-boat/d.png'));
    assert.deepEqual(await problemsIn(root), []);
  });

  test('an alternative text that is the name of a file is none, and that is told', async (t) => {
    const { root, source, run, fields } = archive(t);
    const said = [
      ['a.png', 'IMG_2034', 'At noon.'],
      ['b.png', 'b.png', ''],
      ['c.png', 'DSC 00123.JPG', 'The quay.'],
      ['map.png', 'Map', ''],
      ['boat-at-quay.png', 'Boat at quay', ''],
    ] as const;
    write(source, {
      'post.md': POST(
        [
          ONE,
          ...said.map(
            ([name, alt, caption]) =>
              `<figure><img src="${name}" alt="${alt}">${caption && `<figcaption>${caption}</figcaption>`}</figure>`,
          ),
        ].join('\n\n'),
      ),
      ...Object.fromEntries(said.map(([name], seed) => [name, png(40, 30, seed)])),
    });
    const outcome = await run('post.md');
    assert.deepEqual(
      fields().media?.map(({ altText, file, missing }) => [altText, file ?? missing?.name]),
      [
        ['At noon.', 'the-boat/a.png'],
        [undefined, 'b.png'],
        ['The quay.', 'the-boat/c.png'],
        ['Map', 'the-boat/map.png'],
        ['Boat at quay', 'the-boat/boat-at-quay.png'],
      ],
    );
    const notes = reportedItem(outcome, false).notes?.filter((note) => note.includes('left out'));
    assert.deepEqual(
      notes,
      ['IMG_2034', 'b.png', 'DSC 00123.JPG'].map(
        (alt) => `alternative text left out, since it is the name of a file: ${alt}`,
      ),
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a file that another entry shows, and that stands twice in an article, gets no credit more', async (t) => {
    const { root, source, run, fields } = archive(t);
    write(root, {
      'articles/2021/03/01/quay.mdx': `---\ntitle: The quay\ndate: 2021-03-01\ntext: verbatim\nmedia:\n  - { file: quay.png, kind: photograph, altText: A boat, creditLine: O. Ferro }\n---\n\nA boat lay at the quay.\n`,
      'articles/2021/03/01/quay.png': BOAT,
    });
    const figure = (name: string, credit: string) =>
      `<figure><img src="${name}" alt="A boat"><figcaption>${name[0]}. ${credit}</figcaption></figure>`;
    write(source, {
      'post.md': POST(
        [ONE, figure('a.png', ''), figure('b.png', '<cite>Bo Lind</cite>')].join('\n\n'),
      ),
      'a.png': BOAT,
      'b.png': BOAT,
    });
    const outcome = await run('post.md');
    const [medium, ...others] = fields().media ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual([medium?.caption, medium?.creditLine], ['a. b.', 'O. Ferro']);
    assert.match(
      `${reportedItem(outcome, false).notes}`,
      /creditLine of the-boat\/a\.png is that of 2021\/03\/01\/quay, which shows the same file; its source says: Bo Lind/,
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a picture that was missing comes in with --update, and is told without; what the archivist wrote stays', async (t) => {
    const { root, source, run, fields, files } = archive(t);
    write(source, { 'post.md': POST(`${ONE}\n\n![A boat](img/boat.png)\n\n${TWO}`) });
    await run('post.md');
    assert.equal(fields().media?.[0]?.missing?.name, 'boat.png');
    assert.deepEqual(await problemsIn(root), []);
    const path = join(root, ENTRY);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('creditLine: unknown', 'creditLine: Ilse Brandt'),
    );
    assert.equal((await run('post.md')).outcome, 'unchanged');
    write(source, { 'img/boat.png': BOAT });
    const left = await run('post.md');
    assert.ok(left.outcome === 'changed' && !left.taken);
    assert.equal(files().length, 1);
    const taken = await run('post.md', { takes: true });
    assert.ok(taken.outcome === 'changed' && taken.taken);
    const [medium] = fields().media ?? [];
    assert.equal(medium?.file, 'the-boat/boat.png');
    assert.equal(medium?.missing, undefined);
    assert.equal(medium?.creditLine, 'Ilse Brandt');
    assert.deepEqual(await problemsIn(root), []);
    assert.equal((await run('post.md', { takes: true })).outcome, 'unchanged');
  });

  test('a new picture of the source is added; a place that is gone is given anew', async (t) => {
    const { root, source, run, fields } = archive(t);
    write(source, {
      'post.md': POST(`${ONE}\n\n![A boat](boat.png)\n\n${TWO}`),
      'boat.png': BOAT,
      'quay.png': QUAY,
    });
    await run('post.md');
    write(source, {
      'post.md': POST(`${ONE} And more.\n\n![A boat](boat.png)\n\n${TWO}\n\n![A quay](quay.png)`),
    });
    const outcome = await run('post.md', { takes: true });
    assert.ok(outcome.outcome === 'changed' && outcome.taken);
    assert.deepEqual(
      fields().media?.map(({ file }) => file),
      ['the-boat/boat.png', 'the-boat/quay.png'],
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a dry run writes nothing and tells all', async (t) => {
    const { source, run, files } = archive(t);
    write(source, { 'post.md': POST(`${ONE}\n\n![A boat](boat.png)\n\n${TWO}`), 'boat.png': BOAT });
    const outcome = await run('post.md', { isDry: true });
    assert.ok(outcome.outcome === 'imported');
    assert.equal(outcome.media?.files, 1);
    assert.match(outcome.text, /file: the-boat\/boat\.png/);
    assert.deepEqual(files(), []);
  });

  test('what is on the web is asked for where somebody fetches it', async (t) => {
    const { root, source, run, fields } = archive(t);
    write(source, {
      'post.md': POST(
        `${ONE}\n\n![A boat](https://img.example/boat.png)\n\n![A quay](https://img.example/gone.png)`,
      ),
    });
    const asked: string[] = [];
    const fetch: FetchMedium = async ({ urls: [url = ''] }) => {
      asked.push(url);
      return url.endsWith('boat.png')
        ? { bytes: BOAT }
        : { reason: 'Its server answered with 404.', isPassing: false };
    };
    await run('post.md', { fetch });
    assert.deepEqual(asked, ['https://img.example/boat.png', 'https://img.example/gone.png']);
    assert.equal(fields().media?.[0]?.file, 'the-boat/boat.png');
    assert.deepEqual(fields().media?.[1]?.missing, {
      url: 'https://img.example/gone.png',
      name: 'gone.png',
      reason: 'Its server answered with 404.',
    });
    assert.deepEqual(await problemsIn(root), []);
  });

  test('what is on the web comes in later, once for all its addresses, and a gap keeps what will not pass', async (t) => {
    const { root, source, run, fields } = archive(t);
    const names = ['boat.png', 'boat.png?w=800', 'gone.png', 'busy.png'];
    write(source, {
      'post.md': POST(
        [ONE, ...names.map((name) => `![A view](https://img.example/${name})`)].join('\n\n'),
      ),
    });
    await run('post.md', {
      fetch: async () => ({ reason: 'Its server is busy.', isPassing: true }),
    });
    const reasons = () => (fields().media ?? []).map(({ missing }) => missing?.reason);
    const ON_THE_WEB =
      'Its source names its address on the web, and the file did not come with it.';
    assert.deepEqual(reasons(), Array(4).fill(ON_THE_WEB));
    const fetch: FetchMedium = async ({ urls: [url = ''] }) =>
      url.includes('boat')
        ? { bytes: BOAT }
        : { reason: `No ${url.slice(20)}.`, isPassing: url.includes('busy') };
    write(root, {
      [ENTRY]: readFileSync(join(root, ENTRY), 'utf8').replace(
        /(w=800\n(?: {4,}.*\n)*?)( +)creditLine: unknown/,
        '$1$2caption: By the mole.\n$2creditLine: O. Ferro',
      ),
    });
    await run('post.md', { fetch, takes: true });
    assert.deepEqual(reasons(), [undefined, 'No gone.png.', ON_THE_WEB]);
    const [boat] = fields().media ?? [];
    assert.equal(boat?.file, 'the-boat/boat.png');
    assert.deepEqual([boat?.caption, boat?.creditLine], ['By the mole.', 'O. Ferro']);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a gap that waits for words keeps saying so, also where its file is not to be had any more', async (t) => {
    const { source, run, fields } = archive(t);
    write(source, { 'post.md': POST(`${ONE}\n\n![boat.png](https://img.example/boat.png)`) });
    const reason = () => fields().media?.[0]?.missing?.reason;
    await run('post.md', { fetch: async () => ({ bytes: BOAT }) });
    assert.equal(reason(), WORDLESS);
    await run('post.md', { fetch: async () => ({ reason: 'It is gone.', isPassing: false }) });
    assert.equal(reason(), WORDLESS);
  });

  test('a gap is joined to no file whose credit stands in another article too', async (t) => {
    const { root, source, run, fields } = archive(t);
    const names = ['boat.png', 'boat.png?w=800'];
    write(source, {
      'post.md': POST(
        [ONE, ...names.map((name) => `![A view](https://img.example/${name})`)].join('\n\n'),
      ),
    });
    await run('post.md');
    write(root, {
      [ENTRY]: readFileSync(join(root, ENTRY), 'utf8').replace(
        /(w=800\n(?: {4,}.*\n)*?)( +)creditLine: unknown/,
        '$1$2creditLine: O. Ferro',
      ),
      'articles/2021/03/01/quay.mdx': `---\ntitle: The quay\ndate: 2021-03-01\ntext: verbatim\nmedia:\n  - { file: quay.png, kind: photograph, altText: A boat, creditLine: Bo Lind }\n---\n\nA boat lay at the quay.\n`,
      'articles/2021/03/01/quay.png': BOAT,
    });
    await run('post.md', { fetch: async () => ({ bytes: BOAT }), takes: true });
    assert.deepEqual(
      fields().media?.map(({ file, creditLine }) => [file, creditLine]),
      [
        ['the-boat/boat.png', 'Bo Lind'],
        [undefined, 'O. Ferro'],
      ],
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('files that a killed import left are taken; an entry that cannot be written leaves none', async (t) => {
    const { root, source, run, files } = archive(t);
    write(source, { 'post.md': POST(`${ONE}\n\n![A boat](boat.png)\n\n${TWO}`), 'boat.png': BOAT });
    write(root, { 'articles/2021/04/02/the-boat/boat.png': BOAT });
    await run('post.md');
    assert.deepEqual(files().length, 2);
    rmSync(join(root, ENTRY));
    // Something else of that name is not written over.
    write(root, { 'articles/2021/04/02/the-boat/boat.png': QUAY });
    await run('post.md');
    assert.deepEqual(files(), [
      'articles/2021/04/02/the-boat.mdx',
      'articles/2021/04/02/the-boat/boat-2.png',
      'articles/2021/04/02/the-boat/boat.png',
    ]);
    assert.ok(existsSync(join(root, ENTRY)));
  });
});
