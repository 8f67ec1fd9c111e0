import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { sealDigest } from '../../../src/content/ledger/seal-digest.ts';
import { articleSchema } from '../../../src/domain/article/article.ts';
import { mediaId } from '../../../src/domain/media/media-id.ts';
import { openAuthorityFile } from '../../../src/import/matching/authority-file.ts';
import { FiledMedia } from '../../../src/import/media/filed-media.ts';
import { acceptEntry } from '../../../src/import/review/accepted-entry.ts';
import { entriesToReview, reviewEntry } from '../../../src/import/review/review.ts';
import type { Answer, Reviewer } from '../../../src/import/review/reviewer.ts';
import { openDisk } from '../../../src/import/writing/disk.ts';
import { importRuns } from '../../support/import-runs.ts';
import { picture } from '../../support/pictures.ts';
import { problemsIn } from '../../support/problems.ts';
import { write } from '../../support/scratch.ts';

const BOAT = 'articles/2021/04/02/the-boat.mdx';
const MOLE = 'articles/2021/04/03/the-mole.mdx';

const page = (title: string, day: string, text: string, caption = '') =>
  `---\ntitle: ${title}\ndate: 2021-04-${day}\n---\n\n<figure><img src="boat.jpg" alt="A boat">${caption}</figure>\n\n${text}\n`;
const BOAT_PAGE = page(
  'The boat',
  '02',
  'the packet left on a wet morning, a week after the flood.',
);
const MOLE_PAGE = page(
  'The mole',
  '03',
  'at the mole nobody was seen that day, for it rained again.',
);

const ALL = {
  ImageDescription: 'At the mole',
  Artist: 'Odo Ferro',
  Copyright: '2021 O. Ferro',
};

const photograph = (said: Record<string, string> = ALL) =>
  picture()
    .withExif({ IFD0: said, IFD2: { DateTimeOriginal: '2019:10:19 10:00:00' } })
    .jpeg()
    .toBuffer();

/** An archive with the boat imported, whose picture says something of itself. */
async function archive(t: TestContext, said?: Record<string, string>, page = BOAT_PAGE) {
  const found = importRuns(t);
  write(found.source, { 'boat.md': page, 'boat.jpg': await photograph(said) });
  const [outcome] = await found.runs('boat.md');
  assert.ok(outcome?.outcome === 'imported', JSON.stringify(outcome));
  const opened = () => {
    const { root } = found;
    const authorityFile = openAuthorityFile(root);
    return { root, authorityFile, filedMedia: new FiledMedia(root), disk: openDisk(root) };
  };
  const pathOf = (entry: string) => join(found.root, entry);
  return {
    ...found,
    text: (entry = BOAT) => readFileSync(pathOf(entry), 'utf8'),
    rewrite: (change: (text: string) => string, entry = BOAT) =>
      writeFileSync(pathOf(entry), change(readFileSync(pathOf(entry), 'utf8'))),
    suggested: (entry = BOAT) =>
      (found.fieldsOf(entry) as { suggested?: { media: object[] } }).suggested?.media,
    review: (reviewer: Reviewer, entry = BOAT) => reviewEntry(pathOf(entry), opened(), reviewer),
    accept: (entry = BOAT) => acceptEntry(pathOf(entry), opened()),
    waiting: () => entriesToReview(found.root, openDisk(found.root)).map(({ id }) => id),
  };
}

function answers(say: (words: string) => Answer | 'all' | 'leave') {
  const shown: string[] = [];
  const told: string[] = [];
  const reviewer: Reviewer = {
    begin: async () => 'each',
    answer: async (_, words) => {
      shown.push(words);
      return say(words);
    },
    tell: (note) => void told.push(note),
  };
  return { shown, told, reviewer };
}

