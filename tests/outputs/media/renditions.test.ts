import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import sharp from 'sharp';
import { UnsoundFile } from '../../../src/content/media/stripping/unsound.ts';
import { Budget } from '../../../src/outputs/media/encoding/budget.ts';
import { encodePicture } from '../../../src/outputs/media/encoding/encode.ts';
import { isAbout, landscape, mediumOf, pixelAt } from '../../support/media.ts';
import { scratchFolder } from '../../support/scratch.ts';

const processors = new Budget(availableParallelism());
const SUN = [0xdd, 0x22, 0x22];
const MESSAGE = 'Tower 7, Port Ansel';

type Facts = Parameters<typeof mediumOf>[3];

async function encoded(
  folder: string,
  file: string,
  bytes: Buffer,
  facts: Facts,
  kind = 'photograph',
) {
  const { path, medium } = mediumOf(folder, file, bytes, facts, { kind });
  return encodePicture({ path, facts: medium.facts, kind: medium.kind }, processors);
}

function bytesOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  assert.ok(bytes, `${name} is among ${[...files.keys()]}`);
  return bytes;
}

test('a photograph is there in each size and format, as it is shown, and says nothing of its source', async (t) => {
  const bytes = await landscape(700, 480)
    .rotate(90)
    .withExif({
      IFD0: { Make: 'Cam', Copyright: MESSAGE },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 8 })
    .jpeg({ quality: 95 })
    .toBuffer();
  const source = await sharp(bytes).metadata();
  assert.deepEqual([source.width, source.orientation], [480, 8]);
  const files = await encoded(scratchFolder(t), 'a.jpg', bytes, {
    type: 'image/jpeg',
    width: 700,
    height: 480,
  });
  const names = [320, 700].flatMap((width) =>
    ['avif', 'webp', 'jpg'].map((one) => `${width}.${one}`),
  );
  assert.deepEqual([...files.keys()].toSorted(), [...names, 'share.jpg'].toSorted());
  for (const name of names) {
    const made = bytesOf(files, name);
    const found = await sharp(made).metadata();
    const width = Number.parseInt(name, 10);
    assert.deepEqual([found.width, found.height], [width, Math.round((480 * width) / 700)], name);
    assert.deepEqual(
      [found.exif, found.xmp, found.iptc, found.icc, found.orientation],
      Array(5).fill(undefined),
      name,
    );
    // The sun stands where it was before the camera was turned.
    assert.ok(
      isAbout(await pixelAt(made, Math.round(width / 6), Math.round(width / 7)), SUN),
      name,
    );
  }
  const share = await sharp(bytesOf(files, 'share.jpg')).metadata();
  assert.deepEqual([share.width, share.height, share.format], [1200, 630, 'jpeg']);
});

test('colours of other spaces and depths become those of screens', async (t) => {
  const folder = scratchFolder(t);
  const drawn = landscape(160, 120);
  const wide = await drawn.clone().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
  const print = await drawn.clone().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
  const deep = await drawn.clone().toColourspace('rgb16').png().toBuffer();
  assert.equal((await sharp(print).metadata()).space, 'cmyk');
  assert.equal((await sharp(deep).metadata()).depth, 'ushort');
  // In the wide space the same red has other numbers: so the test would fail if they were taken over.
  assert.ok(
    !isAbout(
      await sharp(wide, {})
        .keepIccProfile()
        .raw()
        .toBuffer()
        .then((all) => [...all.subarray((20 * 160 + 20) * 3, (20 * 160 + 20) * 3 + 3)]),
      SUN,
      8,
    ),
  );
  for (const [name, bytes, type] of [
    ['wide.jpg', wide, 'image/jpeg'],
    ['print.jpg', print, 'image/jpeg'],
    ['deep.png', deep, 'image/png'],
  ] as const) {
    const files = await encoded(folder, name, bytes, { type, width: 160, height: 120 });
    for (const ending of ['avif', 'webp', 'jpg']) {
      const made = bytesOf(files, `160.${ending}`);
      const { space, depth, channels } = await sharp(made).metadata();
      assert.deepEqual([space, depth, channels], ['srgb', 'uchar', 3], name);
      assert.ok(isAbout(await pixelAt(made, 25, 25), SUN, 40), `${name} ${ending}`);
    }
  }
});

