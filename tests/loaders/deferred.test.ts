import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needles } from '../../src/archive/mention.ts';
import { readProse } from '../../src/loaders/prose.ts';

const context = {
  needles: needles([
    { kind: 'people', id: 'ada-varga', spelling: 'Ada Varga' },
    { kind: 'places', id: 'port-ansel', spelling: 'Port Ansel' },
  ]),
  figures: [{ id: 'missing', asStated: 'twelve people' }],
  base: '/',
};
const read = (body: string) => readProse('ferry.mdx', body, 0, context);

// The same words, once as plain Markdown and once with JSX: what is known of them must not depend on it.
const PAIRS: [what: string, plain: string, jsx: string][] = [
  ['an aside', 'Ada Varga left.', '<aside>\n\nAda Varga left.\n\n</aside>'],
  ['bare text in JSX', 'Ada Varga left.', '<aside>Ada Varga left.</aside>'],
  ['bare text on lines of its own', 'Ada Varga left.', '<aside>\nAda Varga\nleft.\n</aside>'],
  ['a word in JSX', 'Ada Varga left Port Ansel.', 'Ada Varga left <abbr>Port Ansel</abbr>.'],
  ['a name parted by JSX', 'Ada Varga left.', 'Ada <em>Varga</em> left.'],
  ['inline JSX alone', 'Port Ansel', '<abbr title="A town">Port Ansel</abbr>'],
  ['details with a summary', '## Port Ansel\n\nTwelve.', '<details>\n<summary>Port Ansel</summary>\n\nTwelve.\n\n</details>'],
  ['Markdown in JSX', 'One.\n\n- Ada Varga.\n- Two.', '<section>\n\nOne.\n\n- Ada Varga.\n- Two.\n\n</section>'],
  ['a table in JSX', '| A |\n| - |\n| Ada Varga |', '<div>\n\n| A |\n| - |\n| Ada Varga |\n\n</div>'],
  ['JSX in a list item', '- Ada Varga met twelve people.', '- Ada Varga met <b>twelve people</b>.'],
  ['a repeated text', 'One.\n\nOne.', 'One.\n\n<aside>One.</aside>'],
  ['a paragraph beside JSX', 'In Port Ansel.\n\nNear it.', 'In Port Ansel.\n\n<aside><p>Near it.</p></aside>'],
  ['white space around', 'Ada Varga left.', '<aside>\n  Ada   Varga\n  left.  \n</aside>'],
]; // biome-ignore format: a table reads better than a column

for (const [what, plain, jsx] of PAIRS) {
  test(`${what}: the same ids, mentions and figures as in plain Markdown`, async () => {
    const [expected, actual] = [await read(plain), await read(jsx)];
    assert.notEqual(expected.html, undefined);
    assert.equal(actual.html, undefined, 'it is rendered later');
    assert.deepEqual(actual.paragraphs, expected.paragraphs);
    assert.deepEqual(actual.mentions, expected.mentions);
    assert.deepEqual(actual.stated, expected.stated);
  });
}

test('a body whose braces are constants is plain', async () => {
  for (const body of ['{2 + 3} boats', '{/* a note */} One.', "{'<'}", '{`2`}', 'One{null}.'])
    assert.notEqual((await read(body)).html, undefined, body);
});

test('an expression without a constant value is left to the later rendering', async () => {
  for (const body of ['{[1, 2]}', '{props.x}', '{<b>two</b>}', '<b style={{}}>two</b>'])
    assert.equal((await read(body)).html, undefined, body);
});

test('links of JSX are told, with the base path put before those that lead into the archive', async () => {
  const body =
    'One.\n\n<a href="/2031/">year</a> and <img src="https://holms.example/a.png" alt="" />';
  const { links } = await readProse('ferry.mdx', body, 3, { ...context, base: '/archive/' });
  assert.deepEqual(links, [
    { href: '/2031/', line: 6, column: 4 },
    { href: 'https://holms.example/a.png', line: 6, column: 36 },
  ]);
});
