import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMedia } from '../../../src/content/media/article-media.ts';
import { mediumSchema } from '../../../src/domain/media/medium.ts';
import { picture } from '../../support/pictures.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

test('a picture that readers may take is one that can be stripped; another need not be', async (t) => {
  const folder = scratchFolder(t);
  const sound = await picture()
    .withExif({ IFD0: { Artist: 'Ada Varga' } })
    .jpeg()
    .toBuffer();
  // A marker in a wrong place, which decoders pass over.
  const odd = Buffer.from(sound);
  odd[3] = 0x01;
  write(folder, { 'odd.jpg': odd, 'sound.jpg': sound });
  const faultsOf = async (file: string, licence?: string) => {
    const medium = mediumSchema.parse({
      file,
      kind: 'photograph',
      altText: 'A boat',
      creditLine: 'O. Ferro',
      licence,
    });
    const path = join(folder, 'storm.mdx');
    const article = { id: '2031/04/02/storm', path, isWithdrawn: false };
    const [read] = await readMedia(article, [medium], () => true);
    return read?.faults.map(({ fault }) => fault.code);
  };
  const licence = 'https://creativecommons.org/licenses/by/4.0/';
  assert.deepEqual(await faultsOf('odd.jpg', licence), ['media/telling']);
  assert.deepEqual(await faultsOf('odd.jpg'), []);
  assert.deepEqual(await faultsOf('sound.jpg', licence), []);
});

test('a file that is looked for in what is no folder is missing, and nothing ends', async (t) => {
  const folder = scratchFolder(t);
  write(folder, { 'ok.jpg': await picture().jpeg().toBuffer() });
  const medium = mediumSchema.parse({
    file: 'ok.jpg/boat.jpg',
    kind: 'photograph',
    altText: 'A boat',
    creditLine: 'O. Ferro',
  });
  const article = { id: '2031/04/02/storm', path: join(folder, 'storm.mdx'), isWithdrawn: false };
  const [read] = await readMedia(article, [medium], () => true);
  assert.deepEqual(
    read?.faults.map(({ path, fault }) => [...path, fault.code]),
    [['file', 'media/missing']],
  );
});
