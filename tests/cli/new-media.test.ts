import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { parse } from 'yaml';
import type { GivenFile } from '../../src/cli/new/given-file.ts';
import { fieldsFrom, takenFields } from '../../src/cli/new/medium-fields.ts';
import type { MediumSaid } from '../../src/cli/new/medium-options.ts';
import { positionIn } from '../../src/cli/new/position.ts';
import { png } from '../support/picture.ts';
import { problemsIn } from '../support/problems.ts';
import { mp4, wav } from '../support/recordings.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const FERRY = 'articles/2031/04/02/ferry.mdx';
const ENTRY = `---\ntitle:  "Ferry"  # as printed\ndate: 2031-04-02\ntext: verbatim\n---\n\nThe ferry left.\n\nIt was late.\n`;

/** A photograph that says whose it is, what it shows, and where it was taken. */
const photograph = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } })
    .jpeg()
    .withExif({
      IFD0: {
        ImageDescription: 'A boat in a storm.',
        Artist: 'Odo Ferro',
        Copyright: '2031 O. Ferro',
      },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
    .toBuffer();

function archive(t: TestContext) {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  mkdirSync(content);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/new.ts', ...args], {
      env: { ...process.env, ARCHIVE_CONTENT: content },
      encoding: 'utf8',
      input: 'The quay is long.',
    });
  const text = () => readFileSync(join(content, FERRY), 'utf8');
  const media = (path = FERRY) =>
    parse(readFileSync(join(content, path), 'utf8').split(/^---$/m)[1] ?? '').media;
  const files = () => globSync('articles/**/*.{jpg,png}', { cwd: content }).toSorted();
  return { folder, content, run, text, media, files };
}