suite('what a file says of itself is asked in the review', () => {
  test('it waits in the entry, the question shows file, field and value, and yes writes that alone', async (t) => {
    const { text, suggested, review, fieldsOf, root, waiting } = await archive(t);
    const [medium] = fieldsOf(BOAT).media ?? [];
    assert.deepEqual(Object.keys(medium ?? {}), [
      'file',
      'sha256',
      'kind',
      'position',
      'altText',
      'creditLine',
    ]);
    assert.deepEqual(suggested(), [
      {
        sha256: medium?.sha256,
        caption: 'At the mole',
        creator: 'Odo Ferro',
        copyrightNotice: '2021 O. Ferro',
        dateCreated: '2019-10-19',
      },
    ]);
    assert.deepEqual(await problemsIn(root), []);
    const before = text();
    const { shown, reviewer } = answers((words) =>
      words.includes('creator') ? 'yes' : words.includes('caption') ? 'no' : 'later',
    );
    const { left } = await review(reviewer);
    assert.deepEqual(shown, [
      'the-boat/boat.jpg says of itself\ncaption: At the mole',
      'the-boat/boat.jpg says of itself\ncreator: Odo Ferro',
      'the-boat/boat.jpg says of itself\ncopyrightNotice: 2021 O. Ferro',
      'the-boat/boat.jpg says of itself\ndateCreated: 2019-10-19',
    ]);
    assert.equal(
      text(),
      before
        .replace('      caption: At the mole\n', '')
        .replace('      creator: Odo Ferro\n', '')
        .replace('    creditLine: unknown\n', '    creditLine: unknown\n    creator: Odo Ferro\n'),
    );
    assert.equal(left.media.length, 1);
    assert.deepEqual(await problemsIn(root), []);
    // Nothing that was answered is asked again; what was left for later is.
    const again = answers(() => 'no');
    await review(again.reviewer);
    assert.deepEqual(again.shown, shown.slice(2));
    assert.ok(!text().includes('suggested'));
    assert.deepEqual(waiting(), []);
  });

  test('comments, order and form of the rest stay, byte for byte', async (t) => {
    const { text, rewrite, review, root } = await archive(t);
    const by = (field: string) => answers((words) => (words.includes(field) ? 'yes' : 'leave'));
    rewrite((before) =>
      before
        .replace('date: 2021-04-02', 'date:   2021-04-02   # as printed')
        .replace('title: The boat', "title:   'The boat'")
        .replace(
          '    kind: photograph\n',
          '    # seen by the desk\n    kind: photograph   # not a scan\n',
        )
        .replace('suggested:\n', '# to be asked\nsuggested:   # later\n'),
    );
    const before = text();
    assert.ok(before.includes('# not a scan') && before.includes('# to be asked'));
    await review(by('caption').reviewer);
    const after = before
      .replace('      caption: At the mole\n', '')
      .replace('    creditLine', '    caption: At the mole\n    creditLine');
    assert.equal(text(), after);
    assert.deepEqual(await problemsIn(root), []);
    // A list in brackets stays one; suggestions in brackets are the archivist’s to take out.
    rewrite((lines) =>
      lines.replace(
        /media:\n(?: {2,}.*\n)+?(?=# to be asked)/,
        () =>
          `media: [{ file: the-boat/boat.jpg, kind: photograph, altText: A boat, creditLine: unknown }] # one\n`,
      ),
    );
    const flow = text();
    await review(answers((words) => (words.includes('creator') ? 'yes' : 'later')).reviewer);
    assert.equal(
      text(),
      flow
        .replace('unknown }]', 'unknown, creator: "Odo Ferro" }]')
        .replace('      creator: Odo Ferro\n', ''),
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a file with other line ends is refused as a build refuses it, and nothing is written', async (t) => {
    const { text, rewrite, review } = await archive(t);
    rewrite((before) => before.replaceAll('\n', '\r\n'));
    const before = text();
    await assert.rejects(review(answers(() => 'yes').reviewer), /frontmatter cannot be read/);
    assert.equal(text(), before);
  });

  test('all that was shown is taken; a credit that was unknown and a caption that stood for what is seen give way', async (t) => {
    const found = await archive(t, ALL);
    const sha256 = found.fieldsOf(BOAT).media?.[0]?.sha256;
    found.rewrite((before) =>
      before
        .replace('    altText: A boat\n', '    altText: At the quay\n    caption: At the quay\n')
        .replace(
          /suggested:[\s\S]*?\n---/,
          () =>
            `suggested:\n  media:\n    - sha256: ${sha256}\n      altText: A boat at a quay\n      creditLine: Odo Ferro / Gazette\n---`,
        ),
    );
    const { shown, reviewer } = answers((words) => (words.includes('altText') ? 'all' : 'no'));
    await found.review(reviewer);
    assert.deepEqual(shown, [
      'the-boat/boat.jpg says of itself\naltText: A boat at a quay, in place of “At the quay”',
    ]);
    const [medium] = found.fieldsOf(BOAT).media ?? [];
    assert.equal(medium?.altText, 'A boat at a quay');
    assert.equal(medium?.creditLine, 'Odo Ferro / Gazette');
    assert.equal(found.suggested(), undefined);
    assert.deepEqual(await problemsIn(found.root), []);
  });

  test('in other words, which are shown before they are taken', async (t) => {
    const { review, fieldsOf } = await archive(t);
    const { shown, told, reviewer } = answers((words) =>
      words.includes('dateCreated: 2019-10-19')
        ? { other: 'last year' }
        : words.includes('caption: At the mole')
          ? { other: 'At the north mole' }
          : words.includes('north')
            ? 'yes'
            : 'leave',
    );
    await review(reviewer);
    assert.equal(
      shown[1],
      'the-boat/boat.jpg says of itself\ncaption: At the north mole, where it says “At the mole”',
    );
    assert.equal(fieldsOf(BOAT).media?.[0]?.caption, 'At the north mole');
    assert.deepEqual(told, []);
  });

  test('what the entry says by now is not asked, whoever wrote it there', async (t) => {
    const { text, rewrite, review, suggested } = await archive(t);
    rewrite((before) => before.replace('    creditLine', '    creator: O. F.\n    creditLine'));
    const { shown, reviewer } = answers(() => 'later');
    await review(reviewer);
    assert.ok(!shown.some((words) => words.includes('creator')), shown.join('\n'));
    assert.ok(text().includes('creator: O. F.'));
    assert.ok(!JSON.stringify(suggested()).includes('Odo Ferro'));
  });

  test('of a file that the entry does not have any more: it is said, and nothing is lost', async (t) => {
    const { rewrite, review, text } = await archive(t);
    rewrite((before) =>
      before.replace(/(suggested:[\s\S]*sha256: )[0-9a-f]{64}/, `$1${'a'.repeat(64)}`),
    );
    const before = text();
    const { told, shown, reviewer } = answers(() => 'yes');
    await review(reviewer);
    assert.match(told.join('\n'), /no medium of the entry is the file with the SHA-256 a{64}/);
    assert.deepEqual(shown, []);
    assert.equal(text(), before);
  });
});

suite('--accept', () => {
  test('takes who made a file and whose it is; what is told of it, its day and its licence wait', async (t) => {
    const { accept, fieldsOf, suggested, root, rewrite } = await archive(t);
    rewrite((before) =>
      before.replace(
        /( +)creator: Odo Ferro\n/,
        (line, indent) => `${line}${indent}licence: https://creativecommons.org/licenses/by/4.0/\n`,
      ),
    );
    const { left } = await accept();
    const [medium] = fieldsOf(BOAT).media ?? [];
    assert.equal(medium?.creator, 'Odo Ferro');
    assert.equal(medium?.copyrightNotice, '2021 O. Ferro');
    assert.deepEqual(
      [medium?.caption, medium?.licence, medium?.dateCreated],
      [undefined, undefined, undefined],
    );
    assert.deepEqual(Object.keys(suggested()?.[0] ?? {}), [
      'sha256',
      'caption',
      'licence',
      'dateCreated',
    ]);
    assert.equal(left.media.length, 1);
    assert.deepEqual(await problemsIn(root), []);
  });
});

test('--accept takes nothing in place of what the entry says by now, and of several takes those that can be', async (t) => {
  const { accept, fieldsOf, rewrite, source, runs, suggested, root } = await archive(t);
  write(source, { 'mole.md': MOLE_PAGE });
  await runs('mole.md');
  const credited = (before: string) =>
    before.replace('    creditLine', '    copyrightNotice: The Gazette\n    creditLine');
  rewrite(credited, MOLE);
  rewrite((before) =>
    before.replace('      creator', '      usageTerms: Ask first.\n      creator'),
  );
  const { notes } = await accept();
  assert.match(
    notes.join('\n'),
    /the-mole shows the same file, and has copyrightNotice: The Gazette/,
  );
  const [medium] = fieldsOf(BOAT).media ?? [];
  assert.deepEqual(
    [medium?.creator, medium?.usageTerms, medium?.copyrightNotice],
    ['Odo Ferro', 'Ask first.', undefined],
  );
  assert.equal(fieldsOf(MOLE).media?.[0]?.creator, 'Odo Ferro');
  rewrite(credited);
  await accept();
  assert.equal(fieldsOf(BOAT).media?.[0]?.copyrightNotice, 'The Gazette');
  assert.deepEqual(Object.keys(suggested()?.[0] ?? {}), ['sha256', 'caption', 'dateCreated']);
  assert.deepEqual(await problemsIn(root), []);
});

suite('a file that several entries show', () => {
  test('is asked about once, and says the same in all of them', async (t) => {
    const { source, runs, root, suggested, review, fieldsOf } = await archive(t);
    write(source, { 'mole.md': MOLE_PAGE });
    await runs('mole.md');
    // What is told of it may differ from article to article, what is known of the file may not.
    assert.deepEqual(Object.keys(suggested(MOLE)?.[0] ?? {}), ['sha256', 'caption']);
    const { shown, reviewer } = answers((words) => (words.includes('creator') ? 'yes' : 'later'));
    await review(reviewer);
    assert.ok(
      shown.includes(
        'the-boat/boat.jpg says of itself\ncreator: Odo Ferro\nand so in 2021/04/03/the-mole, where the file is too',
      ),
      shown.join('\n'),
    );
    for (const entry of [BOAT, MOLE])
      assert.equal(fieldsOf(entry).media?.[0]?.creator, 'Odo Ferro');
    assert.deepEqual(await problemsIn(root), []);
  });

  test('of which another says something else: it is refused, and both stay as they are', async (t) => {
    const { source, runs, rewrite, review, text } = await archive(t);
    write(source, { 'mole.md': MOLE_PAGE });
    await runs('mole.md');
    rewrite(
      (before) => before.replace('    creditLine', '    creator: Another\n    creditLine'),
      MOLE,
    );
    const [boat, mole] = [text(), text(MOLE)];
    const { told, reviewer } = answers((words) => (words.includes('creator') ? 'yes' : 'later'));
    await review(reviewer);
    assert.match(
      told.join('\n'),
      /2021\/04\/03\/the-mole shows the same file, and has creator: Another/,
    );
    assert.deepEqual([text(), text(MOLE)], [boat, mole]);
  });
});

test('where its own entry cannot be written, no other is', async (t) => {
  const { source, runs, rewrite, review, text, root, fieldsOf } = await archive(t);
  write(source, { 'mole.md': MOLE_PAGE });
  await runs('mole.md');
  const sha256 = fieldsOf(BOAT).media?.[0]?.sha256;
  // Written in brackets, it cannot be taken out line by line.
  const inBrackets = `suggested: { media: [{ sha256: ${sha256}, creator: Odo Ferro }] }\n---`;
  rewrite((before) => before.replace(/suggested:[\s\S]*?\n---/, () => inBrackets));
  assert.deepEqual(await problemsIn(root), []);
  const [boat, mole] = [text(), text(MOLE)];
  const { told, shown, reviewer } = answers(() => 'yes');
  await review(reviewer);
  assert.match(shown.join('\n'), /and so in 2021\/04\/03\/the-mole/);
  assert.match(told.join('\n'), /“creator” cannot be taken out of “suggested” .*by hand/);
  assert.deepEqual([text(), text(MOLE)], [boat, mole]);
});

suite('the same item again', () => {
  test('asks nothing twice, and what was refused stays refused, also where its text has changed', async (t) => {
    const { source, runs, suggested, review, fieldsOf, root } = await archive(t);
    await review(
      answers((words) =>
        words.includes('caption') ? 'no' : words.includes('creator') ? 'yes' : 'later',
      ).reviewer,
    );
    const waiting = suggested();
    const [same] = await runs('boat.md', { takes: true });
    assert.equal(same?.outcome, 'unchanged');
    write(source, { 'boat.md': BOAT_PAGE.replace('a wet morning', 'a dry morning') });
    const [changed] = await runs('boat.md', { takes: true });
    assert.ok(changed?.outcome === 'changed' && changed.taken, JSON.stringify(changed));
    assert.deepEqual(suggested(), waiting);
    assert.deepEqual(Object.keys(waiting?.[0] ?? {}), ['sha256', 'copyrightNotice', 'dateCreated']);
    assert.equal(fieldsOf(BOAT).media?.[0]?.creator, 'Odo Ferro');
    assert.deepEqual(await problemsIn(root), []);
  });

  test('offers what a picture says that came later', async (t) => {
    const { source, runs, suggested, fieldsOf } = importsOnly(t);
    write(source, { 'boat.md': BOAT_PAGE });
    await runs('boat.md');
    assert.ok(fieldsOf(BOAT).media?.[0]?.missing);
    write(source, { 'boat.jpg': await photograph() });
    await runs('boat.md', { takes: true });
    assert.equal(fieldsOf(BOAT).media?.[0]?.file, 'the-boat/boat.jpg');
    assert.deepEqual(Object.keys(suggested()?.[0] ?? {}).slice(0, 3), [
      'sha256',
      'caption',
      'creator',
    ]);
  });
});

const importsOnly = (t: TestContext) => {
  const found = importRuns(t);
  const suggested = () =>
    (found.fieldsOf(BOAT) as { suggested?: { media: object[] } }).suggested?.media;
  return { ...found, suggested };
};

suite('a sealed entry', () => {
  const ledger = (id: string) => {
    const line = `/2021/04/02/the-boat/ 2021-05-01 date:2021-04-02 ${id}:x ${id}.creditLine:${sealDigest('unknown')}\n`;
    return `${line}end 1 sha256:${sealDigest(line)}\n`;
  };

  test('gets what was not there, and a credit that was sealed as unknown is left to a correction', async (t) => {
    const found = await archive(t);
    const id = mediaId(found.fieldsOf(BOAT).media?.[0]?.sha256 ?? '');
    found.rewrite((before) =>
      before.replace('      creator', '      creditLine: O. Ferro\n      creator'),
    );
    write(found.root, { 'ledger/2021.txt': ledger(id) });
    const { told, shown, reviewer } = answers((words) =>
      words.includes('creator') ? 'yes' : 'later',
    );
    await found.review(reviewer);
    assert.match(told.join('\n'), new RegExp(`a correction that has was: ${id}\\.creditLine`));
    assert.ok(!shown.some((words) => words.includes('creditLine')));
    const [medium] = found.fieldsOf(BOAT).media ?? [];
    assert.deepEqual([medium?.creditLine, medium?.creator], ['unknown', 'Odo Ferro']);
  });
});

suite('what a file says is hostile', () => {
  const HOSTILE = {
    ImageDescription:
      '</script><img src=x onerror=alert(1)>{1+1} \u0007\u202egnirts\n---\nwithdrawn: { date: 2021-04-02, reason: x }',
    Artist: '- &a !!js/function "x": [} # no\n  creditLine: Mallory',
    Copyright: "': |\n---\n",
  };

  test('it is words of its field and nothing else, in the entry and in the question', async (t) => {
    const { root, review, fieldsOf, text } = await archive(t, HOSTILE);
    const keys = Object.keys(fieldsOf(BOAT));
    assert.deepEqual(await problemsIn(root), []);
    const { shown, reviewer } = answers(() => 'yes');
    await review(reviewer);
    assert.ok(shown.length >= 3, shown.join('\n'));
    for (const words of shown)
      assert.doesNotMatch(words, /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    const { media: [medium] = [] } = fieldsOf(BOAT);
    assert.equal(medium?.creator, '- &a !!js/function "x": [} # no creditLine: Mallory');
    assert.equal(medium?.creditLine, 'unknown');
    assert.match(medium?.caption ?? '', /^<\/script><img src=x onerror=alert\(1\)>\{1\+1\}/);
    assert.doesNotMatch(text(), /(?!\n)\p{Cc}|\u202e/u);
    assert.deepEqual(
      Object.keys(fieldsOf(BOAT)),
      keys.filter((key) => key !== 'suggested'),
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('a suggestion that somebody wrote into the entry is checked as the field is', () => {
    const entry = (word: object) =>
      articleSchema.safeParse({
        date: '2021-04-02',
        text: 'verbatim',
        suggested: { media: [{ sha256: '0'.repeat(64), ...word }] },
      }).success;
    assert.ok(entry({ creator: 'Odo Ferro' }));
    for (const word of [
      { creator: 'two\nlines' },
      { creator: 'a\u202eb' },
      { licence: 'javascript:alert(1)' },
      { dateCreated: 'soon' },
      { file: '../../x.jpg' },
      { sha256: 'x' },
    ])
      assert.ok(!entry(word), JSON.stringify(word));
  });
});

test('an import that asks nothing and takes all writes what is safe', async (t) => {
  const { root, source, runs, fieldsOf } = importRuns(t);
  write(source, { 'boat.md': BOAT_PAGE, 'boat.jpg': await photograph() });
  const [outcome] = await runs('boat.md', { takesAll: true });
  assert.ok(outcome?.outcome === 'imported', JSON.stringify(outcome));
  const { media: [medium] = [], ...data } = fieldsOf(BOAT);
  assert.deepEqual(Object.keys(medium ?? {}).slice(-3), [
    'creditLine',
    'creator',
    'copyrightNotice',
  ]);
  assert.deepEqual(parse(JSON.stringify(data)).suggested.media, [
    { sha256: medium?.sha256, caption: 'At the mole', dateCreated: '2019-10-19' },
  ]);
  assert.deepEqual(await problemsIn(root), []);
});
