import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { mediaDisclosuresIn } from '../../../src/build/media-audit/media-disclosures.ts';
import { drawn, numbers, shapes, svg } from '../../support/drawn-picture.ts';
import {
  articleWith,
  filed,
  hidden,
  idOf,
  mediaDisclosuresOf,
  OF,
  shown,
} from '../../support/media-disclosures.ts';
import { pdfOfJpeg } from '../../support/picture-containers.ts';
import { zipOf } from '../../support/zip.ts';

const FOLDER = 'articles/2031/04/02';
const boat = await drawn(1, 480, 360).jpeg({ quality: 90 }).toBuffer();
const copy = await sharp(boat).resize(320).jpeg({ quality: 70 }).toBuffer();
const other = await drawn(2, 320, 240).jpeg().toBuffer();
const copyId = idOf(copy);
const lasting = (seed: number, bytes: number) => {
  const next = numbers(seed);
  return Buffer.from(Array.from({ length: bytes }, () => Math.floor(next() * 256)));
};
const pathsOf = ({ disclosures }: Awaited<ReturnType<typeof mediaDisclosuresOf>>) =>
  disclosures.map(({ path }) => path);

test('what is published nowhere is withheld, of a withdrawn article, of a draft, or may hold withheld words', async (t) => {
  const plain = filed({
    file: 'boat.jpg',
    id: idOf(boat),
    facts: { sha256: '', bytes: 1, type: 'image/jpeg' },
  });
  const withdrawn = { withdrawn: { date: '2031-05-01', reason: 'Asked for.' } };
  const withheld = [
    { name: 'Bo Lind', as: 'a man', reason: 'Asked for.', date: '2031-05-01', except: [] },
  ];
  const scan = { ...plain, kind: 'facsimile' as const };
  const cases = [
    ['withheld', articleWith([hidden('boat.jpg')])],
    ['withdrawn', articleWith([plain], withdrawn)],
    ['draft', articleWith([plain], { draft: true })],
    ['words', articleWith([scan], { withheld })],
  ] as const;
  for (const [why, article] of cases) {
    const found = await mediaDisclosuresOf(
      t,
      [article],
      { [`${FOLDER}/boat.jpg`]: boat },
      { 'a.jpg': boat, 'b.jpg': other },
    );
    assert.deepEqual(
      found.disclosures.map((one) => [one.path, one.withheld.why]),
      [['a.jpg', why]],
    );
  }
  const published = [
    articleWith([plain]),
    articleWith([plain], { withheld }),
    articleWith([{ ...scan, redacted: true }], { withheld }),
  ];
  for (const article of published) {
    const found = await mediaDisclosuresOf(
      t,
      [article],
      { [`${FOLDER}/boat.jpg`]: boat },
      { 'a.jpg': boat },
    );
    assert.deepEqual([found.withheld, pathsOf(found)], [[], []]);
  }
});

test('a file that another article publishes is not withheld', async (t) => {
  const published = articleWith([shown('/media/boat.jpg', boat)], {}, '2031/04/03/calm');
  const content = { [`${FOLDER}/boat.jpg`]: boat, 'media/boat.jpg': boat };
  const found = await mediaDisclosuresOf(
    t,
    [articleWith([hidden('boat.jpg')]), published],
    content,
    { 'a.jpg': copy },
  );
  assert.deepEqual(found.withheld, []);
});

test('of a file that is gone, its digest, its address and its folder are found', async (t) => {
  const gone = {
    ...hidden('boat.jpg'),
    sha256: await import('node:crypto').then(({ hash }) => hash('sha256', boat)),
  };
  const site = {
    'a.jpg': boat,
    'b.jpg': copy,
    'c.html': `/media/${idOf(boat)}/`,
    [`media/${idOf(boat)}/320.jpg`]: other,
  };
  const found = await mediaDisclosuresOf(t, [articleWith([gone])], {}, site);
  assert.deepEqual(pathsOf(found), ['a.jpg', 'c.html', `media/${idOf(boat)}/320.jpg`]);
});

test('a medium that somebody has looked at is another', async (t) => {
  const place = `media/${copyId}/320.jpg`;
  const content = { [`${FOLDER}/boat.jpg`]: boat };
  const site = { [place]: copy, 'a.jpg': copy };
  const refused = await mediaDisclosuresOf(t, [articleWith([hidden('boat.jpg')])], content, site);
  assert.deepEqual(pathsOf(refused), ['a.jpg', place]);
  const excepted = articleWith([hidden('boat.jpg', [copyId])]);
  assert.deepEqual(pathsOf(await mediaDisclosuresOf(t, [excepted], content, site)), ['a.jpg']);
  // A copy that was looked through stands for the scan in the article that withholds words.
  const withheld = [
    { name: 'Bo Lind', as: 'a man', reason: 'Asked for.', date: '2031-05-01', except: [] },
  ];
  const scan = filed({ file: 'boat.jpg', kind: 'facsimile' });
  const redacted = shown('copy.jpg', copy, { kind: 'facsimile', redacted: true });
  const both = articleWith([scan, redacted], { withheld });
  assert.deepEqual(pathsOf(await mediaDisclosuresOf(t, [both], content, { [place]: copy })), []);
  // The file itself is no other one.
  const same = await mediaDisclosuresOf(t, [excepted], content, { [place]: boat });
  assert.deepEqual(pathsOf(same), [place]);
});

