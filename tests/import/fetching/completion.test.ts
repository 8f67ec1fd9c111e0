import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { sealDigest } from '../../../src/content/ledger/seal-digest.ts';
import { inspectFile } from '../../../src/content/media/inspection/inspection.ts';
import { WORDLESS } from '../../../src/domain/media/gap.ts';
import { mediaId } from '../../../src/domain/media/media-id.ts';
import { complete, incompleteEntries } from '../../../src/import/fetching/completion.ts';
import { openFetcher } from '../../../src/import/fetching/fetcher.ts';
import { WEB_LIMITS } from '../../../src/import/fetching/limits.ts';
import { reachableWith } from '../../../src/import/fetching/reachable.ts';
import { beginning } from '../../../src/import/fetching/web-fetcher.ts';
import { openAuthorityFile } from '../../../src/import/matching/authority-file.ts';
import { openDisk } from '../../../src/import/writing/disk.ts';
import { type Act, mediaHost } from '../../support/media-host.ts';
import { png } from '../../support/picture.ts';
import { problemsIn } from '../../support/problems.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const FERRY = 'articles/2031/04/02/ferry.mdx';
const QUAY = 'articles/2031/04/03/quay.mdx';
const gap = (url: string, more = 'altText: A boat') =>
  `  - missing:   # not in the export\n      url: ${url}\n      reason: Its source has its address, and not the file.\n    kind: photograph\n    ${more}\n    creditLine:   O. Ferro\n`;
const filled = (file: string, bytes: Uint8Array, more = 'altText: A boat') =>
  `  - file: ${file}\n    sha256: ${hash('sha256', bytes)}\n    kind: photograph\n    ${more}\n    creditLine:   O. Ferro\n`;
const entry = (media: string) =>
  `---\ntitle:  "Ferry"  # as printed\ndate: 2031-04-02\ntext: verbatim\nmedia:\n${media}---\n\nThe ferry left.\n`;

const sends =
  (body: Uint8Array): Act =>
  (_, response) =>
    response.end(body);

/** An archive and a host, and what completing the archive from the host says. */
async function incomplete(
  t: TestContext,
  entries: (origin: string) => Record<string, string | Uint8Array>,
  acts: Record<string, Act>,
) {
  const folder = scratchFolder(t);
  const root = join(folder, 'content');
  const host = await mediaHost(t, acts);
  write(root, entries(host.origin));
  const run = async () => {
    const disk = openDisk(root);
    const archive = { root, disk, authorityFile: openAuthorityFile(root) };
    const fetcher = openFetcher({
      folder: join(folder, 'cache'),
      reachable: reachableWith(['127.0.0.1']),
      resolve: async () => [],
      userAgent: 'Cuttings',
      limits: { ...WEB_LIMITS, pause: 1 },
      beginning,
      inspect: inspectFile,
    });
    try {
      const told: string[] = [];
      for await (const one of complete(incompleteEntries(root, archive), fetcher, archive))
        told.push(
          `${one.url.slice(host.origin.length)} ${'file' in one ? `${one.isJoined ? 'joined to ' : ''}${one.file}${one.taken ? `, ${one.taken.join(', ')} of ${one.of}` : ''}` : one.reason}`,
        );
      return told;
    } finally {
      disk.close();
    }
  };
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  const files = () => globSync('articles/**/*.{png,jpg}', { cwd: root }).toSorted();
  return { folder, root, host, run, text, files };
}

