import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { plainSite, refuseOutdated } from '../../src/build/outdated-site.ts';
import { mediaId } from '../../src/domain/media/media-id.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const DIGEST = 'ab'.repeat(32);
const ID = mediaId(DIGEST);

test('a site is handed on with the notice of a withheld picture, and not with a file of it', (t) => {
  const [content, site] = [scratchFolder(t), scratchFolder(t)];
  write(content, {
    'articles/2036/01/02/slip.mdx': `---\ntitle: Slip reopened\ndate: 2036-01-02\ntext: verbatim\nsource: { publisher: The Vessery Courier }\nmedia:\n  - { file: slip.jpg, sha256: ${DIGEST}, kind: photograph, altText: A slip., creditLine: A. Roe, withheld: { date: 2036-02-01, reason: The family asked for it. } }\n---\n\nThe slip was reopened.\n`,
  });
  const folder = join('media', ID);
  write(site, { [join(folder, 'index.html')]: 'This is no longer shown' });
  refuseOutdated(content, plainSite(site));
  write(site, { [join(folder, '320.jpg')]: 'JPEG' });
  assert.throws(
    () => refuseOutdated(content, plainSite(site)),
    new RegExp(`it withholds \\(${ID}\\)`),
  );
});
