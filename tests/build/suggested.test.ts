import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { runNode } from '../support/command.ts';
import { importRuns } from '../support/import-runs.ts';
import { picture } from '../support/pictures.ts';
import { write } from '../support/scratch.ts';

const TEXT = `---\ntitle: The boat\ndate: 2021-04-02\n---\n\n<figure><img src="boat.jpg" alt="A boat"></figure>\n\nThe packet boat left Holm with Ada Varga at the helm, and at least 30 sailors were killed.\n`;
const ENTRY = 'articles/2021/04/02/the-boat.mdx';
/** Words that stand in the file alone. */
const SAID = ['Quernwick', 'Ferrobald', 'Ostholm'];

const unpacked = (bytes: Buffer) =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;

test('what a file says of itself is in no file of a site until it is taken', async (t) => {
  const { root, source, runs } = importRuns(t);
  const [caption = '', creator = '', copyright = ''] = SAID;
  const bytes = await picture()
    .withExif({ IFD0: { ImageDescription: caption, Artist: creator, Copyright: copyright } })
    .jpeg()
    .toBuffer();
  write(source, { 'boat.md': TEXT, 'boat.jpg': bytes });
  await runs('boat.md');
  const entry = readFileSync(join(root, ENTRY), 'utf8');
  for (const word of SAID) assert.ok(entry.includes(word), word);
  const dist = join(root, '..', 'dist');
  const env = { ARCHIVE_CONTENT: root };
  const { code, stderr } = await runNode(['src/cli/build.ts', '--out', dist], { cwd: '.', env });
  assert.equal(code, 0, stderr);
  const files = filesIn(dist);
  assert.ok(files.some((path) => path.endsWith('2021/04/02/the-boat/index.html')));
  for (const path of files) {
    const text = unpacked(readFileSync(join(dist, path))).toString('latin1');
    for (const word of SAID) assert.ok(!text.includes(word), `${path} has ${word}`);
  }
});
