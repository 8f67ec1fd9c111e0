import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inputsOf } from '../../../../src/import/input.ts';
import { itemsOf } from '../../../../src/import/item.ts';
import { readingsOf } from '../../../support/readings.ts';
import { scratchFolder, write } from '../../../support/scratch.ts';

const LIT = 'The lamp of Quern was lit again on Monday.';
const yaml = (fields: string, body = LIT) => `---\n${fields}\n---\n\n${body}\n`;

/** The only article of a file, without what it does not state. */
async function articleOf(file: string, name = 'lamp.md') {
  const { stories, skipped, faults } = await readingsOf(file, name);
  assert.deepEqual([skipped, faults], [[], []]);
  assert.equal(stories.length, 1);
  const [story] = stories;
  assert.ok(story);
  return story;
}

const FIELDS = [
  'title',
  'summary',
  'date',
  'published',
  'author',
  'publisher',
  'url',
  'lang',
  'subjects',
  'formerUrls',
] as const;

async function factsOf(file: string, name?: string) {
  const story = await articleOf(file, name);
  return new Map(
    FIELDS.flatMap((field) => (story[field] === undefined ? [] : [[field, story[field]]])),
  );
}

const textOf = async (body: string, name?: string) =>
  (await articleOf(yaml('date: 2021-04-02', body), name)).mdx.trim();
const notesOf = async (body: string, name?: string) =>
  (await articleOf(yaml('date: 2021-04-02', body), name)).notes;

suite('frontmatter', () => {
  test('of YAML, by the names that Hugo, Jekyll, Astro and Eleventy have', async () => {
    const facts = await factsOf(
      yaml(`title: "Lamp: lit"
pubDate: 2021-04-02
description: After a year
authors: [{ name: Ismene Kott, email: imk@courier.example }, Jon Brandt]
canonicalURL: https://courier.example/2021/lamp
lang: en_GB
tags: [harbour, lamps]
categories: News, Local
aliases: [/old/lamp/, "https://old.example/lamp"]`),
    );
    assert.deepEqual(
      [...facts],
      [
        ['title', 'Lamp: lit'],
        ['summary', 'After a year'],
        ['date', '2021-04-02'],
        ['author', 'Ismene Kott, Jon Brandt'],
        ['url', 'https://courier.example/2021/lamp'],
        ['lang', 'en-GB'],
        ['subjects', ['harbour', 'lamps', 'News', 'Local']],
        ['formerUrls', ['https://courier.example/old/lamp/', 'https://old.example/lamp']],
      ],
    );
  });

  test('a day stays as it is written, whatever its offset', async () => {
    for (const [written, date, published] of [
      ['2021-04-02', '2021-04-02', undefined],
      ['2021-04-02T23:30:00-05:00', '2021-04-02', '2021-04-02T23:30:00-05:00'],
      ['2021-04-02 00:30:00 +0900', '2021-04-02', '2021-04-02T00:30:00+09:00'],
      ['2021-04-02 08:30', '2021-04-02', undefined],
      ['20210402', '2021-04-02', undefined],
    ]) {
      const story = await articleOf(yaml(`date: ${written}`));
      assert.deepEqual([story.date, story.published], [date, published], written);
    }
  });

  test('of TOML and of JSON, and what Eleventy writes after the hyphens', async () => {
    for (const file of [
      `+++\ntitle = "Lamp"\ndate = 2021-04-02T23:30:00-05:00\n[taxonomies]\ntags = ["harbour"]\n+++\n\n${LIT}`,
      `{\n  "title": "Lamp", "date": "2021-04-02T23:30:00-05:00", "params": {"tags": "harbour"}\n}\n\n${LIT}`,
      `---json\n{ "title": "Lamp", "date": "2021-04-02T23:30:00-05:00", "tags": ["harbour"] }\n---\n${LIT}`,
    ]) {
      const facts = await factsOf(file.replaceAll('\n', '\r\n'));
      assert.deepEqual(
        [...facts],
        [
          ['title', 'Lamp'],
          ['date', '2021-04-02'],
          ['published', '2021-04-02T23:30:00-05:00'],
          ['subjects', ['harbour']],
        ],
      );
    }
    const { date, published } = await articleOf(`+++\ndate = 2021-04-02\n+++\n${LIT}`);
    assert.deepEqual([date, published], ['2021-04-02', undefined]);
  });

  test('with remarks in it, and lines that end as on Windows', async () => {
    const { title, mdx } = await articleOf(
      `---\r\n# by the desk\r\n\r\ntitle: Lamp\r\n---\r\n${LIT}\r\n`,
    );
    assert.deepEqual([title, mdx], ['Lamp', `${LIT}\n`]);
  });

  test('that is a program is refused, and so is one that is not closed', async () => {
    const { faults } = await readingsOf(`---js\n{ title: process.exit() }\n---\n${LIT}`);
    assert.match(faults.join(), /JavaScript, which is never run/);
    for (const open of [`---\ntitle: Lamp\ndraft: true\n\n${LIT}`, `---\ndraft: true\n\n${LIT}`])
      assert.match((await readingsOf(open)).faults.join(), /not closed/);
    assert.match(
      (await readingsOf(yaml('title: "Lamp'))).faults.join(),
      /in line 2.*quotation mark/,
    );
    assert.match(
      (await readingsOf(`+++\ntitle = Lamp\n+++\n${LIT}`)).faults.join(),
      /no TOML, in line 2/,
    );
    assert.match((await readingsOf(yaml(`a: &a [x]\nb: *a`))).faults.join(), /aliases/);
  });

  test('what no field of an article holds is named, but for what a site is built with', async () => {
    const { notes } = await articleOf(
      yaml(
        'title: Lamp\ndate: 2021-04-02\nlayout: post\nweight: 3\nmood: calm\nlead: Other\nsummary: One\ncover: { image: a.jpg }',
      ),
    );
    assert.deepEqual(notes, ['its fields “mood”, “lead”, “cover” left out']);
  });

  test('the day of Jekyll is in the name of the file, and that of a bundle in its folder’s', async () => {
    for (const name of [
      '_posts/2021-04-02-lamp.md',
      '2021-4-2-lamp.md',
      '2021-04-02-lamp/index.md',
    ])
      assert.equal((await articleOf(yaml('title: Lamp'), name)).date, '2021-04-02');
    assert.equal(
      (await articleOf(yaml('date: 2021-04-03'), '2021-04-02-lamp.md')).date,
      '2021-04-03',
    );
  });

  test('the address of an author is not published', async () => {
    const { author, notes } = await articleOf(yaml('author: Ismene Kott <imk@courier.example>'));
    assert.equal(author, 'Ismene Kott');
    assert.deepEqual(notes, []);
    const other = await articleOf(yaml('author: imk@courier.example'));
    assert.deepEqual([other.author, other.notes], [undefined, ['its fields “author” left out']]);
  });
});