test('what can be seen through stays so, and is white where a format cannot', async (t) => {
  const bytes = await sharp({
    create: { width: 80, height: 60, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const files = await encoded(
    scratchFolder(t),
    'a.png',
    bytes,
    { type: 'image/png', width: 80, height: 60 },
    'graphic',
  );
  for (const ending of ['avif', 'webp'])
    assert.equal((await pixelAt(bytesOf(files, `80.${ending}`), 9, 9))[3], 0);
  assert.deepEqual(await pixelAt(bytesOf(files, '80.jpg'), 9, 9), [255, 255, 255]);
  assert.deepEqual(await pixelAt(bytesOf(files, 'share.jpg'), 600, 300), [255, 255, 255]);
});

test('of a moving picture the WebP moves, and the others show how it begins', async (t) => {
  const [red, blue] = [Buffer.alloc(60 * 40 * 3), Buffer.alloc(60 * 40 * 3)];
  red.forEach((_, at) => {
    red[at] = at % 3 === 0 ? 220 : 20;
    blue[at] = at % 3 === 2 ? 220 : 20;
  });
  const bytes = await sharp(Buffer.concat([red, blue]), {
    raw: { width: 60, height: 80, channels: 3, pageHeight: 40 },
  })
    .gif({ delay: [100, 100] })
    .toBuffer();
  const files = await encoded(scratchFolder(t), 'a.gif', bytes, {
    type: 'image/gif',
    width: 60,
    height: 40,
    frames: 2,
  });
  assert.equal((await sharp(bytesOf(files, '60.webp')).metadata()).pages, 2);
  for (const ending of ['avif', 'jpg']) {
    const made = bytesOf(files, `60.${ending}`);
    const { pages = 1, height } = await sharp(made).metadata();
    assert.deepEqual([pages, height], [1, 40]);
    assert.ok(isAbout((await pixelAt(made, 30, 20)).slice(0, 3), [220, 20, 20]));
  }
});

test('a picture has the same bytes each time, whatever else is encoded', async (t) => {
  const folder = scratchFolder(t);
  const bytes = await landscape(640, 400).png().toBuffer();
  const facts = { type: 'image/png', width: 640, height: 400 } as const;
  const [one, other] = await Promise.all([
    encoded(folder, 'a.png', bytes, facts),
    encoded(folder, 'b.png', bytes, facts),
  ]);
  assert.equal(sharp.concurrency(), 1);
  for (const [name, made] of one) assert.ok(Buffer.from(made).equals(bytesOf(other, name)), name);
});

test('a file with more pixels than it was read with is refused', async (t) => {
  const bytes = await landscape(300, 200).png().toBuffer();
  await assert.rejects(
    encoded(scratchFolder(t), 'a.png', bytes, { type: 'image/png', width: 200, height: 200 }),
    /pixel limit/,
  );
});

test('a drawing is shown to other sites as a whole, on white', async (t) => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="50" fill="#dd2222"/></svg>',
  );
  const files = await encoded(scratchFolder(t), 'a.svg', svg, { type: 'image/svg+xml' }, 'graphic');
  assert.deepEqual([...files.keys()], ['share.jpg']);
  const share = bytesOf(files, 'share.jpg');
  assert.ok(isAbout(await pixelAt(share, 600, 20), SUN));
  assert.deepEqual(await pixelAt(share, 100, 315), [255, 255, 255]);
});

test('a drawing of which it cannot be told what is hidden is not shown to other sites either', async (t) => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><style>.a{--ink: none; fill: var(--ink)}</style><rect class="a" width="100" height="100"/></svg>',
  );
  await assert.rejects(
    encoded(scratchFolder(t), 'b.svg', svg, { type: 'image/svg+xml' }, 'graphic'),
    UnsoundFile,
  );
});
