import assert from 'node:assert/strict';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inventArchive } from '../../src/bench/invented/archive.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { runNode } from '../support/command.ts';
import { copyWholeProject, scratchFolder, write } from '../support/scratch.ts';
import { bytesOf } from '../support/site-bytes.ts';

test('another title remakes what shows it; settings that say the same remake nothing that is kept', async (t) => {
  const folder = scratchFolder(t);
  const project = join(folder, 'project');
  copyWholeProject(project);
  const [content, site] = [join(folder, 'content'), join(folder, 'site')];
  inventArchive(content, 4, 5);
  const settle = (text: string) => write(content, { 'archive.yaml': text });
  const build = async (out: string) => {
    const { code, stdout, stderr } = await runNode(['src/cli/build.ts', '--out', out], {
      cwd: project,
      env: { ARCHIVE_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    assert.equal(code, 0, stderr);
    return stdout;
  };
  settle('title: The first shelf\n');
  await build(site);
  const articles = filesIn(site).filter((path) => /^\d{4}\/.*[a-z]\/index\.html$/.test(path));
  assert.ok(articles.length > 0);
  const lying = () => articles.map((path) => lstatSync(join(site, path)).ino);

  const before = lying();
  settle("# Only said otherwise.\ntitle: 'The first shelf'\n");
  assert.match(await build(site), /^reading: 0 articles/m);
  assert.deepEqual(lying(), before);

  settle('title: The second shelf\n');
  await build(site);
  for (const path of [...articles, 'index.html', 'feeds/articles.atom', 'opensearch.xml']) {
    const text = readFileSync(join(site, path), 'utf8');
    assert.ok(text.includes('The second shelf') && !text.includes('The first shelf'), path);
  }
  const clean = join(folder, 'clean');
  await build(clean);
  assert.deepEqual(bytesOf(site), bytesOf(clean));
});