suite('what was not published is passed over', () => {
  for (const [fields, as] of [
    ['draft: true', 'draft'],
    ['draft: yes', 'draft'],
    ['published: false', 'draft'],
    ['published: nein', 'draft'],
    ['published: soon', 'unknown'],
    ['status: Entwurf', 'draft'],
    ['status: in progress', 'unknown'],
    ['visibility: members', 'private'],
    ['password: quern', 'password'],
    ['private: true', 'private'],
    ['unlisted: true', 'private'],
    ['headless: true', 'private'],
    ['members_only: yes', 'private'],
    ['audience: only_paid', 'private'],
    ['publishDate: 2999-01-01', 'scheduled'],
    ['publishDate: soon', 'scheduled'],
    ['expiryDate: 2020-01-01', 'withdrawn'],
    ['permalink: false', 'draft'],
    ['eleventyExcludeFromCollections: true', 'private'],
    ['_build: { render: never }', 'private'],
    ['params: { draft: true }', 'draft'],
    ['embargo: 2999-01-01', 'embargoed'],
  ] as const)
    test(fields, async () => {
      const { stories, skipped } = await readingsOf(yaml(`date: 2021-04-02\n${fields}`));
      assert.deepEqual([stories, skipped.map((one) => one.as)], [[], [as]]);
    });

  for (const fields of [
    'draft: false',
    'published: true',
    'published: 2021-04-02',
    'status: veröffentlicht',
    'expiryDate: 2999-01-01',
    'publishDate: 2020-01-01',
    'draft:',
    'audience: everyone',
    'members_only: no',
  ])
    test(`and this was: ${fields}`, async () =>
      assert.equal((await readingsOf(yaml(`date: 2021-04-02\n${fields}`))).stories.length, 1));

  test('lists, drafts and parts of a site, by where they lie', async (t) => {
    const folder = scratchFolder(t);
    write(folder, {
      'posts/_index.md': yaml('title: List'),
      '_drafts/lamp.md': yaml('title: Draft'),
      '_lamp.mdx': yaml('title: Part'),
      '2021-04-02-lamp/index.md': yaml('title: Lamp'),
    });
    const found: string[] = [];
    for (const input of inputsOf(folder)) {
      assert.ok('path' in input);
      for await (const { item } of itemsOf(input, undefined))
        found.push(
          'skipped' in item.reading ? item.reading.as : 'document' in item.reading ? 'in' : 'fault',
        );
    }
    assert.deepEqual(found, ['in', 'draft', 'draft', 'kind']);
  });
});

