import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { png } from '../support/picture.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const DUMP = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Gazette</title><link>https://gazette.example</link><wp:wxr_version>1.2</wp:wxr_version><item><title>The boat</title><link>https://gazette.example/boat</link><wp:post_id>5</wp:post_id><wp:post_date>2021-04-02 08:00:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[<p>The packet boat left Holm on Tuesday.</p><img src="https://gazette.example/wp-content/uploads/2021/04/boat-300x200.png" alt="A boat"><img src="secret.png" alt="Not of the uploads">]]></content:encoded></item></channel></rss>`;

test('--uploads names where the pictures of an export lie, by the folder itself or one around it', async (t) => {
  const folder = scratchFolder(t);
  write(folder, {
    'dumps/dump.xml': DUMP,
    'site/wp-content/uploads/2021/04/boat.png': png(40, 30),
    'site/wp-content/uploads/secret.png': png(40, 30, 2),
  });
  for (const uploads of ['site/wp-content/uploads', 'site']) {
    const content = join(folder, uploads.length.toString());
    const run = (...args: string[]) =>
      runNode(['src/cli/import.ts', ...args], { cwd: root, env: { ARCHIVE_CONTENT: content } });
    const { code, stdout, stderr } = await run(
      '--uploads',
      join(folder, uploads),
      join(folder, 'dumps/dump.xml'),
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /with one picture or other file: .*uploads\/2021\/04\/boat\.png/);
    assert.deepEqual(globSync('articles/**/*.png', { cwd: content }), [
      'articles/2021/04/02/the-boat/boat.png',
    ]);
  }
  const refused = await runNode(
    ['src/cli/import.ts', '--uploads', join(folder, 'nowhere'), join(folder, 'dumps/dump.xml')],
    { cwd: root, env: { ARCHIVE_CONTENT: join(folder, 'none') } },
  );
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /--uploads is the folder in which what was uploaded lies/);
});
