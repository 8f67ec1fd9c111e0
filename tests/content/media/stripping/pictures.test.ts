import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { strippedProfile } from '../../../../src/content/media/stripping/picture/colour-profile.ts';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import type { MediaType } from '../../../../src/domain/media/media-type.ts';
import {
  exif,
  numbersUnder,
  pngChunk,
  riff,
  riffChunk,
  SECRET,
  SECRETS,
  segment,
  tellingJpeg,
  tellingPng,
  tellingProfile,
  toldIn,
} from '../../../support/files-with-secrets.ts';
import { landscape } from '../../../support/media.ts';
import { picture } from '../../../support/pictures.ts';

/** The pixels as they are shown, with the profile of their colours, and whether there is one. */
async function shown(bytes: Uint8Array) {
  const { icc, orientation = 1 } = await sharp(bytes).metadata();
  const pixels = await sharp(bytes).autoOrient().toColourspace('srgb').raw().toBuffer();
  return { pixels, hasProfile: icc !== undefined, orientation };
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

/** A picture that is to be packed, whose profile of colours tells all. */
const inColours = () => landscape(90, 60).withIccProfile('p3');
async function tellingColours() {
  const { icc } = await sharp(await inColours().jpeg().toBuffer()).metadata();
  assert.ok(icc);
  return { plain: icc, telling: tellingProfile(icc) };
}

test('a profile of colours keeps its numbers, and no name, note or time', async () => {
  const { plain, telling } = await tellingColours();
  assert.deepEqual(toldIn(telling), [...SECRETS]);
  const profile = strippedProfile(telling);
  assert.deepEqual(toldIn(profile), []);
  assert.equal(profile.readUInt32BE(0), profile.length);
  const numbers = (bytes: Buffer) =>
    ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'wtpt'].map((tag) => numbersUnder(bytes, tag));
  assert.deepEqual(numbers(profile), numbers(plain));
  assert.doesNotMatch(profile.toString('latin1'), /dmnd|meta|lcms|2000/);
  assert.throws(() => strippedProfile(telling.subarray(0, 200)), UnsoundFile);
});

test('a JPEG, a PNG and a WebP whose profiles tell all are shown in the same colours', async () => {
  const { plain, telling } = await tellingColours();
  assert.ok(telling.length > 65_000, 'it lies in several segments of a JPEG');
  const jpeg = await landscape(90, 60).jpeg().toBuffer();
  const parts = [0, 1].map((index) =>
    segment(
      0xe2,
      Buffer.concat([
        Buffer.from(`ICC_PROFILE\u0000${String.fromCharCode(index + 1)}\u0002`, 'latin1'),
        telling.subarray(index * 60_000, index === 0 ? 60_000 : undefined),
      ]),
    ),
  );
  await isStripped(Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]), 'image/jpeg');
  const packed = Buffer.concat([Buffer.from('Ada Owner\u0000\u0000'), deflateSync(telling)]);
  const png = await landscape(90, 60).png().toBuffer();
  const named = Buffer.concat([png.subarray(0, 33), pngChunk('iCCP', packed), png.subarray(33)]);
  const strippedPng = await stripped(named, 'image/png');
  assert.deepEqual(toldIn(strippedPng), []);
  const { icc } = await sharp(strippedPng).metadata();
  assert.ok(icc);
  assert.deepEqual(toldIn(icc), []);
  assert.deepEqual(await shown(strippedPng), await shown(named));
  const webp = await inColours().webp().toBuffer();
  const chunk = riffChunk('ICCP', plain);
  const at = webp.indexOf('ICCP');
  assert.ok(at > 0);
  const chunks = [
    webp.subarray(12, at),
    riffChunk('ICCP', telling),
    webp.subarray(at + chunk.length),
  ];
  await isStripped(riff('WEBP', ...chunks), 'image/webp');
});

test('bytes behind what the segments of a JPEG and the chunks of a PNG hold go out', async () => {
  const jpeg = await landscape(90, 60).jpeg().toBuffer();
  const longer: Buffer[] = [jpeg.subarray(0, 2), segment(0xdc, SECRET), segment(0xf0, SECRET)];
  longer.push(
    segment(0xee, Buffer.from(`Adobe\u0000d\u0000\u0000\u0000\u0000\u0001${SECRET}`, 'latin1')),
  );
  let at = 2;
  for (let marker = 0; marker !== 0xda; ) {
    marker = jpeg[at + 1] ?? 0;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    longer.push(segment(marker, Buffer.concat([jpeg.subarray(at + 4, end), Buffer.from(SECRET)])));
    at = end;
  }
  const telling = Buffer.concat([...longer, jpeg.subarray(at)]);
  const bytes = Buffer.from(await stripped(telling, 'image/jpeg'));
  assert.deepEqual(toldIn(bytes), []);
  assert.deepEqual(await shown(bytes), await shown(jpeg));
  const png = await landscape(90, 60).png().toBuffer();
  const physical = Buffer.concat([Buffer.alloc(9), Buffer.from(SECRET)]);
  await isStripped(
    Buffer.concat([png.subarray(0, 33), pngChunk('pHYs', physical), png.subarray(33)]),
    'image/png',
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

test('of a PNG nothing stays behind its packed points, and rows that it does not have are refused', async () => {
  const pixels = (png: Uint8Array) => sharp(Buffer.from(png)).raw().toBuffer();
  for (const options of [{}, { progressive: true }, { palette: true, colours: 2 }]) {
    const png = await picture().png(options).toBuffer();
    assert.ok(Buffer.from(await stripped(png, 'image/png')).equals(png), JSON.stringify(options));
    const end = png.subarray(-12);
    const more = [pngChunk('IDAT', SECRET), pngChunk('IDAT', Buffer.alloc(1_000_000, SECRET))];
    const bytes = await stripped(Buffer.concat([png.subarray(0, -12), ...more, end]), 'image/png');
    assert.deepEqual(toldIn(bytes), []);
    assert.deepEqual(await pixels(bytes), await pixels(png));
  }
  const png = await sharp(Buffer.alloc(300), { raw: { width: 10, height: 10, channels: 3 } })
    .png()
    .toBuffer();
  const head = Buffer.from(png.subarray(16, 29));
  head.writeUInt32BE(9, 4);
  const low = Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', head), png.subarray(33)]);
  await assert.rejects(stripped(low, 'image/png'), /more rows than its picture has/);
});