test('a document, a sound and a drawing are found by their bytes, and the pictures of a document', async (t) => {
  const pdf = pdfOfJpeg(boat, 480, 360);
  const sound = Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), lasting(1, 40_000)]);
  const drawing = Buffer.from(svg(shapes(4, 400, 300), 400, 300));
  const content = {
    [`${FOLDER}/a.pdf`]: pdf,
    [`${FOLDER}/a.mp3`]: sound,
    [`${FOLDER}/a.svg`]: drawing,
  };
  const media = ['a.pdf', 'a.mp3', 'a.svg'].map((file) => hidden(file));
  const site = {
    'a/page.jpg': copy,
    'a/same.bin': pdf,
    'a/half.mp3': sound.subarray(0, 24_000),
    'a/piece.mp3': Buffer.concat([lasting(2, 3000), sound.subarray(9000, 15_000)]),
    'a/all.zip': await zipOf(new Map([['a.mp3', sound.subarray(5000)]])),
    'a/inline.html': `<p>${drawing.toString()}</p>`,
    'a/drawn.png': await sharp(drawing).png().toBuffer(),
    'b/other.mp3': lasting(3, 40_000),
    'b/start.mp3': Buffer.concat([sound.subarray(0, 2000), lasting(4, 30_000)]),
    'b/other.svg': svg(shapes(5, 400, 300), 400, 300),
    'b/other.jpg': other,
  };
  const found = await mediaDisclosuresOf(t, [articleWith(media)], content, site);
  assert.deepEqual(
    pathsOf(found),
    Object.keys(site)
      .filter((path) => path.startsWith('a/'))
      .toSorted(),
  );
});

test('a size of a picture that is not that picture is found, and what is unchanged is not read again', async (t) => {
  const content = { [`${FOLDER}/boat.jpg`]: boat };
  const otherId = idOf(other);
  const larger = await sharp(other).resize(400).webp().toBuffer();
  const site = { [`media/${otherId}/320.jpg`]: other, [`media/${otherId}/400.webp`]: larger };
  const articles = [articleWith([hidden('boat.jpg')])];
  const { disclosures, files, withheld, cache } = await mediaDisclosuresOf(
    t,
    articles,
    content,
    site,
  );
  assert.deepEqual(disclosures, []);
  // The same digests: nothing is read, so it is not seen that the file has changed.
  const [, webp] = files;
  writeFileSync(webp?.file ?? '', await sharp(boat).resize(400).webp().toBuffer());
  const again = (all: typeof files) => mediaDisclosuresIn(all, withheld, articles, cache);
  assert.deepEqual(await again(files), []);
  const changed = files.map((one) => (one === webp ? { ...one, digest: 'another' } : one));
  assert.deepEqual(
    (await again(changed)).map(({ path }) => path),
    [webp?.path],
  );
  // A file that is kept and spoilt is as none.
  writeFileSync(
    join(cache, 'media-audit.json'),
    readFileSync(join(cache, 'media-audit.json'), 'utf8').replace('clean', 'clear'),
  );
  assert.deepEqual(
    (await again(files)).map(({ path }) => path),
    [webp?.path],
  );
});

test('a refusal names the file, what is withheld, the trace and what can be done', async (t) => {
  const user = articleWith([shown('copy.jpg', copy)], {}, '2031/04/03/calm');
  const site = {
    [`media/${copyId}/320.jpg`]: copy,
    'about/index.html': `<img src="data:image/jpeg;base64,${copy.toString('base64')}">`,
    '2031/04/03/calm/index.html': `<a href="/media/${idOf(boat)}/">it</a>`,
    [`${OF}/storm.warc.gz`]: boat.subarray(0, 9000),
    [`media/${idOf(boat)}/640.jpg`]: other,
  };
  const { problems } = await mediaDisclosuresOf(
    t,
    [articleWith([hidden('boat.jpg')]), user],
    { [`${FOLDER}/boat.jpg`]: boat },
    site,
  );
  const of = (path: string) => problems.find(({ file }) => file.endsWith(path));
  assert.equal(problems.length, 5);
  assert.ok(
    problems.every(({ code, words }) => code === 'withheld/medium' && words === 'boat.jpg'),
  );
  for (const { rule } of problems)
    assert.match(rule, /boat\.jpg of .*2031\/04\/02\/storm\.mdx is withheld: it stands nowhere/);
  const [one, two, three, four, five] = [
    '320.jpg',
    'about/index.html',
    'calm/index.html',
    'storm.warc.gz',
    '640.jpg',
  ].map(of);
  assert.match(one?.rule ?? '', /shows the same picture, or a part of it\./);
  assert.match(
    one?.fix ?? '',
    new RegExp(
      `Withhold the medium ${copyId} too in .*2031/04/03/calm\\.mdx.*otherThan: \\[${copyId}\\]`,
    ),
  );
  assert.match(two?.rule ?? '', /\(.*base64\)/);
  assert.match(two?.fix ?? '', /a file of public/);
  assert.match(three?.rule ?? '', /Its address stands here, at byte 16\./);
  assert.match(three?.fix ?? '', /Take it out of .*2031\/04\/03\/calm\.mdx/);
  assert.match(four?.rule ?? '', /\d{4} bytes of it stand here, from byte \d+ on/);
  assert.match(four?.fix ?? '', /Remove the capture beside the entry/);
  assert.match(five?.fix ?? '', /Remove the built site/);
});
