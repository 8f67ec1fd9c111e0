import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { suite, type TestContext, test } from 'node:test';
import { linesOf } from '../../../src/import/formats/line.ts';
import { LARGEST } from '../../../src/import/formats/source.ts';
import { itemsOf } from '../../../src/import/item.ts';
import { openReader } from '../../../src/import/reader/reader.ts';
import { scratchFolder } from '../../support/scratch.ts';

/** What an input may take of time and memory, and that no item takes another with it. */

const SENTENCE =
  'The ferry to Port Ansel runs again, and the harbour was full of people on Wednesday.';
const page = (inside: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Ferry runs again</title><meta name="date" content="2031-04-02"></head><body><article>${inside}</article></body></html>`;
const wire = (text: string, number = 1) =>
  JSON.stringify({
    uri: `urn:wire:${number}`,
    type: 'text',
    headline: 'Ferry runs again',
    versioncreated: '2031-04-02T08:00:00Z',
    body_text: text,
  });
/** A text that Markdown’s parser takes long for. */
const SLOW = '](( '.repeat(60_000);

/** What a reader with these bounds makes of an input: the first words of each text, or why there is none. */
async function read(
  t: TestContext,
  input: string | Buffer,
  limits?: Parameters<typeof openReader>[0],
) {
  const reader = openReader(limits);
  t.after(() => reader.close());
  const given = { name: 'in', bytes: Buffer.from(input) };
  const found: string[] = [];
  for await (const {
    item: { origin, reading },
  } of itemsOf(given, undefined, reader.read))
    found.push(
      `${origin}: ${
        'document' in reading
          ? (reading.document.paragraphs[0] ?? '').slice(0, 9)
          : 'fault' in reading
            ? reading.fault
            : reading.skipped
      }`,
    );
  return found;
}

const TIME = { seconds: 2, silence: 600, megabytes: 512 };
const MEMORY = { seconds: 60, silence: 600, megabytes: 64 };

suite('an item that takes too much is named, and the others are read', () => {
  test('time: a line of several', async (t) => {
    const lines = [wire('First.', 1), wire(SLOW, 2), wire('Third.', 3)].join('\n');
    assert.deepEqual(await read(t, lines, TIME), [
      'in:1: First.',
      'in:2: To read it takes more than 2 seconds of a processor’s time, as no article does. Save the article’s own page, or paste its text into a .txt file.',
      'in:3: Third.',
    ]);
  });

  test('time: an item of a list, after which the rest of the list is read', async (t) => {
    const list = `[${[wire('First.', 1), wire(SLOW, 2), wire('Third.', 3)].join(',')}]`;
    const found = await read(t, list, TIME);
    assert.deepEqual([found[0], found[2]], ['in, item 1: First.', 'in, item 3: Third.']);
    assert.match(found[1] ?? '', /^in, item 2: To read it takes more than 2 seconds/);
    assert.equal(found.length, 3);
  });

  test('time: a list of nothing else ends after three', async (t) => {
    const list = `[${Array.from({ length: 9 }, (_, at) => wire(SLOW, at)).join(',')}]`;
    const found = await read(t, list, { ...TIME, seconds: 1 });
    assert.equal(found.length, 4);
    assert.match(
      found[3] ?? '',
      /^in: 3 items after each other could not be read within their bounds/,
    );
  });

  test('memory: a page', async (t) => {
    const found = await read(t, page(`<p>${SENTENCE}</p>`.repeat(60_000)), MEMORY);
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^in: To read it needs more than 64 MB of memory, as no article/);
  });
});

test('what waits for ever takes no time of a processor, and is ended by the clock', async (t) => {
  const pipe = join(scratchFolder(t), 'pipe.html');
  execFileSync('mkfifo', [pipe]);
  const reader = openReader({ ...TIME, silence: 2 });
  t.after(() => reader.close());
  await assert.rejects(async () => {
    for await (const _ of reader.read({ name: 'in', path: pipe })) assert.fail();
  }, /^ImportFault: To read it takes more than 2 seconds without an answer/);
});

suite('what is larger or deeper than articles are', () => {
  const FAULTS: [what: string, input: string, fault: RegExp | string][] = [
    [
      'a text of one line of 6 MB',
      `date 2031-04-02 ${'word '.repeat(1_200_000)}`,
      /^in: Its text has 5,999,999 characters; an article has at most 2,000,000\. Split it\.$/,
    ],
    [
      '100,000 elements in one another',
      page('<div>'.repeat(100_000)),
      /^in: It nests elements more than 256 deep/,
    ],
    [
      '3,000 quotations in one another',
      wire('<blockquote>'.repeat(3000)).replace('body_text', 'body_xhtml'),
      /^in: It nests elements more than 256 deep/,
    ],
    [
      'entities that grow',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">${'bcdefghi'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><rss version="2.0"><channel><title>x</title><item><title>T</title><pubDate>Wed, 02 Apr 2031 08:00:00 GMT</pubDate><description>&i; is lit.\n\nAgain.</description></item></channel></rss>`,
      // They stay as they stand.
      'in: &i; is li',
    ],
    [
      'a feed nested 100,000 deep',
      `<rss version="2.0"><channel><title>x</title>${'<a>'.repeat(100_000)}`,
      /^in: It looks like a feed and cannot be read as one/,
    ],
    [
      '300 frames',
      page(`<p>${SENTENCE}</p><iframe src="https://a.example/"></iframe>`.repeat(300)),
      'in: The ferry',
    ],
    [
      'scripts and styles',
      page(
        `<style>${'a{b:c}'.repeat(50_000)}</style><script>${'f();'.repeat(50_000)}</script><p>${SENTENCE}</p>`,
      ),
      'in: The ferry',
    ],
    [
      'lists in one another as JSON',
      wire('Text.').replace('{', `{"people":${'['.repeat(100_000)}${']'.repeat(100_000)},`),
      'in: Text.',
    ],
    [
      '40 comments before the page',
      `<!-- a -->\n`.repeat(40) + page(`<p>${SENTENCE}</p>`),
      'in: The ferry',
    ],
    [
      'comments longer than what is looked at',
      `<!-- ${'a '.repeat(50_000)}-->${page(`<p>${SENTENCE}</p>`)}`,
      'in: The ferry',
    ],
    ['a NUL in a page', page(`<p>${SENTENCE.replace('again', 'again\0')}</p>`), 'in: The ferry'],
  ];
  for (const [what, input, fault] of FAULTS)
    test(what, async (t) => {
      const [found = '', ...others] = await read(t, input);
      assert.deepEqual(others, []);
      if (typeof fault === 'string') assert.equal(found, fault);
      else assert.match(found, fault);
    });

  test('a line longer than an item may be is named, and the next one is taken', async () => {
    const part = Buffer.alloc(LARGEST / 4, 'a');
    const chunks = [Buffer.from('1\n'), part, part, part, part, part, Buffer.from('\n3\n')];
    const lines = linesOf(Readable.from(chunks));
    const found: string[] = [];
    for await (const line of lines)
      found.push(`${line.number} ${'fault' in line ? line.fault.message : line.bytes}`);
    assert.deepEqual(found, ['1 1', '2 This line is longer than 64 MB; it is no item.', '3 3']);
  });
});
