import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE, BODY, type Files, FRONTMATTER, mdx, problemsOf } from '../support/broken.ts';
import { png } from '../support/picture.ts';

const CALM = 'articles/2031/04/03/calm.mdx';
const BOAT = { '/media/boat.png': png() };
const files = (folder: string, ...names: string[]): Files =>
  Object.fromEntries(names.map((name, at) => [`${folder}${name}`, png(80 + at)]));

/** An article with these media, a list item each. */
const withMedia = (media: readonly string[], body = BODY, frontmatter = FRONTMATTER) =>
  mdx(`${frontmatter}media:\n${media.map((one) => `  - ${one}\n`).join('')}`, body);
const SEEN = 'kind: photograph, creditLine: O. Ferro, altText: A boat';

/** What a build tells of these files, a line each: code and words. */
const told = async (t: Parameters<typeof problemsOf>[0], given: Files) =>
  (await problemsOf(t, given))
    .map(({ code, file, words }) => `${file.split('/').at(-1)} ${code} ${words}`)
    .toSorted();

test('faults of media are told in one build, each of them, in whichever article they stand', async (t) => {
  const media = [
    `{ file: gone.png, kind: photograph, creditLine: O. Ferro }`,
    `{ file: "https://gazette.example/far.png", kind: photograph }`,
    `{ file: map.png, kind: foto, creditLine: O. Ferro }`,
    `{ file: quay.png, kind: audio, creditLine: O. Ferro }`,
    `{ file: pier.png, kind: photograph, altText: A pier }`,
    `{ file: /media/boat.png, ${SEEN} }`,
  ];
  const storm = withMedia(media, `${BODY}\n![A lighthouse](lighthouse-at-dawn.png)\n\n![](x)\n`);
  const calm = withMedia(
    [`{ file: /media/boat.png, ${SEEN.replace('O. Ferro', 'B. Lind')}, licence: CC BY }`],
    'A boat came in.\n',
    'title: Calm\ndate: 2031-04-03\ntext: account\n',
  );
  const all = {
    [ARTICLE]: storm,
    [CALM]: calm,
    ...files('articles/2031/04/02/', 'map.png', 'quay.png', 'pier.png', 'nobody-knows-me.png'),
    'media/boat.png': BOAT['/media/boat.png'],
  };
  assert.deepEqual(await told(t, all), [
    'calm.mdx address/form CC BY',
    'calm.mdx media/differs B. Lind',
    'nobody-knows-me.png media/stray nobody-knows-me.png',
    'storm.mdx field/value foto',
    'storm.mdx media/alternative "https://gazette.example/far.png"',
    'storm.mdx media/alternative gone.png',
    'storm.mdx media/alternative map.png',
    'storm.mdx media/alternative quay.png',
    'storm.mdx media/elsewhere "https://gazette.example/far.png"',
    'storm.mdx media/kind audio',
    'storm.mdx media/lacks ',
    'storm.mdx media/lacks ',
    'storm.mdx media/missing gone.png',
    'storm.mdx media/name x',
    'storm.mdx media/placed lighthouse-at-dawn.png',
  ]);
});

test('what only follows from a fault of a medium is not told beside it', async (t) => {
  const beside = files('articles/2031/04/02/', 'boat.png');
  const body = `${BODY}\n![A boat](boat.png)\n`;
  const of = (fields: string) => told(t, { [ARTICLE]: withMedia([fields], body), ...beside });
  const plain = 'kind: photograph, creditLine: O. Ferro';
  // The file lies there under a name that is like the one stated, and the body says what is seen.
  assert.deepEqual(await of(`{ file: baot.png, ${plain} }`), ['storm.mdx media/missing baot.png']);
  assert.deepEqual(await of(`{ fiel: boat.png, ${plain} }`), ['storm.mdx field/unknown fiel']);
  assert.deepEqual(await of(`{ file: boat.png, kind: document, creditLine: O. Ferro }`), [
    'storm.mdx media/kind document',
  ]);
  assert.deepEqual(await of(`{ file: boat.png, kind: photograph, credit: O. Ferro }`), [
    'storm.mdx field/unknown credit',
  ]);
  assert.deepEqual(await of(`{ file: boat.png, ${plain}, personsShown: [Ada] }`), [
    'storm.mdx id/form Ada',
  ]);
});

test('a file that stands twice in an article with two credits says in what the two differ', async (t) => {
  const twice = async (second: string) => {
    const media = [`{ file: boat.png, ${SEEN} }`, `{ file: ${second} }`];
    const [problem, ...more] = await problemsOf(t, {
      [ARTICLE]: withMedia(media),
      'articles/2031/04/02/boat.png': png(),
      'articles/2031/04/02/vessel.png': png(),
    });
    assert.deepEqual(more, []);
    return `${problem?.code} ${problem?.fix}`;
  };
  const lind = 'kind: photograph, creditLine: B. Lind, altText: A boat';
  assert.match(
    await twice(`vessel.png, ${lind}`),
    /^media\/twice .* differ in creditLine: keep what is right\.$/,
  );
  const problems = await told(t, {
    [ARTICLE]: withMedia([
      `{ file: boat.png, ${SEEN} }`,
      '{ file: boat.png, kind: photograph, creditLine: B. Lind }',
    ]),
    'articles/2031/04/02/boat.png': png(),
  });
  assert.deepEqual(problems, ['storm.mdx media/twice boat.png']);
});
