import assert from 'node:assert/strict';
import { globSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { inventArchive } from '../../src/bench/invented/archive.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { runNode } from '../support/command.ts';
import { png } from '../support/picture.ts';
import { copyWholeProject, scratchFolder } from '../support/scratch.ts';
import { bytesOf } from '../support/site-bytes.ts';

/** The files of a site by how they lie there: what is made again is another file. */
const lying = (site: string) =>
  new Map(
    filesIn(site).map((path) => {
      const { ino, mtimeMs } = lstatSync(join(site, path));
      return [path, `${ino} ${mtimeMs}`];
    }),
  );

/** Gives an article of an archive a picture. */
function addPicture(content: string): void {
  const [path = ''] = globSync('articles/**/*.mdx', { cwd: content }).toSorted();
  const entry = join(content, path);
  writeFileSync(join(dirname(entry), 'boat.png'), png());
  const medium = { file: 'boat.png', kind: 'photograph', altText: 'A boat', creditLine: 'Bo Lind' };
  const text = readFileSync(entry, 'utf8');
  writeFileSync(entry, text.replace('---\n', `---\nmedia: [${JSON.stringify(medium)}]\n`));
}

/** What is kept where nothing of it has changed. The rest is a few files, made by every build. */
const KEPT =
  /^(?:\d{4}|people|places|organisations|figures|(?:changes|corrections)\/index|data\/(?!index)|maps|feeds\/(?!index)|search\/(?:words|names)\/|quote|share\.png|media\/.*\.(?:avif|webp|jpg))/;
const PAGE = /^(?:\d{4}|people|places|organisations|figures)\/(?:.*\/)?index\.html$/;

test('after a change of code, what is made of it is made again, and nothing else', async (t) => {
  const folder = scratchFolder(t);
  const project = join(folder, 'project');
  copyWholeProject(project);
  const content = join(project, 'content');
  const site = join(folder, 'site');
  inventArchive(content, 12, 3);
  inventArchive(join(folder, 'twin'), 12, 3);
  for (const archive of [content, join(folder, 'twin')]) addPicture(archive);

  const build = async (out: string, archive = content) => {
    const { code, stdout, stderr } = await runNode(['src/cli/build.ts', '--out', out], {
      cwd: project,
      env: { ARCHIVE_CONTENT: archive, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const edit = (path: string, change: (text: string) => string) => {
    const file = join(project, path);
    const text = readFileSync(file, 'utf8');
    assert.notEqual(change(text), text, path);
    writeFileSync(file, change(text));
  };
  /** Builds again; gives what it told, and the files that were made again. */
  const rebuilt = async () => {
    const before = lying(site);
    const told = await build(site);
    const made = [...lying(site)].filter(([path, how]) => before.get(path) !== how);
    return { told, made: made.map(([path]) => path) };
  };

  assert.match(await build(site), /^pictures: 1 picture encoded/m);

  edit('src/bench/table.ts', (text) => `// Nobody who reads the archive sees this.\n${text}`);
  const unseen = await rebuilt();
  assert.match(unseen.told, /^reading: 0 articles/m);
  assert.match(unseen.told, /^data: 0 articles/m);
  assert.match(unseen.told, /^search: 0 articles/m);
  assert.match(unseen.told, /^pictures: 0 pictures encoded/m);
  assert.deepEqual(
    unseen.made.filter((path) => KEPT.test(path)),
    [],
  );
  const kept = filesIn(site).length - unseen.made.length;
  assert.ok(kept > 100, `${kept} kept, made: ${unseen.made}`);

  edit('src/outputs/feeds/discovery.ts', (text) =>
    text.replace('what was changed', 'all that was changed'),
  );
  edit(
    'src/outputs/search-index/names.ts',
    (text) => `// Names are filed anew, words are not.\n${text}`,
  );
  const beside = await rebuilt();
  assert.match(beside.told, /^reading: 0 articles/m);
  assert.match(beside.told, /^search: 0 articles/m);
  assert.deepEqual(
    beside.made.filter((path) => PAGE.test(path)),
    [],
  );
  assert.ok(beside.made.includes('llms.txt'));
  assert.ok(beside.made.some((path) => /^search\/names\//.test(path)));

  edit('src/domain/citation/csl.ts', (text) => text.replace("'article-newspaper'", "'report'"));
  edit('src/views/CorrectionsView.astro', (text) => text.replace('</Page>', '<p>So.</p></Page>'));
  edit('src/outputs/search-index/words/batch.ts', (text) => `// Words are indexed anew.\n${text}`);
  const cited = await rebuilt();
  assert.match(cited.told, /^search: 12 articles/m);
  // Files of media are made again for it, and nothing is encoded again.
  assert.match(cited.told, /^pictures: 0 pictures encoded/m);
  const [article = ''] = filesIn(site).filter((path) => /^\d{4}\/.*index\.json$/.test(path));
  for (const path of [article, 'data/references.csl.json'])
    assert.match(readFileSync(join(site, path), 'utf8'), /"type": ?"report"/, path);
  const page = readFileSync(join(site, article.replace('index.json', 'index.html')), 'utf8');
  assert.ok(
    page.includes(encodeURIComponent('"type":"report"').replaceAll('%3A', ':')),
    'the page holds it too',
  );

  const clean = join(folder, 'clean');
  await build(clean, join(folder, 'twin'));
  assert.deepEqual(bytesOf(site), bytesOf(clean));
});
