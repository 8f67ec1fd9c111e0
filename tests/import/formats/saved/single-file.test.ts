import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readingsOf } from '../../../support/readings.ts';
import { articlePage } from '../../../support/warc.ts';
import { zipOf } from '../../../support/zip.ts';

const FERRY = 'The ferry of Quern ran again on Monday, and the harbour was full of people.';
const manifest = JSON.stringify({
  originalUrl: 'https://gazette.example/ferry',
  title: 'Lamp',
  archiveTime: '2031-04-03T08:30:00.000Z',
  indexFilename: 'index.html',
});
const zipped = (folder = '') =>
  zipOf(
    new Map([
      [`${folder}index.html`, articlePage(FERRY)],
      [`${folder}frames/1/index.html`, articlePage('An advertisement in a frame.')],
      [`${folder}manifest.json`, manifest],
    ]),
  );

suite('pages of SingleFile', () => {
  const SELF =
    '<!DOCTYPE html> <html data-sfz><meta charset=utf-8><title>Lamp</title><body hidden>';
  const forms: [string, () => Promise<Buffer>][] = [
    ['a zip', () => zipped()],
    ['a zip with a folder', () => zipped('1932837465_3/')],
    [
      'a page that unpacks itself',
      async () => {
        // Its offsets are from the beginning of the page.
        const page = Buffer.from(`${SELF}<div>Please wait</div><!--`);
        const zip = await zipped();
        const end = zip.lastIndexOf('PK\u0005\u0006');
        for (
          let at = zip.indexOf('PK\u0001\u0002');
          at >= 0;
          at = zip.indexOf('PK\u0001\u0002', at + 4)
        )
          zip.writeUInt32LE(zip.readUInt32LE(at + 42) + page.length, at + 42);
        zip.writeUInt32LE(zip.readUInt32LE(end + 16) + page.length, end + 16);
        return Buffer.concat([page, zip, Buffer.from('--></body></html>')]);
      },
    ],
  ];
  for (const [name, made] of forms)
    test(name, async () => {
      const { stories, faults } = await readingsOf(await made());
      assert.deepEqual(faults, []);
      assert.deepEqual(
        stories.map(({ url, accessed, paragraphs }) => [url, accessed, ...paragraphs]),
        [['https://gazette.example/ferry', '2031-04-03', FERRY]],
      );
    });

  test('a zip of something else is refused', async () => {
    const { faults } = await readingsOf(await zipOf(new Map([['index.html', articlePage(FERRY)]])));
    assert.match(faults.join(), /unpack it, and import the folder/);
    assert.match((await readingsOf(Buffer.from(`${SELF}<!--`))).faults.join(), /breaks off/);
  });

  test('pictures in the page slow nothing and spoil nothing', async () => {
    const picture = `<img src="data:image/png;base64,${'iVBORw0K'.repeat(1_000_000)}">`;
    const page = articlePage(FERRY).replace('<article>', `<article>${picture}`);
    const begun = process.cpuUsage();
    const { stories } = await readingsOf(
      page.replace(
        '<head>',
        `<!--\n Page saved with SingleFile \n url: https://gazette.example/ferry \n saved date: Thu Apr 03 2031 10:30:00 GMT+0200\n--><head><style>@font-face{src:url(data:font/woff2;base64,${'d09GMgAB'.repeat(1_000_000)})}</style>`,
      ),
    );
    const { user, system } = process.cpuUsage(begun);
    assert.ok((user + system) / 1e6 < 10, `${(user + system) / 1e6} s`);
    assert.deepEqual(stories[0]?.paragraphs, [FERRY]);
  });
});
