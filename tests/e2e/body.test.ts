import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { distOf, type TestArchive } from '../support/archives.ts';
import { reader } from '../support/browser.ts';
import { write } from '../support/scratch.ts';

const content = mkdtempSync(join(tmpdir(), 'cuttings-bodies-'));
const ARCHIVE: TestArchive = {
  name: 'hostile-bodies',
  content,
  siteUrl: 'https://bodies.example/',
  base: '/',
};

const RUN = 'window.hasRun=1';
const TAGS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload=${RUN}>`,
  `</p></div></main><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `]]><iframe srcdoc="<script>parent.hasRun=1</script>">`,
  `"><b onmouseover='${RUN}'>`,
  `{${RUN}} \${${RUN}}`,
];
const literal = (text: string) => `{${JSON.stringify(text)}}`;
const referenced = (text: string) => Array.from(text, (c) => `&#${c.codePointAt(0)};`).join('');
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** What looks like code, in every place of a body where text may stand. */
const BODIES: Record<string, string> = {
  literals: TAGS.map(literal).join('\n\n'),
  references: TAGS.map(referenced).join('\n\n'),
  backslashes: TAGS.map((tag) => tag.replace(/[^\w\s]/g, '\\$&')).join('\n\n'),
  code: TAGS.flatMap((tag) => [`A \`\`${tag}\`\` b.`, `\`\`\`html onload=${RUN}\n${tag}\n\`\`\``]).join('\n\n'),
  attributes: TAGS.map((tag) => `<abbr title="${attribute(tag)}">a</abbr> <q title={${JSON.stringify(tag)}}>b</q>`).join('\n\n'),
  titles: TAGS.map((tag) => `[a](https://bodies.example/ "${attribute(tag)}")`).join('\n\n'),
  addresses: TAGS.map((tag) => `[a](https://bodies.example/?${encodeURIComponent(tag)}#${encodeURIComponent(tag)})`).join('\n\n'),
  cells: `| a |\n| - |\n${TAGS.map((tag) => `| ${literal(tag.replaceAll('|', ''))} |`).join('\n')}`,
  notes: TAGS.map((tag, at) => `a[^n${at}]\n\n[^n${at}]: ${literal(tag)}`).join('\n\n'),
  labels: `a[^"onload="x] b[^p-aaaaaaaa] c[^footnote-label]\n\n[^"onload="x]: b\n\n[^p-aaaaaaaa]: c\n\n[^footnote-label]: d`,
  components: TAGS.map((tag) => `<Note by="archive">\n${literal(tag)}\n</Note>`).join('\n\n'),
  elements: TAGS.map((tag) => `<details open>\n<summary>${literal(tag)}</summary>\n\n<aside lang="fr" title={${JSON.stringify(tag)}}>${literal(tag)}</aside>\n\n</details>`).join('\n\n'),
}; // biome-ignore format: a row for each place

before(() => {
  write(
    content,
    Object.fromEntries(
      Object.entries(BODIES).map(([name, body]) => [
        `articles/2031/04/02/${name}.mdx`,
        `---\ntitle: ${name}\ndate: 2031-04-02\ntext: account\n---\n\nBegins.\n\n${body}\n`,
      ]),
    ),
  );
  const built = spawnSync(process.execPath, ['src/cli/build.ts', '--out', distOf(ARCHIVE)], {
    env: { ...process.env, ARCHIVE_CONTENT: content, SITE_URL: ARCHIVE.siteUrl },
    encoding: 'utf8',
  });
  assert.equal(built.status, 0, built.stderr);
});
after(() => {
  for (const folder of [content, distOf(ARCHIVE)]) rmSync(folder, { recursive: true, force: true });
});
const { open } = reader(ARCHIVE);

// Without the policy of the pages: what would be blocked must not be there.
test('what looks like code in a body is text, and nothing of it runs', async () => {
  const paths = Object.keys(BODIES).map((name) => `/2031/04/02/${name}/`);
  await open(paths, { bypassCSP: true }, async (page, path, complaints) => {
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll('*')];
      for (const one of all)
        for (const event of ['mouseover', 'focus', 'load', 'error', 'toggle', 'click'])
          one.dispatchEvent(new Event(event));
      const ids = all.map(({ id }) => id).filter(Boolean);
      // The search box above every page has a script of the site's own.
      const isOwn = (one: Element) => !one.closest('.prose') && one.matches('script[src^="/_astro/Masthead."]');
      return {
        hasRun: 'hasRun' in window,
        handlers: all.filter((one) => !isOwn(one) && one.getAttributeNames().some((name) => /^on|^style$|^src$/.test(name))).map((one) => one.outerHTML),
        elements: [...new Set([...document.querySelectorAll('.prose *')].map(({ localName }) => localName))],
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        text: document.querySelector('.prose')?.textContent ?? '',
      };
    }); // biome-ignore format: a row for each
    assert.equal(found.hasRun, false, path);
    assert.deepEqual(found.handlers, [], path);
    assert.deepEqual(found.twice, [], path);
    const KNOWN =
      'a abbr aside blockquote code del details em h2 li ol p pre q section summary sup table tbody td th thead tr';
    assert.deepEqual(
      found.elements.filter((name) => !KNOWN.split(' ').includes(name)),
      [],
      path,
    );
    assert.deepEqual([...complaints], [], path);
    if (/literals|references|backslashes|components|elements/.test(path))
      for (const tag of TAGS) assert.ok(found.text.includes(tag), `${path}: ${tag}`);
  });
});

test('a component stands in its page with what it holds, each block with its permalink', async () => {
  await open('/2031/04/02/components/', {}, async (page) => {
    const notes = page.locator('.prose aside[role=note].note-archive > p[id^=p-]');
    assert.equal(await notes.count(), TAGS.length);
  });
});