suite('npm run new -- --media', () => {
  test('files a photograph with an entry; what its file says is offered, and taken when it is asked for', async (t) => {
    const { folder, content, run, text, media, files } = archive(t);
    write(folder, { 'Das Boot.JPG': await photograph(), 'ship.png': png() });
    write(content, { [FERRY]: ENTRY });
    const boat = join(folder, 'Das Boot.JPG');
    const said = run(
      '--media',
      boat,
      '--entry',
      '2031/04/02/ferry',
      '--alt-text',
      'A boat',
      '--credit-line',
      'unknown',
      '--position',
      '1',
    );
    assert.equal(said.status, 0, said.stderr);
    const [first] = media();
    assert.deepEqual(
      { ...first, position: '' },
      {
        file: 'ferry/das-boot.jpg',
        kind: 'photograph',
        altText: 'A boat',
        creditLine: 'unknown',
        position: '',
      },
    );
    assert.match(first.position, /^p-[a-z2-7]{8}$/);
    assert.ok(text().startsWith(ENTRY.slice(0, ENTRY.indexOf('---\n\n'))));
    assert.match(said.stdout, /creator \(Who made it\): Odo Ferro/);
    assert.match(said.stdout, /where it was made\. That is taken out of what is published/);
    assert.match(said.stdout, /\/media\/m-[a-z2-7]{12}\//);
    const taken = run(
      '--media',
      join(folder, 'ship.png'),
      '--entry',
      join(content, FERRY),
      '--decorative',
      '--credit-line',
      'O. Ferro',
    );
    assert.equal(taken.status, 0, taken.stderr);
    assert.match(taken.stdout, /write !\[\]\(ferry\/ship\.png\) there/);
    assert.deepEqual(files(), [
      'articles/2031/04/02/ferry/das-boot.jpg',
      'articles/2031/04/02/ferry/ship.png',
    ]);
    assert.deepEqual(await problemsIn(content), []);
    const before = text();
    const twice = run(
      '--media',
      boat,
      '--entry',
      'ferry',
      '--take',
      'all',
      '--alt-text',
      'A boat',
      '--credit-line',
      'unknown',
    );
    assert.equal(twice.status, 1);
    assert.match(
      twice.stderr,
      /has this file already, as ferry\/das-boot\.jpg.*--alt-text, --credit-line, --take.*is changed in the entry; to add words to it, give --ocr/,
    );
    assert.equal(text(), before);
    assert.equal(files().length, 2);
  });

  test('files it with a new entry', async (t) => {
    const { folder, content, run, media } = archive(t);
    write(folder, { 'quay.jpg': await photograph() });
    const said = run(
      '--title',
      'Quay',
      '--date',
      '2031-04-03',
      '--text',
      '-',
      '--media',
      join(folder, 'quay.jpg'),
      '--take',
      'caption,creator',
      '--alt-text',
      'A quay',
      '--credit-line',
      'O. Ferro',
      '--position',
      'head',
    );
    assert.equal(said.status, 0, said.stderr);
    assert.deepEqual(media('articles/2031/04/03/quay.mdx'), [
      {
        file: 'quay/quay.jpg',
        kind: 'photograph',
        altText: 'A quay',
        caption: 'A boat in a storm.',
        creditLine: 'O. Ferro',
        creator: 'Odo Ferro',
        position: 'head',
      },
    ]);
    assert.deepEqual(await problemsIn(content), []);
  });

  test('takes over what another article says of the same file, and says all at once that cannot be', async (t) => {
    const { folder, content, run, media } = archive(t);
    const boat = join(folder, 'boat.png');
    const known =
      '  - file: ferry/boat.png\n    kind: graphic\n    altText: A boat\n    caption: At noon.\n    creditLine: The Quay Post\n    creator: Mira Sund\n    personsShown: [ada-varga]\n';
    write(folder, { 'boat.png': png() });
    write(content, {
      [FERRY]: ENTRY.replace('text: verbatim\n', `text: verbatim\nmedia:\n${known}`),
      'articles/2031/04/02/ferry/boat.png': png(),
      'articles/2031/04/03/quay.mdx': ENTRY.replace('2031-04-02', '2031-04-03'),
      'people/ada-varga.yaml': 'name: Ada Varga\nsortName: Varga, Ada\n',
    });
    const refused = run(
      ...['--media', boat, '--entry', 'quay', '--media-kind', 'photograph'],
      ...['--credit-line', 'O. Ferro', '--creator', 'Odo Ferro'],
    );
    assert.equal(refused.status, 1);
    assert.match(
      refused.stderr,
      /has kind: graphic, has creditLine: The Quay Post, has creator: Mira Sund\./,
    );
    const said = run('--media', boat, '--entry', 'quay');
    assert.equal(said.status, 0, said.stderr);
    assert.match(
      said.stdout,
      /As 2031\/04\/02\/ferry, which shows the same file, says it: altText, creditLine, creator, personsShown/,
    );
    assert.deepEqual(media('articles/2031/04/03/quay.mdx'), [
      {
        file: 'quay/boat.png',
        kind: 'graphic',
        altText: 'A boat',
        creditLine: 'The Quay Post',
        creator: 'Mira Sund',
        personsShown: ['ada-varga'],
      },
    ]);
    assert.deepEqual(await problemsIn(content), []);
  });

  test('copies the words of a scan, and what is said and shown in a sound or film, as it copies its file', async (t) => {
    const { folder, content, run, media } = archive(t);
    const hocr = `<html><body><div class="ocr_page" title="bbox 0 0 64 48"><span class="ocr_line" title="bbox 1 1 40 9"><span class="ocrx_word" title="bbox 1 1 40 9">Ferry</span></span></div></body></html>`;
    const vtt = 'WEBVTT\n\n00:00.000 --> 00:00.500\nThe ferry leaves.\n';
    write(folder, {
      'Quay page.png': png(),
      'Quay page.hocr': hocr,
      'bells.wav': wav(),
      'What is heard.txt': 'Bells.\n\nThe harbour master speaks.\n',
      'boat.mp4': mp4({}),
      'boat.vtt': vtt,
      'report.pdf': Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
      'heard.docx': Buffer.from('PK\x03\x04\xff', 'latin1'),
      'heard.srt': '1\r\n00:00:01,000 --> 00:00:02,000\r\nThe ferry leaves.\r\n',
      'wide.hocr': hocr
        .replace('1 1 40 9"><span', '1 1 40 9"><i></i><span')
        .replaceAll('1 1 40 9', '900 1 940 9'),
    });
    write(content, { [FERRY]: ENTRY });
    const add = ([name = '', ...args]: readonly string[]) =>
      run('--media', join(folder, name), '--entry', 'ferry', '--credit-line', 'unknown', ...args);
    const file = (name: string) => join(folder, name);
    const scan = ['--media-kind', 'facsimile', '--alt-text', 'A page', '--ocr'];
    const film = ['boat.mp4', '--caption', 'A boat', '--transcript', 'none', '--captions'];
    for (const [args, words] of [
      [
        ['Quay page.png', ...scan, file('none.hocr')],
        /--ocr .*none\.hocr cannot be read\. There is no such file/,
      ],
      [
        ['Quay page.png', ...scan, file('wide.hocr')],
        /--ocr .*wide\.hocr cannot be filed\. .*lie outside page 1/,
      ],
      [
        ['Quay page.png', ...scan, file('bells.wav')],
        /--ocr .*bells\.wav cannot be filed\. It is a sound or film\. The words of a scan are ALTO or hOCR.*media\/words/,
      ],
      [
        ['Quay page.png', ...scan, file('report.pdf')],
        /report\.pdf cannot be filed\. It is a PDF\. The words of a scan are ALTO or hOCR.*tesseract page\.tif page hocr.*A PDF or picture is filed with --media/,
      ],
      [
        ['bells.wav', '--caption', 'Bells', '--transcript', file('heard.docx')],
        /heard\.docx cannot be filed\. It is a document of a word processor.*plain text in UTF-8 or WebVTT/,
      ],
      [
        ['bells.wav', '--caption', 'Bells', '--transcript', file('heard.srt')],
        /heard\.srt cannot be filed\. .*This is SubRip \(\.srt\)\. Write WEBVTT.*ffmpeg -i/,
      ],
      [
        [...film, file('heard.srt'), '--lang', 'en'],
        /heard\.srt cannot be filed\. .*This is SubRip \(\.srt\)\. Write WEBVTT/,
      ],
      [
        ['bells.wav', '--caption', 'Bells', '--transcript', 'none', '--captions', file('boat.vtt')],
        /--captions are of a film, and this is a sound\. Give the file as --transcript/,
      ],
      [
        ['Quay page.png', '--alt-text', 'A page', '--transcript', file('boat.vtt')],
        /--transcript is of a sound or film, and this is a photograph\. Leave --transcript out/,
      ],
      [
        ['Quay page.png', '--alt-text', 'A page', '--lang', 'en'],
        /--lang is the language of captions.*--article-lang.*--media-lang/,
      ],
      [[...film, file('boat.vtt'), '--lang', 'english'], /“english” is none/],
      [
        ['Quay page.png', '--alt-text', 'A page', '--ocr', file('Quay page.hocr')],
        /--ocr is of the scan of a printed page, and this is a photograph\. If it is a scan, add --media-kind facsimile/,
      ],
      [
        ['boat.mp4', '--caption', 'A boat', '--transcript', 'none', '--captions', file('boat.vtt')],
        /Say in which language its captions are: --lang TAG/,
      ],
      [
        ['boat.mp4', '--caption', 'A boat', '--transcript', folder],
        /--transcript .* cannot be read\. It is a folder/,
      ],
    ] as const) {
      const { status, stderr } = add(args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, words);
    }
    assert.deepEqual(globSync('articles/2031/04/02/ferry/*', { cwd: content }), []);
    for (const args of [
      ['Quay page.png', ...scan, file('Quay page.hocr')],
      [
        'bells.wav',
        '--caption',
        'The bells',
        '--transcript',
        file('What is heard.txt'),
        '--media-lang',
        'en',
      ],
      [
        'boat.mp4',
        '--caption',
        'A boat',
        '--transcript',
        file('boat.vtt'),
        '--captions',
        file('boat.vtt'),
        '--lang',
        'pt-BR',
      ],
    ] as const) {
      const { status, stderr } = add(args);
      assert.equal(status, 0, stderr);
    }
    const [page, bells, boat] = media();
    assert.equal(page.ocr, 'ferry/quay-page.xml');
    assert.deepEqual([bells.transcript, bells.lang], ['ferry/what-is-heard.txt', 'en']);
    assert.equal(boat.transcript, 'ferry/boat.vtt');
    assert.deepEqual(boat.captions, [{ file: 'ferry/boat.vtt', lang: 'pt-BR' }]);
    assert.equal(boat.lang, undefined, 'the language of captions is not that of the caption');
    assert.equal(readFileSync(join(content, 'articles/2031/04/02', page.ocr), 'utf8'), hocr);
    assert.deepEqual(await problemsIn(content), []);
  });

  test('adds words to what an entry has already, and leaves all else of it as it was', async (t) => {
    const { folder, content, run, text, media } = archive(t);
    const hocr = `<html><body><div class="ocr_page" title="bbox 0 0 64 48"><span class="ocr_line" title="bbox 1 1 40 9"><span class="ocrx_word" title="bbox 1 1 40 9">Ferry</span></span></div></body></html>`;
    const vtt = (words: string) => `WEBVTT\n\n00:00.000 --> 00:00.500\n${words}\n`;
    write(folder, { 'page.hocr': hocr, 'en.vtt': vtt('It leaves.'), 'pt.vtt': vtt('Parte.') });
    const known =
      '  - kind: facsimile   # the front page\n    file: page.png\n    altText: "A page"\n    creditLine: unknown\n  - file: boat.mp4\n    kind: video\n    caption: A boat\n    creditLine: unknown\n    transcript: none\n    locationShown: quern # the place\n';
    write(content, {
      [FERRY]: ENTRY.replace('text: verbatim\n', `media:\n${known}text: verbatim\n`),
      'articles/2031/04/02/page.png': png(),
      'articles/2031/04/02/boat.mp4': mp4({}),
      'places/quern.yaml': 'name: Quern\n',
    });
    const at = (name: string) => join(content, 'articles/2031/04/02', name);
    const file = (name: string) => join(folder, name);
    const add = ([name = '', ...args]: readonly string[]) =>
      run('--media', at(name), '--entry', 'ferry', ...args);
    const before = text();
    for (const [args, words] of [
      [['page.png'], /has this file already, as page\.png.*give --ocr \(of a scan\)/],
      [
        ['page.png', '--transcript', file('en.vtt')],
        /--transcript is of a sound or film, and this is a scan/,
      ],
      [['boat.mp4', '--captions', file('en.vtt')], /Say in which language/],
    ] as const) {
      const { status, stderr } = add(args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, words);
    }
    assert.equal(text(), before);
    for (const args of [
      ['page.png', '--ocr', file('page.hocr')],
      ['boat.mp4', '--transcript', file('en.vtt'), '--captions', file('en.vtt'), '--lang', 'en'],
      ['boat.mp4', '--captions', file('pt.vtt'), '--lang', 'pt'],
    ] as const) {
      const { status, stderr, stdout } = add(args);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^Filed: .*\n(?:Filed: .*\n)?Named in: .*ferry\.mdx, with/);
    }
    assert.equal(
      text(),
      before
        .replace('unknown\n  - file', 'unknown\n    ocr: ferry/page.xml\n  - file')
        .replace('transcript: none', 'transcript: ferry/en.vtt')
        .replace(
          'quern # the place\n',
          'quern # the place\n    captions:\n      - file: ferry/en.vtt\n        lang: en\n      - file: ferry/pt.vtt\n        lang: pt\n',
        ),
    );
    assert.equal(media().length, 2);
    assert.deepEqual(await problemsIn(content), []);
    const again = add(['page.png', '--ocr', file('page.hocr')]);
    assert.match(again.stderr, /with ocr: ferry\/page\.xml\. Replace that file/);
    const captions = add(['boat.mp4', '--captions', file('pt.vtt'), '--lang', 'pt']);
    assert.match(captions.stderr, /with captions in pt\. Replace that file/);
  });

  test('writes nothing where something is wrong, and says what', async (t) => {
    const { folder, content, run, text, files } = archive(t);
    write(folder, { 'boat.png': png(), 'page.jpg': '<!doctype html>' });
    write(content, {
      [FERRY]: ENTRY,
      'people/olga-varga.yaml': 'name: Olga Varga\nsortName: Varga, Olga\n',
      'people/ada-vargas.yaml': 'name: Ada Vargas\nsortName: Vargas, Ada\n',
      'people/of-lind.yaml': 'name: Of Lind\nsortName: Lind, Of\n',
    });
    const boat = join(folder, 'boat.png');
    const said = ['--alt-text', 'A boat', '--credit-line', 'unknown'];
    for (const [args, words] of [
      [
        ['--media', join(folder, 'page.jpg'), '--entry', 'ferry', ...said],
        /page\.jpg cannot be filed.*media\/type/,
      ],
      [
        ['--media', join(folder, 'boat.png'), '--entry', 'ferry', '--person', 'ada-varga', ...said],
        /--person “ada-varga” cannot be filed\. It is the id of no person on file\. Near are ada-vargas \(Ada Vargas\), olga-varga \(Olga Varga\)\. Write one of these ids, or make the record people\/ada-varga\.yaml first, with name and sortName\. \[reference\/missing\]/,
      ],
      [
        ['--media', boat, '--entry', 'ferry', '--place', 'quern', ...said],
        /--place “quern” cannot be filed\. It is the id of no place on file\. Make the record places\/quern\.yaml first, with name\./,
      ],
      [
        ['--media', boat, '--entry', 'ferry', '--alt-text', 'boat.png', '--credit-line', 'unknown'],
        /“boat\.png” is the name of the file, which tells nobody what is to be seen\. Say what is to be seen on it, or leave it empty \(--decorative\)/,
      ],
      [
        ['--media', 'https://gazette.example/boat.png', '--entry', 'ferry', ...said],
        /--media https:\/\/gazette\.example\/boat\.png cannot be filed\. It is an address.*save it here.*--fetch/,
      ],
      [
        ['--media', join(folder, 'baot.png'), '--entry', 'ferry', ...said],
        /baot\.png cannot be read\. There is no such file\. Correct its name/,
      ],
      [['--media', folder, '--entry', 'ferry', ...said], /It is a folder\. Name one file in it/],
      [
        ['--media', boat, '--entry', 'ferry', ...said, '--licence', 'CC BY'],
        /--licence “CC BY” cannot be filed\. .*Write https:\/\/creativecommons\.org\/licenses\/by\/4\.0\//,
      ],
      [
        ['--media', boat, '--entry', 'ferry', ...said, '--person', 'Ada Varga'],
        /--person “Ada Varga” cannot be filed\..*make the record people\/ada-varga\.yaml/,
      ],
      [
        ['--media', boat, '--entry', 'ferry', ...said, '--position', 'p-aaaaaaaa'],
        /--position p-aaaaaaaa: there is no such paragraph\. The text has 2\. Write head, end, or a number from 1 to 2/,
      ],
    ] as const) {
      const { status, stderr } = run(...args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, words);
    }
    assert.equal(text(), ENTRY);
    assert.deepEqual(files(), []);
  });
});

