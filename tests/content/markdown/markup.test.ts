import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BodyPart } from '../../../src/content/markdown/body/parts.ts';
import { bodyProblems } from '../../../src/content/markdown/mdx-fault.ts';
import { readProse } from '../../../src/content/markdown/prose.ts';
import { needles } from '../../../src/domain/authorities/mention.ts';

const context = {
  needles: needles([
    { kind: 'people', id: 'ada-varga', spelling: 'Ada Varga' },
    { kind: 'places', id: 'port-ansel', spelling: 'Port Ansel' },
  ]),
  figures: [{ id: 'missing', asStated: 'twelve people' }],
  base: '/',
};
const read = (body: string) => readProse(body, 0, context);

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
    assert.deepEqual(actual.paragraphs, expected.paragraphs);
    assert.deepEqual(actual.mentions, expected.mentions);
    assert.deepEqual(actual.stated, expected.stated);
  });
}

test('links of JSX are told, with the base path put before those that lead into the archive', async () => {
  const body = 'One.\n\n<a href="/2031/">year</a> and <a href="https://holms.example/a">more</a>';
  const { links } = await readProse(body, 3, { ...context, base: '/archive/' });
  assert.deepEqual(links, [
    { href: '/2031/', line: 6, column: 4 },
    { href: 'https://holms.example/a', line: 6, column: 34 },
  ]);
});

/** HTML without what the archive adds to each block. */
const bare = (html = '') =>
  html
    .replace(/<a [^>]*class="permalink"[^>]*><\/a>/g, '')
    .replace(/ id="p-[a-z2-7]{8}(?:-\d+)?"/g, '');

