import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formatOf } from '../../../src/import/formats/formats.ts';
import { headOf } from '../../../src/import/formats/head.ts';
import { inputsOf } from '../../../src/import/input.ts';
import { itemsOf } from '../../../src/import/item.ts';
import type { WrittenDocument } from '../../../src/import/source-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Each item of bytes: a source document, or in words why there is none. */
async function read(input: string | Uint8Array, name = 'input', encoding?: string) {
  const given = { name, bytes: typeof input === 'string' ? bytes(input) : input };
  const found: (WrittenDocument | string)[] = [];
  for await (const {
    item: { reading },
  } of itemsOf(given, { encoding }))
    found.push(
      'document' in reading
        ? reading.document
        : 'skipped' in reading
          ? reading.skipped
          : reading.fault,
    );
  return found;
}

async function readFixture(name: string) {
  const found: (WrittenDocument | string)[] = [];
  for (const input of inputsOf(`tests/fixtures/import/${name}`)) {
    assert.ok('path' in input);
    for await (const {
      item: { reading },
    } of itemsOf(input, undefined))
      found.push(
        'document' in reading
          ? reading.document
          : 'skipped' in reading
            ? reading.skipped
            : reading.fault,
      );
  }
  return found;
}

/** The only source document, without what a test does not ask of it. */
async function facts(found: (WrittenDocument | string)[], at = 0) {
  const document = found[at];
  assert.ok(typeof document === 'object', `${document}`);
  const { mdx, paragraphs: _, notes: __, sha256, ...stated } = document;
  assert.match(sha256, /^[0-9a-f]{64}$/);
  return {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    text: mdx,
  };
}

const NO_NAMES = { people: [], places: [], organisations: [] };

suite('plain text', () => {
  test('its date first, no headline, a blank line between paragraphs', async () => {
    const found = await facts(
      await read(' date 2031-04-02 The gale came.\n\nIt went\nagain.\n  \n\nThe end.'),
    );
    assert.deepEqual(found, {
      date: '2031-04-02',
      named: NO_NAMES,
      text: 'The gale came.\n\nIt went again.\n\nThe end.\n',
    });
  });

  test('fields at its head', async () => {
    const found = await facts(await readFixture('headed.txt'));
    assert.deepEqual(found, {
      title: 'Ferry to Port Ansel runs again',
      date: '2031-04-03',
      publisher: 'The Harbour Gazette',
      author: 'Ismene Kott',
      url: 'https://gazette.example/2031/04/ferry-runs',
      named: NO_NAMES,
      text: 'The ferry to Port Ansel left on Thursday with 40 passengers.\n\nNobody was hurt: \\{no braces}, \\<no tags>, no \\*stars\\*.\n',
    });
  });

  test('a mark in front, line ends of Windows, UTF-16', async () => {
    const text = 'date 2031-04-02 Åse\r\n\r\nØy';
    const expected = 'Åse\n\nØy\n';
    assert.equal((await facts(await read(`\uFEFF${text}`))).text, expected);
    assert.equal((await facts(await read(Buffer.from(`\uFEFF${text}`, 'utf16le')))).text, expected);
  });

  test('bytes that are no UTF-8 are named with their line, and read when their encoding is', async () => {
    const latin = Buffer.from('date 2031-04-02 One.\n\nCaf\u00e9.', 'latin1');
    assert.match(
      `${(await read(latin))[0]}`,
      /^Line 3 is not UTF-8\. Name its encoding, for instance --encoding windows-1252\.$/,
    );
    assert.equal((await facts(await read(latin, 'input', 'windows-1252'))).text, 'One.\n\nCafé.\n');
  });

  test('a date that may be one of two days is not guessed', async () => {
    const [document] = await read('Title: A\nDate: 10/11/2031\n\nText.');
    assert.ok(typeof document === 'object');
    assert.equal(document.date, undefined);
    assert.deepEqual(document.notes, ['the date “10/11/2031” was not understood']);
  });
});

