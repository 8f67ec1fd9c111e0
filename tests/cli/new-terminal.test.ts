import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { png } from '../support/picture.ts';
import { problemsIn } from '../support/problems.ts';
import { mp4, wav } from '../support/recordings.ts';
import { scratchFolder, write } from '../support/scratch.ts';
import { atTerminal, CLEAR, DOWN, ENTER, TAB } from '../support/terminal.ts';

const FERRY = 'articles/2031/04/02/ferry.mdx';
const ENTRY = `---\ntitle: Ferry\ndate: 2031-04-02\ntext: verbatim\n---\n\nThe ferry left the quay at noon with eleven people and a dog on board.\n`;

function archive(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  mkdirSync(content);
  const run = (args: string[], steps: Parameters<typeof atTerminal>[1]) =>
    atTerminal(['src/cli/new.ts', ...args], steps, { ARCHIVE_CONTENT: content });
  const frontmatter = (path: string) =>
    parse(readFileSync(join(content, path), 'utf8').split(/^---$/m)[1] ?? '');
  return { folder, content, run, frontmatter };
}

suite('npm run new at a terminal', () => {
  test('offers today, which another day takes the place of; and entries whose address has what was typed', async (t) => {
    const { folder, content, run, frontmatter } = archive(t);
    write(folder, { 'quay.png': png() });
    write(content, {
      [FERRY]: ENTRY,
      'articles/2031/04/03/ferry-two.mdx': ENTRY.replace('02', '03'),
    });
    const asked = await run(
      ['--kind', 'none', '--title', 'Lamps', '--publisher', 'Post', '--article-lang', 'en'],
      [
        ['Day of the report', `1931-02-30${ENTER}`],
        ['is a day', `${CLEAR}1931-03-02${ENTER}`],
        ['At which address?', ENTER],
        ['its file', ENTER],
      ],
    );
    assert.equal(asked.code, 0, asked.shown);
    assert.equal(`${frontmatter('articles/1931/03/02/lamps.mdx').title}`, 'Lamps');
    const { shown } = await run(
      ['--media', join(folder, 'quay.png')],
      [
        ['Which entry gets it?', `erry${ENTER}`],
        ['With these letters there are 2031/04/02/ferry, 2031/04/03/ferry-two', '\u0003'],
      ],
    );
    assert.match(shown, /name one of them whole/);
  });

  test('asks for an article and its picture; what is refused is corrected, and nothing typed is lost', async (t) => {
    const { folder, content, run, frontmatter } = archive(t);
    write(folder, { 'quay.png': png() });
    write(content, { [FERRY]: ENTRY });
    const words = 'The ferry left the quay at noon with eleven people and a dog on board.';
    const { code, shown } = await run(
      ['--date', '2031-04-03', '--kind', 'verbatim', '--publisher', 'The Quay Post'],
      [
        ['Headline', `Ferry${ENTER}`],
        ['At which address?', ENTER],
        ['In which language', `english${ENTER}`],
        ['“english” is none', `${CLEAR}pt-br${ENTER}`],
        ['Its text', `${words}${TAB}${ENTER}`],
        ['its file', `${join(folder, 'kay.png')}${ENTER}`],
        ['There is no such file', ''],
        ['its file', `${CLEAR}${join(folder, 'quay.png')}${ENTER}`],
        ['What is it?', ENTER],
        ['What is to be seen on it', `quay.png${ENTER}`],
        ['is the name of the file', `${CLEAR}A quay${ENTER}`],
        ['Caption', ENTER],
        ['To whom is it credited?', ENTER],
        ['Where does it stand?', ENTER],
      ],
    );
    assert.equal(code, 0, shown);
    const found = frontmatter('articles/2031/04/03/ferry.mdx');
    assert.deepEqual(
      [found.title, found.lang, found.source.publisher, found.media],
      [
        'Ferry',
        'pt-BR',
        'The Quay Post',
        [
          {
            file: 'ferry/quay.png',
            kind: 'photograph',
            altText: 'A quay',
            creditLine: 'unknown',
            position: 'head',
          },
        ],
      ],
    );
    assert.deepEqual(await problemsIn(content), []);
  });

  test('keeps a text that is in already until another answer makes it another article', async (t) => {
    const { content, run, frontmatter } = archive(t);
    write(content, {
      [FERRY]: ENTRY.replace(
        'text: verbatim',
        'text: verbatim\nsource: { url: "https://gazette.example/ferry" }',
      ),
    });
    const { code, shown } = await run(
      ['--date', '2031-04-02', '--kind', 'verbatim', '--title', 'Lamps', '--publisher', 'Post'],
      [
        ['At which address?', `https://gazette.example/ferry${ENTER}`],
        ['In which language', ENTER],
        ['Its text', `The lamps were lit.${TAB}${ENTER}`],
        ['its file', ENTER],
        ['Take what it says now?', ENTER],
        ['What is corrected?', `${DOWN.repeat(4)}${ENTER}`],
        ['At which address?', `${CLEAR}https://gazette.example/lamps${ENTER}`],
      ],
    );
    assert.equal(code, 0, shown);
    const found = frontmatter('articles/2031/04/02/lamps.mdx');
    assert.equal(found.source.url, 'https://gazette.example/lamps');
    assert.match(
      readFileSync(join(content, 'articles/2031/04/02/lamps.mdx'), 'utf8'),
      /The lamps were lit\./,
    );
  });

  test('asks where the words of a sound and film are, and takes an empty answer for none', async (t) => {
    const { folder, content, run, frontmatter } = archive(t);
    write(folder, {
      'bells.wav': wav(),
      'boat.mp4': mp4({}),
      'boat.vtt': 'WEBVTT\n\n00:00.000 --> 00:00.500\nIt leaves.\n',
      'boat.srt': '1\n00:00:01,000 --> 00:00:02,000\nIt leaves.\n',
    });
    write(content, { [FERRY]: ENTRY });
    const file = (name: string) => join(folder, name);
    const sound = await run(
      ['--media', file('bells.wav'), '--entry', 'ferry', '--caption', 'Bells', '--position', 'end'],
      [
        ['To whom is it credited?', `O. Ferro${ENTER}`],
        ['What is heard in it', ENTER],
      ],
    );
    assert.equal(sound.code, 0, sound.shown);
    const film = await run(
      ['--media', file('boat.mp4'), '--entry', 'ferry', '--credit-line', 'unknown'],
      [
        ['Caption', ENTER],
        ['say what it is', `A boat${ENTER}`],
        ['What is heard in it', `${file('boat.vtt')}${ENTER}`],
        ['Its captions', `${file('boat.srt')}${ENTER}`],
        ['This is SubRip', `${CLEAR}${file('boat.vtt')}${ENTER}`],
        ['In which language are its captions?', `en${ENTER}`],
        ['Where does it stand?', ENTER],
      ],
    );
    assert.equal(film.code, 0, film.shown);
    assert.deepEqual(frontmatter(FERRY).media, [
      {
        file: 'ferry/bells.wav',
        kind: 'audio',
        caption: 'Bells',
        creditLine: 'O. Ferro',
        transcript: 'none',
      },
      {
        file: 'ferry/boat.mp4',
        kind: 'video',
        caption: 'A boat',
        creditLine: 'unknown',
        transcript: 'ferry/boat.vtt',
        captions: [{ file: 'ferry/boat.vtt', lang: 'en' }],
        position: 'head',
      },
    ]);
    assert.deepEqual(await problemsIn(content), []);
  });

  test('offers to correct what contradicts another article, and keeps all other answers', async (t) => {
    const { folder, content, run, frontmatter } = archive(t);
    const said =
      'media:\n  - file: boat.png\n    kind: photograph\n    altText: A boat\n    creditLine: The Quay Post\n';
    write(folder, { 'boat.png': png() });
    write(content, {
      [FERRY]: ENTRY.replace('text: verbatim\n', `text: verbatim\n${said}`),
      'articles/2031/04/02/boat.png': png(),
      'articles/2031/04/03/quay.mdx': ENTRY.replace('2031-04-02', '2031-04-03'),
    });
    const { code, shown } = await run(
      ['--media', join(folder, 'boat.png'), '--entry', 'quay', '--credit-line', 'O. Ferro'],
      [
        ['Caption', `At noon.${ENTER}`],
        ['Where does it stand?', ENTER],
        ['has creditLine: The Quay Post', ''],
        ['What is corrected?', `${DOWN.repeat(4)}${ENTER}`],
        ['To whom is it credited?', `${CLEAR}The Quay Post${ENTER}`],
      ],
    );
    assert.equal(code, 0, shown);
    assert.deepEqual(frontmatter('articles/2031/04/03/quay.mdx').media, [
      {
        file: 'quay/boat.png',
        kind: 'photograph',
        altText: 'A boat',
        caption: 'At noon.',
        creditLine: 'The Quay Post',
        position: 'head',
      },
    ]);
    assert.deepEqual(await problemsIn(content), []);
  });
});