// biome-ignore format: a table, a body a row
const SOUND: [what: string, body: string, html: string][] = [
  ['paragraphs', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
  ['all headings', '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n\nG\n=\n\nH\n-', '<h1>A</h1>\n<h2>B</h2>\n<h3>C</h3>\n<h4>D</h4>\n<h5>E</h5>\n<h6>F</h6>\n<h1>G</h1>\n<h2>H</h2>'],
  ['emphasis', '*a* _b_ **c** ***d*** ~~e~~', '<p><em>a</em> <em>b</em> <strong>c</strong> <em><strong>d</strong></em> <del>e</del></p>'],
  ['code among words', 'A `<b>{x}</b>` b.', '<p>A <code>&lt;b>{x}&lt;/b></code> b.</p>'],
  ['a fence', '```js {1}\n<script>alert(1)</script>\n{Date.now()}\n```', '<section class="scroll" tabindex="0" aria-label="Code 1"><pre><code class="language-js">&lt;script>alert(1)&lt;/script>\n{Date.now()}\n</code></pre></section>'],
  ['a quotation', '> One.\n>\n> > Two.', '<blockquote>\n<p>One.</p>\n<blockquote>\n<p>Two.</p>\n</blockquote>\n</blockquote>'],
  ['lists', '- a\n  1. b\n     - c\n- d', '<ul>\n<li>a<ol>\n<li>b<ul>\n<li>c</li>\n</ul></li>\n</ol></li>\n<li>d</li>\n</ul>'],
  ['a list that starts at another number', '3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
  ['a task list', '- [x] a\n- [ ] b', '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done">a</li>\n<li class="task-list-item"><input type="checkbox" disabled aria-label="Not done">b</li>\n</ul>'],
  ['a table', '| a | b |\n| :- | -: |\n| *c* | `d` |', '<section class="scroll" tabindex="0" aria-label="Table 1"><table>\n<thead>\n<tr><th class="align-start" scope="col">a</th> <th class="align-end" scope="col">b</th></tr>\n</thead>\n<tbody>\n<tr><td class="align-start"><em>c</em></td> <td class="align-end"><code>d</code></td></tr>\n</tbody>\n</table></section>'],
  ['a footnote', 'A[^n].\n\n[^n]: *B*.', '<p>A<sup><a href="#fn-n" id="fnref-n" data-footnote-ref aria-describedby="footnote-label">1</a></sup>.</p>\n<section data-footnotes class="footnotes"><h2 class="visually-hidden" lang="en" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="fn-n">\n<p><em>B</em>.<a href="#fnref-n" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>'],
  ['a link with a title', '[a](/2031/ "b \\"c\\"")', '<p><a href="/2031/" title="b &quot;c&quot;">a</a></p>'],
  ['links by reference', '[a][b] [b]\n\n[b]: https://holms.example/', '<p><a href="https://holms.example/">a</a> <a href="https://holms.example/">b</a></p>'],
  ['addresses in words', 'https://holms.example/a_b, ada@holms.example', '<p><a href="https://holms.example/a_b">https://holms.example/a_b</a>, <a href="mailto:ada@holms.example">ada@holms.example</a></p>'],
  ['hard breaks', 'a\\\nb  \nc', '<p>a<br> b<br> c</p>'],
  ['a thematic break', 'a\n\n***\n\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
  ['characters escaped', '\\{a\\} \\<b> \\*c\\* \\[d](e) \\!\\[f](g) &lt;script> &#123;x}', '<p>{a} &lt;b> *c* [d](e) ![f](g) &lt;script> {x}</p>'],
  ['references that make a tag', '&lt;img src=x onerror=alert(1)&gt; &#60;script&#62;', '<p>&lt;img src=x onerror=alert(1)> &lt;script></p>'],
  ['literals', '{5} {-5} {\'<script>\'} {"a"} {`b`}{null}{true}{/* c */}', '<p>5 -5 &lt;script> a b</p>'],
  ['sums of whole numbers', '{2 + 3} {2 * (3 - 4)}', '<p>5 -2</p>'],
  ['a literal alone', "{'<b>'}", '<p>&lt;b></p>'],
  ['a comment on lines of its own', 'a\n\n{/* b\n{x} */}\n\nc', '<p>a</p>\n<p>c</p>'],
  ['words in elements', '<sup>a</sup><sub>b</sub> <mark>c</mark> <small>d</small> <q>e</q> <cite>f</cite> <kbd>g</kbd> <samp>h</samp> <var>i</var> <dfn>j</dfn>', '<p><sup>a</sup><sub>b</sub> <mark>c</mark> <small>d</small> <q>e</q> <cite>f</cite> <kbd>g</kbd> <samp>h</samp> <var>i</var> <dfn>j</dfn></p>'],
  ['more of them', '<b>a</b> <i>b</i> <u>c</u> <s>d</s> <em>e</em> <strong>f</strong> <code>g</code> <bdi>h</bdi>', '<p><b>a</b> <i>b</i> <u>c</u> <s>d</s> <em>e</em> <strong>f</strong> <code>g</code> <bdi>h</bdi></p>'],
  ['what was deleted and inserted', '<del datetime="2031-04-02">a</del> <ins datetime="2031-04-02T09:30:00Z">b</ins>', '<p><del datetime="2031-04-02">a</del> <ins datetime="2031-04-02T09:30:00Z">b</ins></p>'],
  ['a time', '<time datetime="2031-04">April</time>', '<p><time datetime="2031-04">April</time></p>'],
  ['an abbreviation', '<abbr title="A &amp; B">AB</abbr>', '<p><abbr title="A &amp; B">AB</abbr></p>'],
  ['another language', '<span lang="ar" dir="rtl">نهر</span>', '<p><span lang="ar" dir="rtl">نهر</span></p>'],
  ['a link as an element', '<a href="https://holms.example/" hreflang="en" title="b">a</a>', '<p><a href="https://holms.example/" hreflang="en" title="b">a</a></p>'],
  ['a break in words', 'a<br />b', '<p>a<br> b</p>'],
  ['a line', '<hr />', '<hr>'],
  ['an aside', '<aside>\na *b*\n\n- c\n</aside>', '<aside><p>a <em>b</em></p><ul>\n<li>c</li>\n</ul></aside>'],
  ['a description list', '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['a list as elements', '<ol start={3} reversed type="i">\n<li value="5">a</li>\n<li>\n\nb\n\nc\n\n</li>\n</ol>', '<ol start="3" reversed type="i"><li value="5">a</li><li><p>b</p><p>c</p></li></ol>'],
  ['a table as elements', '<table>\n<caption>a</caption>\n<thead>\n<tr>\n<th scope="col" colspan="2">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th scope="row" rowspan={2}>c</th>\n<td>d</td>\n</tr>\n</tbody>\n</table>', '<section class="scroll" tabindex="0" aria-label="Table 1"><table><caption>a</caption><thead><tr><th scope="col" colspan="2">b</th></tr></thead><tbody><tr><th scope="row" rowspan="2">c</th><td>d</td></tr></tbody></table></section>'],
  ['a figure with its caption', '<figure>\n> a\n\n<figcaption>b</figcaption>\n</figure>', '<figure><blockquote>\n<p>a</p>\n</blockquote><figcaption>b</figcaption></figure>'],
  ['details', '<details open>\n<summary>a</summary>\nb\n</details>', '<details open><summary>a</summary><p>b</p></details>'],
  ['sections in sections', '<section>\n<div>\n\n## a\n\n<blockquote>b</blockquote>\n\n</div>\n</section>', '<section><div><h2>a</h2><blockquote><p>b</p></blockquote></div></section>'],
  ['an element for a paragraph', '<p lang="fr">\na\n</p>', '<p lang="fr">a</p>'],
  ['words beside a block', '<div>\na\n<aside>b</aside>\nc\n</div>', '<div><p>a</p><aside><p>b</p></aside><p>c</p></div>'],
  ['elements in a list of Markdown', '- <b>a</b>\n- <aside>b</aside>', '<ul>\n<li>\n<p><b>a</b></p>\n</li>\n<li>\n<aside><p>b</p></aside>\n</li>\n</ul>'],
  ['a row of which a cell holds blocks', '<table>\n<tr>\n<td>a</td>\n<td>\n\n- b\n\n</td>\n</tr>\n</table>', '<section class="scroll" tabindex="0" aria-label="Table 1"><table><tr><td><p>a</p></td><td><ul>\n<li>b</li>\n</ul></td></tr></table></section>'],
  ['an item with a block', '- a\n  <aside>b</aside>\n- c', '<ul>\n<li>\n<p>a</p>\n<aside><p>b</p></aside>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>'],
  ['an item as an element, with a list', '<ul>\n<li>a<ul><li>b</li></ul></li>\n</ul>', '<ul><li><p>a</p><ul><li>b</li></ul></li></ul>'],
  ['an element in a cell', '| a |\n| - |\n| <sup>b</sup> |', '<section class="scroll" tabindex="0" aria-label="Table 1"><table>\n<thead>\n<tr><th scope="col">a</th></tr>\n</thead>\n<tbody>\n<tr><td><sup>b</sup></td></tr>\n</tbody>\n</table></section>'],
];

for (const [what, body, html] of SOUND)
  test(`a body may hold ${what}`, async () => {
    const prose = await readProse(body, 0, { needles: [], figures: [], base: '/' });
    assert.equal(bare(prose.html), html);
    assert.equal(prose.parts, undefined);
  });

test('a component stands among the HTML with what it holds', async () => {
  const { html, parts, paragraphs } = await read(
    '> One.\n>\n> <Note by={"archive"}>\n> Two, *three*.\n> </Note>\n\n<Note by="publisher" />\n\nFour.',
  );
  const shown = (part: BodyPart): unknown =>
    typeof part === 'string' || 'medium' in part
      ? bare(String(part))
      : { ...part, parts: part.parts.map(shown) };
  assert.equal(html, undefined);
  assert.deepEqual(parts?.map(shown), [
    '<blockquote>\n<p>One.</p>\n',
    { name: 'Note', props: { by: 'archive' }, parts: ['<p>Two, <em>three</em>.</p>'] },
    '\n</blockquote>\n',
    { name: 'Note', props: { by: 'publisher' }, parts: [] },
    '\n<p>Four.</p>',
  ]);
  assert.deepEqual(
    paragraphs.map(({ text }) => text),
    ['One.', 'Two, three.', 'Four.'],
  );
});

test('everything that is wrong with a body is told, in the order of the text', async () => {
  const body = 'A {x} <b id="a" onclick="b">c</b>.\n\n<script />\n\nb ![d](e)\n\n<ul>f</ul>';
  const problems = await read(body).then(
    () => [],
    (error) => bodyProblems('ferry.mdx', body, error),
  );
  assert.deepEqual(
    problems.map(({ line, column, words }) => `${line}:${column} ${words}`),
    ['1:3 {x}', '1:10 id="a"', '1:17 onclick="b"', '3:1 <script>', '5:3 e', '7:5 f'],
  );
});

test('every word of a sound body is the text of one block, wherever it stands', async () => {
  let sound = 0;
  const made = fc.letrec<Record<'words' | 'inline' | 'block' | 'body', string>>((tie) => ({
    words: fc.constant('WORD'),
    inline: fc.oneof(
      { maxDepth: 4 },
      tie('words'),
      fc.constantFrom(
        '*WORD*',
        '`WORD`',
        '[WORD](/2031/)',
        "{'WORD'}",
        '{/* WORDLESS */}',
        '<br />',
      ),
      fc
        .tuple(fc.constantFrom('b', 'sup', 'q', 'span', 'a', 'del'), tie('inline'))
        .map(([name, inner]) => `<${name}>${inner}</${name}>`),
      fc.tuple(tie('inline'), tie('inline')).map((parts) => parts.join(' ')),
    ),
    block: fc.oneof(
      { maxDepth: 4 },
      tie('inline'),
      fc.constantFrom(
        '## WORD',
        '- WORD\n- WORD',
        '| WORD | WORD |\n| - | - |\n| WORD | |',
        '```\nWORD\n```',
        '---',
      ),
      fc
        .tuple(tie('inline'), tie('inline'))
        .map(([one, two]) => `- ${one}\n  <aside>${two}</aside>`),
      tie('body').map((inner) => inner.replace(/^/gm, '> ')),
      tie('body').map((inner) => `- ${inner.replace(/\n/g, '\n  ')}`),
      fc
        .tuple(
          fc.constantFrom(
            'aside',
            'div',
            'section',
            'blockquote',
            'p',
            'h2',
            'figure',
            'Note by="archive"',
          ),
          tie('body'),
          fc.constantFrom('\n\n', '\n', ''),
        )
        .map(([name, inner, gap]) => `<${name}>${gap}${inner}${gap}</${name.split(' ')[0]}>`),
      fc
        .tuple(
          fc.constantFrom(
            ['ul', 'li', 'li'],
            ['dl', 'dt', 'dd'],
            ['tr', 'th', 'td'],
            ['details', 'summary', 'div'],
            ['figure', 'figcaption', 'aside'],
          ),
          tie('body'),
          tie('body'),
          fc.constantFrom('\n\n', '\n', ''),
        )
        .map(([[around = '', first = '', second = ''], one, two, gap]) => {
          const part = (name: string, inner: string) => `<${name}>${gap}${inner}${gap}</${name}>`;
          const whole = `<${around}>${gap}${part(first, one)}${gap}${part(second, two)}${gap}</${around}>`;
          return around === 'tr' ? `<table>\n<caption>WORD</caption>\n${whole}\n</table>` : whole;
        }),
    ),
    body: fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((blocks) => blocks.join('\n\n')),
  }));
  await fc.assert(
    fc.asyncProperty(made.body, async (template) => {
      let count = 0;
      const body = template.replace(/WORD(?!L)/g, () => `w${++count}w`);
      const prose = await read(body).catch((error) => {
        assert.ok(bodyProblems('ferry.mdx', body, error).length > 0);
      });
      if (!prose) return;
      sound += 1;
      const said = prose.paragraphs.flatMap(({ text }) => text.match(/w\d+w/g) ?? []);
      assert.deepEqual(
        said.toSorted(),
        Array.from({ length: count }, (_, at) => `w${at + 1}w`).toSorted(),
      );
      const shown = prose.html ?? JSON.stringify(prose.parts);
      assert.deepEqual(
        shown.match(/w\d+w/g) ?? [],
        Array.from({ length: count }, (_, at) => `w${at + 1}w`),
      );
    }),
    { numRuns: 1500, seed: 16 },
  );
  assert.ok(sound > 300, `${sound} were sound`);
});