suite('what is said of a medium', () => {
  const FILE: GivenFile = {
    path: 'boat.jpg',
    facts: { sha256: '0'.repeat(64), bytes: 1, type: 'image/jpeg' },
    stated: { caption: 'A boat.', creator: 'Odo Ferro', persons: [], places: [], tells: [] },
    kinds: ['photograph', 'graphic', 'facsimile'],
  };
  const SOUND: GivenFile = {
    ...FILE,
    facts: { ...FILE.facts, type: 'audio/mpeg' },
    kinds: ['audio'],
  };
  // biome-ignore format: a table
  const REFUSED: [said: MediumSaid, file: GivenFile, words: RegExp][] = [
    [{}, FILE, /--alt-text TEXT, or --decorative/],
    [{ 'alt-text': 'A boat' }, FILE, /--credit-line unknown/],
    [{ 'media-kind': 'video' }, FILE, /type image\/jpeg is no video.*photograph or graphic or facsimile/],
    [{ 'media-kind': 'poem' }, FILE, /“poem” is none/],
    [{ 'credit-line': 'unknown' }, { ...SOUND, stated: { ...FILE.stated } }, /--caption TEXT/],
    [{ 'credit-line': 'unknown', caption: 'Bells' }, SOUND, /--transcript none/],
    [{ take: 'altText' }, FILE, /It says caption, creator/],
    [{ take: 'caption,colour' }, FILE, /no “colour”/],
  ];
  test('is refused where it lacks something', () => {
    for (const [said, file, words] of REFUSED) assert.throws(() => fieldsFrom(said, file), words);
  });

  test('has of its file what is taken, and what the archivist says before that', () => {
    const said = { 'alt-text': 'A boat', 'credit-line': 'unknown' };
    assert.deepEqual(fieldsFrom(said, FILE), {
      kind: 'photograph',
      altText: 'A boat',
      creditLine: 'unknown',
    });
    assert.deepEqual(fieldsFrom({ ...said, take: 'all', creator: 'O. F.' }, FILE), {
      kind: 'photograph',
      altText: 'A boat',
      caption: 'A boat.',
      creditLine: 'unknown',
      creator: 'O. F.',
    });
    assert.deepEqual([...takenFields(' caption ,', FILE)], ['caption']);
  });

  test('stands at the head, at the end, or after a paragraph, by its number or id', () => {
    const ids = ['p-aaaaaaaa', 'p-bbbbbbbb'];
    assert.deepEqual(
      ['head', 'end', undefined, '2', 'p-aaaaaaaa'].map((one) => positionIn(one, ids)),
      ['head', undefined, undefined, 'p-bbbbbbbb', 'p-aaaaaaaa'],
    );
    for (const number of ['0', '3', 'p-cccccccc', 'top'])
      assert.throws(() => positionIn(number, ids), /no such paragraph/);
  });
});