suite('a saved web page', () => {
  test('the article, what the page says of it, and nothing that acts', async () => {
    const found = await facts(await readFixture('page.html'));
    const { text, ...stated } = found;
    assert.deepEqual(stated, {
      title: 'Ferry sinks off Port Ansel',
      date: '2031-04-02',
      published: '2031-04-02T23:10:00+02:00',
      author: 'Ismene Kott',
      publisher: 'Harbour Gazette Ltd',
      url: 'https://gazette.example/2031/04/ferry',
      lang: 'en-GB',
      named: { people: ['Ada Varga', 'Nobody Here'], places: ['Port Ansel'], organisations: [] },
      media: [
        {
          kind: 'photograph',
          caption: 'The ferry in 2029',
          name: 'x.jpg',
          urls: ['https://gazette.example/x.jpg'],
          reason: 'Its source names its address on the web, and the file did not come with it.',
          position: 'head',
        },
      ],
    });
    for (const kept of [
      '*Halcyon*',
      '[Port Ansel](https://gazette.example/places/port-ansel)',
      '**12 people**',
      '## What is known',
      '- It left at six',
      '> We heard it',
      '| Port Ansel | 12',
      '3 \\| 4',
      '\\{process.exit()}',
      '\\<Component />',
      '&#x69;mport',
    ])
      assert.ok(text.includes(kept), `${kept} in ${text}`);
    for (const gone of ['PWNED', 'javascript:', 'onclick', '<img', 'Home', '© Gazette', 'alert(1)'])
      assert.ok(!text.includes(gone), gone);
  });

  test('its encoding is found as a browser finds it', async () => {
    const page = (meta: string) =>
      Buffer.from(
        `<html><head>${meta}<title>Caf\u00e9</title></head><body><article><p>The caf\u00e9 at the harbour was open all night for the crews.</p></article></body></html>`,
        'latin1',
      );
    assert.match((await facts(await read(page('<meta charset="iso-8859-1">')))).text, /café/);
    assert.match((await facts(await read(page('')))).text, /café/);
  });

  test('a page without an article says so', async () => {
    assert.match(
      `${(await read('<!doctype html><title>x</title><body></body>'))[0]}`,
      /^No article was found in this page/,
    );
  });
});

suite('ninjs', () => {
  test('1.x in Norwegian: names as the item gives them, markup kept', async () => {
    assert.deepEqual(await facts(await readFixture('ninjs-1.json')), {
      title: 'Ferje grunnstøtte utenfor Saltholm',
      date: '2031-04-02',
      published: '2031-04-02T23:30:00+02:00',
      author: 'Kåre Øy',
      publisher: 'Holmenes Telegrambyrå',
      url: 'https://byraa.example/saker/2031-04-02-ferje',
      lang: 'nb-NO',
      located: 'SALTHOLM',
      named: {
        people: ['Åse Bjørnøy', 'Ingen Nevnt'],
        places: ['Saltholm'],
        organisations: ['Kystvakta'],
      },
      text: 'Åse Bjørnøy i Kystvakta sier at *ferja* nå ligger trygt.\n\n- Ingen er skadd.\n- Ferja kom fra Saltholm.\n',
    });
  });

  test('2.x in Swedish: the main headline, the day it was first made, lines as paragraphs; others skipped', async () => {
    const found = await readFixture('ninjs-2.json');
    assert.deepEqual(await facts(found), {
      title: 'Färja på grund',
      date: '2031-04-02',
      published: '2031-04-02T08:00:00Z',
      author: 'Örjan Ås',
      url: 'urn:holmbyran:1',
      lang: 'sv',
      named: { people: ['Örjan Ås'], places: ['Saltholm'], organisations: [] },
      text: 'Färjan ligger kvar utanför Saltholm.\n\n– Ingen är skadad, säger kaptenen.\n',
    });
    assert.deepEqual(found.slice(1), ['it is of type “picture”, not text', 'it has no text']);
  });

  test('3.x, an item a line: a bad line does not stop the rest', async () => {
    const found = await readFixture('wire.ndjson');
    const { title, publisher, lang, published, named } = (await facts(
      found,
    )) as unknown as WrittenDocument;
    assert.deepEqual(
      { title, publisher, lang, published },
      {
        title: 'Fähre läuft vor Saltholm auf Grund',
        publisher: 'Holmdienst',
        lang: 'de',
        published: '2031-04-02T05:00:00Z',
      },
    );
    assert.deepEqual(named.people, ['bernd-grün']);
    assert.equal(found[1], 'its status is “withheld”, not usable');
    assert.match(`${found[2]}`, /^It looks like JSON and is none/);
    assert.equal(found[3], 'it is embargoed until 2999-01-01T00:00:00Z');
    assert.match((await facts(found, 4)).text, /^\\\{process\.exit\(\)}/);
  });

  test('JSON that is something else is said to be', async () => {
    assert.match(`${(await read('{"a": 1}'))[0]}`, /neither a ninjs item .* nor a JSON Feed/);
  });
});

