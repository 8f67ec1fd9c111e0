import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  differingMedia,
  halfWithheldMedia,
} from '../../src/content/checks/media/between-articles.ts';
import { alikeNames } from '../../src/content/checks/media/file-name.ts';
import { unnamedMedia } from '../../src/content/checks/media/unnamed-file.ts';
import { filedMediumSchema } from '../../src/domain/media/filed-medium.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const ID = 'm-aaaaaaaaaaaa';
const withheld = { date: '2031-05-01', reason: 'A mistake.' };

suite('what two articles say of one file', () => {
  const articles = (
    folder: string,
    ...said: readonly {
      creditLine?: string;
      creator?: string;
      withheld?: typeof withheld;
      withdrawn?: typeof withheld;
    }[]
  ) =>
    said.map(({ withdrawn, ...fields }, at) => {
      const id = `2031/04/0${at + 1}/storm`;
      const path = join(folder, `${at}.mdx`);
      const { creditLine = 'O. Ferro' } = fields;
      const text = `---\ntitle: The boat.jpg\nmedia:\n  - file: boat.jpg\n    creditLine: ${creditLine}\n---\n`;
      write(folder, { [`${at}.mdx`]: text });
      const medium = filedMediumSchema.parse({
        file: 'boat.jpg',
        kind: 'photograph',
        altText: 'A boat',
        creditLine: 'O. Ferro',
        ...fields,
      });
      return { id, path, entry: { media: [{ ...medium, id: ID }], withdrawn } };
    });

  test('is the same, but for a credit that one of them does not know', (t) => {
    const folder = scratchFolder(t);
    const codes = (...said: { creditLine: string; creator?: string }[]) =>
      differingMedia(articles(folder, ...said)).map(({ words, line }) => [words, line]);
    assert.deepEqual(codes({ creditLine: 'O. Ferro' }, { creditLine: 'O. Ferro' }), []);
    assert.deepEqual(codes({ creditLine: 'O. Ferro' }, { creditLine: 'unknown' }), []);
    assert.deepEqual(codes({ creditLine: 'unknown' }, { creditLine: 'O. Ferro' }), []);
    assert.deepEqual(codes({ creditLine: 'O. Ferro' }, { creditLine: 'B. Lind' }), [
      ['B. Lind', 5],
    ]);
    const [ferro, lind, unknown] = ['O. Ferro', 'B. Lind', 'unknown'].map((creditLine) => ({
      creditLine,
    }));
    assert.ok(ferro && lind && unknown);
    // Who knows no credit does not stand between two who do; and each field that differs is told.
    assert.deepEqual(codes(unknown, ferro, lind), [['B. Lind', 5]]);
    assert.deepEqual(codes(ferro, { ...lind, creator: 'B. Lind' }), [
      ['B. Lind', 5],
      ['', 4],
    ]);
  });

  test('is withheld in both, or in neither; a withdrawn article shows nothing', (t) => {
    const folder = scratchFolder(t);
    const places = (
      ...said: Parameters<typeof articles> extends [string, ...infer S] ? S : never
    ) => halfWithheldMedia(articles(folder, ...said)).map(({ file }) => file);
    assert.deepEqual(places({}, {}), []);
    assert.deepEqual(places({ withheld }, { withheld }), []);
    assert.deepEqual(places({ withheld }, { withdrawn: withheld }), []);
    assert.deepEqual(places({}, { withheld }), [join(folder, '0.mdx')]);
    assert.deepEqual(places({ withheld }, {}, {}), [join(folder, '1.mdx'), join(folder, '2.mdx')]);
  });

  test('has one name: two that some disks take for one are refused', (t) => {
    const folder = scratchFolder(t);
    const named = (...names: string[]) => {
      const all = names.map((file) => ({
        ...filedMediumSchema.parse({
          ...{ file, kind: 'photograph', altText: 'A boat', creditLine: 'O. Ferro' },
        }),
      }));
      const text = `---\nmedia:\n${names.map((name) => `  - file: ${name}\n`).join('')}---\n`;
      write(folder, { 'storm.mdx': text });
      const entry = { media: all };
      const path = join(folder, 'storm.mdx');
      return alikeNames([{ id: '2031/04/01/storm', path, entry }]).map(({ code, words, line }) => [
        ...[code, words, line],
      ]);
    };
    assert.deepEqual(named('boat.jpg', 'gull.jpg', '/media/Boat.jpg'), []);
    assert.deepEqual(named('boat.jpg', 'Boat.JPG'), [['media/name', 'Boat.JPG', 4]]);
    assert.deepEqual(named('caf\u00e9.jpg', 'cafe\u0301.jpg'), [
      ['media/name', 'cafe\u0301.jpg', 4],
    ]);
  });

  test('has one name: where two are alike, the field that names the second is told', (t) => {
    const folder = scratchFolder(t);
    const path = join(folder, 'storm.mdx');
    const text =
      '---\ntitle: The Storm.txt and the Boat.PNG\nmedia:\n  - file: boat.png\n  - file: Boat.PNG\n    captions:\n      - file: storm.vtt\n        lang: en\n      - file: STORM.vtt\n        lang: de\n---\n';
    write(folder, { 'storm.mdx': text });
    const said = { kind: 'video', altText: 'A boat', creditLine: 'O. Ferro', transcript: 'none' };
    const captions = [
      { file: 'storm.vtt', lang: 'en' },
      { file: 'STORM.vtt', lang: 'de' },
    ];
    const media = [
      filedMediumSchema.parse({ ...said, file: 'boat.png' }),
      filedMediumSchema.parse({ ...said, file: 'Boat.PNG', captions }),
    ];
    const problems = alikeNames([{ id: '2031/04/01/storm', path, entry: { media } }]);
    assert.deepEqual(
      problems.map(({ words, line, column }) => [words, line, column]),
      [
        ['Boat.PNG', 5, 11],
        ['STORM.vtt', 9, 15],
      ],
    );
  });

  test('is named by an entry where it lies for several: the others are told', (t) => {
    const root = scratchFolder(t);
    const id = '2031/04/01/storm';
    const path = join(root, 'articles', `${id}.mdx`);
    write(root, { 'media/boat.jpg': 'a', 'media/words/boat.xml': 'b', 'media/pier.jpg': 'c' });
    const medium = filedMediumSchema.parse({
      ...{ file: '/media/boat.jpg', ocr: '/media/words/boat.xml', kind: 'facsimile' },
      ...{ altText: 'A page', creditLine: 'O. Ferro' },
    });
    assert.deepEqual(unnamedMedia(root, [{ id, path, entry: { media: [medium] } }]), [
      join(root, 'media/pier.jpg'),
    ]);
    assert.deepEqual(unnamedMedia(join(root, 'media'), []), []);
  });
});
