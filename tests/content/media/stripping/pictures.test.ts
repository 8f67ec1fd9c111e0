import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import type { MediaType } from '../../../../src/domain/media/media-type.ts';
import {
  exif,
  riff,
  riffChunk,
  SECRET,
  SECRETS,
  segment,
  tellingJpeg,
  tellingPng,
  toldIn,
} from '../../../support/files-with-secrets.ts';
import { landscape } from '../../../support/media.ts';

/** The pixels as they are shown, and the profile of their colours. */
async function shown(bytes: Uint8Array) {
  const { icc, orientation = 1 } = await sharp(bytes).metadata();
  return { pixels: await sharp(bytes).autoOrient().raw().toBuffer(), icc, orientation };
}

async function isStripped(telling: Buffer, type: MediaType) {
  assert.deepEqual(toldIn(telling), [...SECRETS]);
  const bytes = await stripped(telling, type);
  assert.deepEqual(toldIn(bytes), []);
  assert.deepEqual(await shown(bytes), await shown(telling));
  return bytes;
}

for (const progressive of [false, true])
  test(`a ${progressive ? 'progressive' : 'plain'} JPEG loses all that it tells, and no pixel, profile or rotation`, async () => {
    const jpeg = await landscape(90, 60).withIccProfile('p3').jpeg({ progressive }).toBuffer();
    const turned = await isStripped(tellingJpeg(jpeg, 6), 'image/jpeg');
    assert.equal((await sharp(turned).metadata()).orientation, 6);
    assert.ok((await sharp(turned).metadata()).icc);
    const straight = await isStripped(tellingJpeg(jpeg, 1), 'image/jpeg');
    assert.equal((await sharp(straight).metadata()).exif, undefined);
  });

test('a JPEG for print keeps the mark by which its inks are read', async () => {
  const jpeg = await landscape(30, 20).toColourspace('cmyk').jpeg().toBuffer();
  await isStripped(
    Buffer.concat([jpeg.subarray(0, 2), segment(0xfe, SECRET), jpeg.subarray(2)]),
    'image/jpeg',
  );
});

test('a PNG loses all that it tells, what lies behind its end too', async () => {
  const png = await landscape(90, 60).withIccProfile('p3').png().toBuffer();
  const bytes = await isStripped(tellingPng(png, 8), 'image/png');
  assert.equal((await sharp(bytes).metadata()).orientation, 8);
});

test('a WebP loses all that it tells, a moving one too', async () => {
  const still = await landscape(90, 60).webp().toBuffer();
  const size = Buffer.from([0x2c, 0, 0, 0, 89, 0, 0, 59, 0, 0]);
  const telling = Buffer.concat([
    riff(
      'WEBP',
      riffChunk('VP8X', size),
      riffChunk(
        'ICCP',
        (await sharp(await landscape(9, 9).withIccProfile('p3').jpeg().toBuffer()).metadata())
          .icc ?? '',
      ),
      still.subarray(12),
      riffChunk('EXIF', exif(3)),
      riffChunk('XMP ', SECRET),
      riffChunk('Note', SECRET),
    ),
    Buffer.from(SECRET),
  ]);
  assert.equal((await sharp(await isStripped(telling, 'image/webp')).metadata()).orientation, 3);
  const frames = Buffer.alloc(40 * 60 * 3, 90).fill(200, 40 * 30 * 3);
  const moving = await sharp(frames, {
    raw: { width: 40, height: 60, channels: 3, pageHeight: 30 },
  })
    .webp()
    .toBuffer();
  const chunks = moving.subarray(12);
  const bytes = await stripped(riff('WEBP', chunks, riffChunk('XMP ', SECRET)), 'image/webp');
  assert.deepEqual(toldIn(bytes), []);
  assert.equal((await sharp(bytes).metadata()).pages, 2);
  assert.deepEqual(
    await sharp(bytes, { pages: -1 }).raw().toBuffer(),
    await sharp(moving, { pages: -1 }).raw().toBuffer(),
  );
});

test('an SVG keeps its drawing and words, and nothing of the program that drew it', async () => {
  const svg = Buffer.from(`<?xml version="1.0"?><!-- ${SECRET} --><?program ${SECRET}?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" i:docname="${SECRET}" onload="go()">
<metadata>${SECRET}</metadata><i:view>${SECRET}</i:view><title>Tide &lt; ebb</title>
<style>/* ${SECRET} */ .a { fill: red } /* ${SECRET}</style><defs><path id="a" d="M0 0h9" style="--path: ${SECRET}; /* ${SECRET} */ fill: blue"/></defs><use x:href="#a"/><g i:label="${SECRET}"><text x="1">Low &amp; high</text></g></svg>`);
  const bytes = await stripped(svg, 'image/svg+xml');
  assert.deepEqual(toldIn(bytes), []);
  const text = Buffer.from(bytes).toString();
  assert.doesNotMatch(text, /inkscape|onload|metadata|docname|label/);
  assert.match(text, /<title>Tide &#60; ebb<\/title>/);
  assert.match(text, /<use xlink:href="#a"><\/use>/);
  assert.match(text, /<text x="1">Low &#38; high<\/text>/);
  assert.deepEqual(
    await sharp(Buffer.from(bytes)).raw().toBuffer(),
    await sharp(svg).raw().toBuffer(),
  );
});

test('a file whose parts cannot be told is refused, wherever it is cut', async () => {
  const picture = landscape(40, 30);
  const files: [Buffer, MediaType][] = [
    [await picture.clone().jpeg().toBuffer(), 'image/jpeg'],
    [await picture.clone().png().toBuffer(), 'image/png'],
    [await picture.clone().webp().toBuffer(), 'image/webp'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'), 'image/svg+xml'],
  ];
  for (const [bytes, type] of files)
    for (const part of [0, 0.1, 0.5, 0.9, 0.99])
      await assert.rejects(
        stripped(bytes.subarray(0, Math.floor(bytes.length * part)), type),
        UnsoundFile,
        `${type} ${part}`,
      );
  await assert.rejects(
    stripped(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,AAAA"/></svg>',
      ),
      'image/svg+xml',
    ),
    /picture of another kind/,
  );
  await assert.rejects(stripped(Buffer.alloc(9), 'image/tiff'), UnsoundFile);
});