suite('feeds', () => {
  test('RSS: the whole text before the summary, the day as written, links made whole', async () => {
    const found = await readFixture('rss.xml');
    assert.deepEqual(await facts(found), {
      title: 'Gale & flood at Port Ansel',
      date: '2031-04-02',
      published: '2031-04-02T23:45:00+02:00',
      author: 'Ismene Kott',
      publisher: 'The Harbour Gazette',
      url: 'https://gazette.example/2031/04/gale',
      lang: 'en-GB',
      summary: 'A summary only.',
      media: [
        {
          kind: 'photograph',
          name: 'x.jpg',
          urls: ['https://gazette.example/2031/04/x.jpg'],
          reason: 'Its source names its address on the web, and the file did not come with it.',
          position: 'p-gmkc4ade',
        },
      ],
      named: NO_NAMES,
      text: 'The gale reached Port Ansel at **nine**.\n\nSee the [ferry report](https://gazette.example/2031/04/ferry) & more.\n',
    });
    assert.equal((found[1] as WrittenDocument).date, undefined);
  });

  test('Atom in Arabic', async () => {
    assert.deepEqual(await facts(await readFixture('atom.xml')), {
      title: 'عودة العبارة',
      date: '2031-04-02',
      published: '2031-04-02T21:00:00+03:00',
      author: 'ليلى حداد',
      publisher: 'صوت الجزر',
      url: 'https://sawt.example/1',
      lang: 'ar',
      named: NO_NAMES,
      text: 'عادت العبارة إلى *بورت أنسل* اليوم.\n',
    });
  });

  test('JSON Feed', async () => {
    const found = await readFixture('feed.json');
    assert.equal((await facts(found)).text, 'First line of the note.\n\nSecond \\< third.\n');
    assert.equal((await facts(found, 1)).text, 'One.\n\n> Two.\n');
  });

  test('a broken feed is one fault', async () => {
    const found = await read('<rss version="2.0"><channel><item>');
    assert.equal(found.length, 1);
    assert.equal(typeof found[0], 'string');
  });
});

suite('what is none of these', () => {
  for (const [name, start, words] of [
    ['a scan', 'AT&TFORM', /a scan \(DjVu\); save its text/],
    ['an office document', 'PK\u0003\u0004', /zip or an office document/],
    ['nothing', '  \n', /^It is empty/],
  ] as const) {
    test(`${name} is refused with what to do`, () => {
      assert.throws(() => formatOf(headOf('input', bytes(start))), {
        name: 'ImportFault',
        message: words,
      });
    });
  }

  test('a file’s name does not decide', async () => {
    const found = await read(
      '{"uri":"urn:a:1","type":"text","contentCreated":"2031-04-02","bodies":[{"value":"Text."}]}\n',
      'item.txt',
    );
    assert.equal(typeof found[0] === 'object' && found[0].url, 'urn:a:1');
    assert.equal(
      (await facts(await read('date 2031-04-02 {x} [PHOTO] text', 'x.json'))).text,
      '\\{x} \\[PHOTO] text\n',
    );
  });
});

test('a text with more than a body may hold is refused before it is read as one', async () => {
  const started = process.cpuUsage();
  for (const [text, reason] of [
    ['[a]('.repeat(150_000), /^A body has at most 20,000 signs of Markdown/],
    ['x[^1] '.repeat(100_000), /^A body has at most 20,000 signs of Markdown/],
    ['The tide.\n\n'.repeat(80_000), /^A body has at most 20,000 paragraphs/],
  ] as const) {
    const [found] = await read(`Title: Tides\nDate: 2031-04-07\n\n${text}`, 'tides.txt');
    assert.match(`${found}`, reason);
  }
  const { user, system } = process.cpuUsage(started);
  assert.ok(user + system < 15e6);
});