suite('a text in Markdown', () => {
  test('keeps its shape', async () => {
    const text =
      'The *lamp* of **Quern**.\n\n## What next\n\n- one\n- two\n\n> Said so.\n\n| A | B |\n| - | - |\n| 1 | 2 |';
    assert.equal(await textOf(text), text);
  });

  test('footnotes, definitions and highlights stay as words', async () => {
    const text = await textOf(
      'Lit[^1] it was ==well==.\n\n[^1]: By the board[^b].\n\n[^b]: Of Quern.\n\nLamp\n: a light',
    );
    for (const words of [
      'Lit \\[1]',
      '\\[1] By the board \\[b]',
      '\\[b] Of Quern',
      '==well==',
      'Lamp : a light',
    ])
      assert.ok(text.includes(words), `${words} in ${text}`);
  });

  test('shortcodes of Hugo: captions and what they hold are words, and they are named', async () => {
    const body = `One.\n\n{{< figure src="a.jpg" caption="The *lamp*, lit" attr='Ada Varga' >}}\n\n{{% notice tip %}}\nMind the step.\n{{% /notice %}}\n\nSee [the list]({{< ref "list.md" >}}).\n\n{{< youtube x1 >}}\n\n{{< comment >}}\nsecret\n{{< /comment >}}\n\nTwo.`;
    assert.equal(
      await textOf(body),
      'One.\n\nThe *lamp*, lit Ada Varga\n\nMind the step.\n\nSee the list.\n\nTwo.',
    );
    const [note = ''] = await notesOf(body);
    for (const name of [
      '{{< figure',
      '{{% notice tip %}}',
      '{{< ref',
      '{{< youtube x1 >}}',
      'a comment',
    ])
      assert.ok(note.includes(name), `${name} in ${note}`);
  });

  test('tags of Liquid likewise, and values stay as they are', async () => {
    const body = `{% include figure.html src="a.jpg" caption="The lamp, lit" %}\n\n{% comment %}secret{% endcomment %}It cost {{ page.cost }}.{: .lead}\n\n{% highlight ruby %}\nputs "a"\n{% endhighlight %}\n\n[Map]({{ site.url }}/map)`;
    assert.equal(
      await textOf(body),
      'The lamp, lit\n\nIt cost \\{\\{ page.cost }}.\n\n```\nputs "a"\n```\n\nMap',
    );
    assert.ok((await notesOf(body)).some((note) => note.includes('values of a program')));
  });

  test('components and modules of MDX are no code, and nothing that follows them is lost', async () => {
    const body = `import Chart from '../chart.astro';\n\nexport const a = 1;\n\n<Figure src={lamp} caption="The lamp, lit" />\n\n<Note kind="a">\n\nMind the **step**.\n\n</Note>\n\n<Video src="a.mp4" />\n\n<iframe src="https://x.example" />\n\nIt was {/* never */}lit, <b>at last</b>.`;
    assert.equal(
      await textOf(body, 'lamp.mdx'),
      'The lamp, lit\n\nMind the **step**.\n\nIt was lit, **at last**.',
    );
    const [note = ''] = await notesOf(body, 'lamp.mdx');
    for (const name of [
      'import Chart',
      'export const',
      '<Figure>',
      '<Note>',
      '<Video>',
      'a comment',
    ])
      assert.ok(note.includes(name), `${name} in ${note}`);
  });

  test('code is left alone, and so are words that only look like a module', async () => {
    assert.equal(
      await textOf('Write `{{< figure >}}` so:\n\n```\n{% raw %}\n```'),
      'Write `{{< figure >}}` so:\n\n```\n{% raw %}\n```',
    );
    assert.match(
      await textOf('import duties rose, the board said.'),
      /duties rose, the board said\.$/,
    );
  });

  test('HTML in it is read as HTML, and takes no words with it', async () => {
    assert.equal(
      await textOf(
        'One.\n\n<div class="x"><p>Two.</p></div>\n\n<script>alert(1)</script>\n\nThree <!-- secret --> x.',
      ),
      'One.\n\nTwo.\n\nThree x.',
    );
    const open = 'One.\n\n<video controls>\n\nTwo.\n\n<nav>\n\nThree.';
    assert.equal(await textOf(open), 'One.\n\nTwo.\n\nThree.');
    assert.ok((await notesOf(open)).some((note) => note.includes('was left out')));
  });

  test('a headline that is repeated is not its first block', async () => {
    assert.equal((await articleOf(yaml('title: Lamp', `# Lamp\n\n${LIT}`))).mdx.trim(), LIT);
  });

  test('more signs than an article has are refused before it is parsed', async () => {
    const { faults } = await readingsOf(yaml('title: Lamp', '[a]('.repeat(30_000)));
    assert.match(faults.join(), /at most 20,000 signs of Markdown/);
  });
});

test('what only begins like frontmatter is a text', async () => {
  const { stories } = await readingsOf('---\n\nThe lamp.\n\n---\n\nAgain.');
  assert.equal(stories.length, 1);
});

test('more underlined headings than an article has are refused', async () => {
  const { faults } = await readingsOf(`---\ntitle: Lamp\n---\n\n${'Lamp\n----\n\n'.repeat(501)}`);
  assert.match(faults.join(), /^Its text has more than 500 headings with a line of signs below/);
});