suite('an archive is completed', () => {
  test('with what the web has, and the entries are otherwise as they were', async (t) => {
    const boat = png();
    const ship = png(64, 48, 1);
    const { root, run, text, files, host, folder } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(
          gap(`${origin}/Das%20Boot.PNG?w=1`) +
            gap(`${origin}/gone.jpg`) +
            gap(`${origin}/boat.png`, 'altText: A ship'),
        ),
        [QUAY]: entry(gap(`${origin}/boat.png`)).replace('2031-04-02', '2031-04-03'),
      }),
      {
        '/Das%20Boot.PNG?w=1': sends(boat),
        '/boat.png': sends(ship),
      },
    );
    const gone = text(FERRY)
      .slice(text(FERRY).indexOf('  - missing', 80), text(FERRY).lastIndexOf('  - missing'))
      .replace(
        'Its source has its address, and not the file.',
        'Its server does not have it (HTTP 404).',
      );
    assert.deepEqual(await run(), [
      '/Das%20Boot.PNG?w=1 ferry/das-boot.png',
      '/gone.jpg Its server does not have it (HTTP 404).',
      '/boat.png ferry/boat.png',
      '/boat.png quay/boat.png',
    ]);
    assert.equal(
      text(FERRY),
      entry(
        filled('ferry/das-boot.png', boat) +
          gone +
          filled('ferry/boat.png', ship, 'altText: A ship'),
      ),
    );
    assert.deepEqual(files(), [
      'articles/2031/04/02/ferry/boat.png',
      'articles/2031/04/02/ferry/das-boot.png',
      'articles/2031/04/03/quay/boat.png',
    ]);
    assert.ok(readFileSync(join(root, 'articles/2031/04/02/ferry/das-boot.png')).equals(boat));
    assert.deepEqual(await problemsIn(root), []);
    // Each was asked for once, and nothing is kept of what is filed.
    assert.equal(host.asked.length, 3);
    assert.deepEqual(globSync('cache/*/whole.*', { cwd: folder }), []);
    assert.deepEqual(await run(), ['/gone.jpg Its server does not have it (HTTP 404).']);
  });

  test('not with what a build would refuse: file and entry are as they were, and it is not asked for again', async (t) => {
    const { run, text, files, host, root } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(gap(`${origin}/boat.png`, 'caption: A boat.')),
        [QUAY]: entry(gap(`${origin}/boat.png`)).replace('creditLine: ', 'credit: '),
      }),
      { '/boat.png': sends(png()) },
    );
    const before = [text(FERRY), text(QUAY)];
    const told = await run();
    assert.match(told[0] ?? '', /A build would refuse it: .*\[media\/alternative\]/);
    assert.match(told[1] ?? '', /The entry has faults/);
    assert.deepEqual([text(FERRY), text(QUAY)], before);
    assert.deepEqual(files(), []);
    assert.ok(!existsSync(join(root, 'articles/2031/04/02/ferry')));
    // Once it says what it shows, it comes in.
    write(root, { [FERRY]: text(FERRY).replace('caption: A boat.', 'altText: A boat') });
    assert.equal((await run())[0], '/boat.png ferry/boat.png');
    assert.equal(host.asked.length, 1);
  });

  test('beside files of the same name, and with the file that a killed run left', async (t) => {
    const { run, files } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(
          gap(`${origin}/1/boat.png`) + gap(`${origin}/2/boat.png`, 'altText: A ship'),
        ),
        'articles/2031/04/02/ferry/boat.png': png(64, 48, 2),
      }),
      { '/1/boat.png': sends(png(64, 48, 1)), '/2/boat.png': sends(png(64, 48, 2)) },
    );
    assert.deepEqual(await run(), ['/1/boat.png ferry/boat-2.png', '/2/boat.png ferry/boat.png']);
    assert.equal(files().length, 2);
  });

  test('not with what is no medium', async (t) => {
    const { run, files } = await incomplete(
      t,
      (origin) => ({ [FERRY]: entry(gap(`${origin}/a.png`) + gap(`${origin}/b.png`)) }),
      {
        '/a.png': sends(Buffer.from('<!doctype html><title>Not found</title>')),
        '/b.png': sends(png(400, 300).subarray(0, -40)),
      },
    );
    const [page, half] = await run();
    assert.match(page ?? '', /cannot be published.*HTML/);
    assert.match(half ?? '', /cannot be published/);
    assert.deepEqual(files(), []);
  });

  test('with what is there already from another address once: what the gap says besides is kept', async (t) => {
    const boat = png();
    const { run, text, files, root } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(
          gap(`${origin}/boat.png`) +
            gap(`${origin}/boat.png?w=800`, 'caption: The boat at noon.').replace(
              'O. Ferro',
              'The Quay Post',
            ) +
            gap(`${origin}/map.png`, 'altText: A map'),
        ),
      }),
      {
        '/boat.png': sends(boat),
        '/boat.png?w=800': sends(boat),
        '/map.png': sends(png(64, 48, 1)),
      },
    );
    assert.deepEqual(await run(), [
      '/boat.png ferry/boat.png',
      '/boat.png?w=800 joined to ferry/boat.png',
      '/map.png ferry/map.png',
    ]);
    assert.equal(
      text(FERRY),
      entry(
        filled('ferry/boat.png', boat, 'altText: A boat\n    caption: The boat at noon.').replace(
          'creditLine:   O. Ferro',
          'creditLine: O. Ferro; The Quay Post',
        ) + filled('ferry/map.png', png(64, 48, 1), 'altText: A map'),
      ),
    );
    assert.equal(files().length, 2);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('and joins nothing to words that are sealed, also under an address that the article had', async (t) => {
    const boat = png();
    const id = mediaId(hash('sha256', boat));
    const { run, text } = await incomplete(
      t,
      (origin) => {
        const line = `/2031/04/01/ferry/ 2031-05-01 date:2031-04-01 ${id}:x ${id}.caption:${sealDigest('At noon.')}\n`;
        return {
          [FERRY]: entry(
            filled('boat.png', boat, 'altText: A boat\n    caption: At noon.') +
              gap(`${origin}/boat.png`, 'altText: A boat\n    caption: By the mole.'),
          ).replace('text: verbatim\n', 'text: verbatim\nformerly: [/2031/04/01/ferry/]\n'),
          'articles/2031/04/02/boat.png': boat,
          'ledger/2031.txt': `${line}end 1 sha256:${sealDigest(line)}\n`,
        };
      },
      { '/boat.png': sends(boat) },
    );
    const before = text(FERRY);
    assert.match(
      (await run())[0] ?? '',
      /the same file as boat\.png, whose caption says less, and is sealed/,
    );
    assert.equal(text(FERRY), before);
  });

  test('and joins nothing to what is withheld, in this entry or another', async (t) => {
    const boat = png();
    const withheld = `  - sha256: ${hash('sha256', boat)}\n    kind: photograph\n    withheld: { date: 2031-05-01, reason: Asked. }\n`;
    const { run, text, files } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(withheld + gap(`${origin}/boat.png`)),
        [QUAY]: entry(gap(`${origin}/boat.png?2`)).replace('2031-04-02', '2031-04-03'),
      }),
      { '/boat.png': sends(boat), '/boat.png?2': sends(boat) },
    );
    const before = [text(FERRY), text(QUAY)];
    const told = await run();
    assert.match(told[0] ?? '', /The entry withholds this file: nothing is joined/);
    assert.match(told[1] ?? '', /2031\/04\/02\/ferry withholds this file since 2031-05-01/);
    assert.deepEqual([text(FERRY), text(QUAY)], before);
    assert.deepEqual(files(), []);
  });

  test('not with what another entry says otherwise of the same file, and says all that differs', async (t) => {
    const boat = png();
    const { run, files } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(
          filled('boat.png', boat).replace('O. Ferro\n', 'The Quay Post\n    creator: Mira Sund\n'),
        ),
        'articles/2031/04/02/boat.png': boat,
        [QUAY]: entry(gap(`${origin}/boat.png`)).replace('2031-04-02', '2031-04-03'),
      }),
      { '/boat.png': sends(boat) },
    );
    assert.match(
      (await run())[0] ?? '',
      /2031\/04\/02\/ferry shows the same file, and has creditLine: The Quay Post, has creator: Mira Sund\./,
    );
    assert.equal(files().length, 1);
  });

  test('with what another entry says of the same file, where the gap does not say it', async (t) => {
    const boat = png();
    const known =
      'creator: Mira Sund\n    licence: https://creativecommons.org/licenses/by/4.0/\n    dateCreated: 1987\n';
    const said = (media: string) => media.replace('O. Ferro\n', `The Quay Post\n    ${known}`);
    const { run, text, root } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(said(filled('boat.png', boat, 'altText: A boat\n    caption: At noon.'))),
        'articles/2031/04/02/boat.png': boat,
        [QUAY]: entry(
          gap(`${origin}/boat.png`).replace('creditLine:   O. Ferro', 'creditLine:   unknown') +
            `  - { missing: { url: "${origin}/map.png", reason: Unknown. }, kind: photograph, altText: A map, creditLine: unknown }\n`,
        ).replace('2031-04-02', '2031-04-03'),
        'articles/2031/04/04/map.mdx': entry(
          filled('map.png', png(64, 48, 1)).replace(
            'O. Ferro\n',
            'unknown\n    copyrightNotice: "2031: Quay"\n',
          ),
        ).replace('2031-04-02', '2031-04-04'),
        'articles/2031/04/04/map.png': png(64, 48, 1),
      }),
      { '/boat.png': sends(boat), '/map.png': sends(png(64, 48, 1)) },
    );
    assert.deepEqual(await run(), [
      '/boat.png quay/boat.png, creditLine, creator, licence, dateCreated of 2031/04/02/ferry',
      '/map.png quay/map.png, copyrightNotice of 2031/04/04/map',
    ]);
    assert.equal(
      text(QUAY),
      entry(
        said(filled('quay/boat.png', boat))
          .replace('creditLine:   ', 'creditLine: ')
          .replace('1987', '"1987"') +
          `  - { file: quay/map.png, sha256: ${hash('sha256', png(64, 48, 1))}, kind: photograph, altText: A map, creditLine: unknown, copyrightNotice: "2031: Quay" }\n`,
      ).replace('2031-04-02', '2031-04-03'),
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('and nothing is asked for whose file lay at hand: its reason says what to do, and stays', async (t) => {
    const boat = png();
    const because = (reason: string, media: string) =>
      media.replace('Its source has its address, and not the file.', `"${reason}"`);
    const unread = 'Its file cannot be read (EACCES).';
    const { run, text, host } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(
          because(WORDLESS, gap(`${origin}/boat.png`, 'caption: ""')) +
            because(unread, gap(`${origin}/map.png`)),
        ),
        // Their words are there now.
        [QUAY]: entry(
          because(WORDLESS, gap(`${origin}/gone.png`)) +
            because(WORDLESS, gap(`${origin}/boat.png`)),
        ).replace('2031-04-02', '2031-04-03'),
      }),
      { '/boat.png': sends(boat) },
    );
    const before = text(FERRY);
    assert.deepEqual(await run(), [
      `/boat.png ${WORDLESS}`,
      `/map.png ${unread}`,
      '/gone.png Its server does not have it (HTTP 404).',
      '/boat.png quay/boat.png',
    ]);
    assert.deepEqual(host.asked.map(({ path }) => path).toSorted(), ['/boat.png', '/gone.png']);
    assert.equal(text(FERRY), before);
    assert.ok(text(QUAY).includes(`reason: "${WORDLESS}"\n`));
  });

  test('with the reason that will not pass, and without one that may', async (t) => {
    let isBusy = true;
    const { run, text, host } = await incomplete(
      t,
      (origin) => ({
        [FERRY]: entry(
          gap(`${origin}/gone.png`) + gap(`${origin}/page.png`) + gap(`${origin}/busy.png`),
        ),
        [QUAY]: entry(
          `  - { missing: { url: "${origin}/none.png", reason: Unknown. }, kind: photograph, creditLine: unknown }\n`,
        ).replace('2031-04-02', '2031-04-03'),
      }),
      {
        '/gone.png': (_, response) => response.writeHead(410).end(),
        '/page.png': sends(Buffer.from('<!doctype html><title>Not found</title>')),
        '/busy.png': (_, response) =>
          isBusy ? response.writeHead(503).end() : response.end(png()),
      },
    );
    await run();
    const reasons = () => [...text(FERRY).matchAll(/reason: (.*)/g)].map(([, reason]) => reason);
    assert.equal(reasons()[0], 'Its server says that it is gone (HTTP 410).');
    assert.match(reasons()[1] ?? '', /^"?What came from its address cannot be published\. .*HTML/);
    assert.equal(reasons()[2], 'Its source has its address, and not the file.');
    assert.match(text(QUAY), /reason: "Its server does not have it \(HTTP 404\)\." \}, kind/);
    // All are asked for again by another run, and an entry that says so already stays as it is.
    isBusy = false;
    const before = text(QUAY);
    const asked = host.asked.length;
    assert.equal((await run())[2], '/busy.png ferry/busy.png');
    assert.equal(host.asked.length, asked + 4);
    assert.equal(text(QUAY), before);
  });
});
