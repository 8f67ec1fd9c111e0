import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { importRuns } from '../../support/import-runs.ts';
import { documentsIn } from '../../support/located.ts';
import { problemsIn } from '../../support/problems.ts';
import { mp3, mp4 } from '../../support/recordings.ts';
import { scratchFolder, write } from '../../support/scratch.ts';
import { warcOf } from '../../support/warc.ts';

const ONE =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';
const TWO =
  'It will call at the three lower islands until the mole is mended, the pilots said there.';
const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>The boat</title><meta name="date" content="2021-04-02"><link rel="canonical" href="https://gazette.example/boat"></head><body><main><h1>The boat</h1><article>${body}</article></main></body></html>`;
const VTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe boat casts off.\n';
const FRENCH = 'WEBVTT\n\n00:00.000 --> 00:02.000\nLe bateau part.\n';
const FILM =
  '<figure><video controls poster="f/still.png"><source src="f/boat.webm" type="video/webm"><source src="f/boat.mp4" type="video/mp4"><track kind="captions" src="f/boat.en.vtt" srclang="en"><track kind="subtitles" src="f/boat.fr.vtt" srclang="fr"><track kind="chapters" src="f/parts.vtt" srclang="en"><p>Your browser shows no films.</p></video><figcaption>The boat casts off. <span class="credit">Ilse Brandt</span></figcaption></figure>';
const SOUND =
  '<audio controls src="f/horn.mp3" title="The horn of the boat"><track kind="captions" src="f/horn.vtt" srclang="en">Your browser plays no sound.</audio>';
const ENTRY = 'articles/2021/04/02/the-boat.mdx';

suite('sound and film of saved pages', () => {
  test('come in with captions and transcript, in their place, and a build takes them', async (t) => {
    const { root, source, runs, fieldsOf, files } = importRuns(t);
    write(source, {
      'page.html': page(`<p>${ONE}</p>${FILM}<p>${TWO}</p><p>${SOUND}</p>`),
      'f/boat.mp4': mp4(),
      'f/boat.en.vtt': VTT,
      'f/boat.fr.vtt': FRENCH,
      'f/horn.mp3': mp3(),
      'f/horn.vtt': VTT,
    });
    await runs('page.html');
    const [film, sound, ...none] = fieldsOf(ENTRY).media ?? [];
    assert.deepEqual(none, []);
    const { sha256: _, position, ...ofFilm } = film ?? {};
    assert.match(`${position}`, /^p-/);
    assert.deepEqual(ofFilm, {
      file: 'the-boat/boat.mp4',
      kind: 'video',
      caption: 'The boat casts off.',
      creditLine: 'Ilse Brandt',
      transcript: 'the-boat/boat-en.vtt',
      captions: [
        { file: 'the-boat/boat-en.vtt', lang: 'en' },
        { file: 'the-boat/boat-fr.vtt', lang: 'fr' },
      ],
    });
    assert.equal(sound?.file, 'the-boat/horn.mp3');
    assert.equal(sound?.caption, 'The horn of the boat');
    assert.equal(sound?.transcript, 'the-boat/horn.vtt');
    assert.equal(files().length, 6);
    const text = readFileSync(join(root, ENTRY), 'utf8');
    assert.doesNotMatch(text, /Your browser/);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('that are not there are gaps with name, address and caption; what a script plays is none', async (t) => {
    const [document] = await documentsIn(scratchFolder(t), 'page.html', {
      'page.html': page(
        `<p>${ONE}</p>${FILM}<p>${TWO}</p><p><video src="blob:https://gazette.example/1"></video></p>`,
      ),
    });
    assert.deepEqual(document?.paragraphs, [ONE, TWO]);
    const [film, ...none] = document?.media ?? [];
    assert.deepEqual(none, []);
    assert.equal(film?.kind, 'video');
    assert.equal(film?.caption, 'The boat casts off.');
    assert.equal(film?.name, 'boat.webm');
    assert.deepEqual(film?.urls, [
      'https://gazette.example/f/boat.webm',
      'https://gazette.example/f/boat.mp4',
    ]);
    assert.match(document?.notes.join() ?? '', /3 files of captions and transcripts left out/);
  });

  test('have no captions but WebVTT, and a film without has no transcript', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    write(source, {
      'page.html': page(
        `<p>${ONE}</p><video src="f/boat.mp4"><track kind="captions" src="f/boat.srt" srclang="en"></video><p>${TWO}</p>`,
      ),
      'f/boat.mp4': mp4(),
      'f/boat.srt': '1\n00:00:00,000 --> 00:00:02,000\n<b>The boat\n',
    });
    const [outcome] = await runs('page.html');
    const [film] = fieldsOf(ENTRY).media ?? [];
    assert.equal(film?.file, 'the-boat/boat.mp4');
    assert.equal(film?.captions, undefined);
    assert.ok(outcome?.outcome === 'imported');
    assert.match(outcome.entry.notes.join('\n'), /captions of a film left out/);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('come in from feeds and Markdown too', async (t) => {
    const film = '<video src="f/boat.mp4" title="The boat"></video>';
    const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><item><title>The boat</title><pubDate>Fri, 02 Apr 2021 08:00:00 GMT</pubDate><content:encoded>${`<p>${ONE}</p>${film}<p>${TWO}</p>`.replaceAll('<', '&lt;')}</content:encoded></item></channel></rss>`;
    const post = `---\ntitle: The boat\ndate: 2021-04-02\n---\n\n${ONE}\n\n${film}\n\n${TWO}\n`;
    for (const [name, text] of [
      ['feed.xml', feed],
      ['post.md', post],
    ] as const) {
      const [document] = await documentsIn(scratchFolder(t), name, {
        [name]: text,
        'f/boat.mp4': mp4(),
      });
      assert.deepEqual(
        document?.media?.map(({ kind, caption, local }) => [kind, caption, !!local]),
        [['video', 'The boat', true]],
        name,
      );
    }
  });

  test('of a web archive are found at their addresses', async (t) => {
    const [document] = await documentsIn(scratchFolder(t), 'a.warc', {
      'a.warc': warcOf([
        {
          address: 'https://gazette.example/boat',
          body: page(`<p>${ONE}</p>${FILM}<p>${TWO}</p>`),
        },
        {
          address: 'https://gazette.example/f/boat.mp4',
          answer: ['HTTP/1.1 200 OK', 'Content-Type: video/mp4'],
          body: mp4(),
        },
        {
          address: 'https://gazette.example/f/boat.en.vtt',
          answer: ['HTTP/1.1 200 OK', 'Content-Type: text/vtt'],
          body: Buffer.from(VTT),
        },
      ]),
    });
    const [film] = document?.media ?? [];
    assert.ok(film?.local);
    assert.deepEqual(
      film.words?.map(({ as, lang }) => [as, lang]),
      [
        ['captions', 'en'],
        ['transcript', undefined],
      ],
    );
  });
});
