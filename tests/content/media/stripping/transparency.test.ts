import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import type { MediaType } from '../../../../src/domain/media/media-type.ts';
import { Budget } from '../../../../src/outputs/media/encoding/budget.ts';
import { encodePicture } from '../../../../src/outputs/media/encoding/encode.ts';
import { mediumOf } from '../../../support/media.ts';
import { picture, pngChunk } from '../../../support/pictures.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const [WIDTH, HEIGHT] = [640, 80];

/** Noise of which the right half is rubbed out: its colours are there, and none of them is seen. */
async function rubbedOut(): Promise<Sharp> {
  const points = await picture(WIDTH, HEIGHT, 4).raw().toBuffer();
  for (let at = 0; at < points.length; at += 4)
    points[at + 3] = (at / 4) % WIDTH < WIDTH / 2 ? (points[at + 3] ?? 0) | 1 : 0;
  return sharp(points, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } });
}

const pointsOf = (bytes: Uint8Array) =>
  sharp(bytes, { pages: -1, ignoreIcc: true }).ensureAlpha().raw().toBuffer();

/** The colours of what is wholly transparent, and all other points. */
async function parted(bytes: Uint8Array) {
  const points = await pointsOf(bytes);
  const hidden = new Set<number>();
  const seen: number[] = [];
  for (let at = 0; at < points.length; at += 4)
    if (points[at + 3] === 0) hidden.add(points.readUIntBE(at, 3));
    else seen.push(points.readUInt32BE(at));
  return { hidden, seen };
}

const FORMS: readonly [what: string, type: MediaType, make: (picture: Sharp) => Sharp][] = [
  ['PNG', 'image/png', (one) => one.png()],
  ['PNG with a profile of colours', 'image/png', (one) => one.withIccProfile('p3').png()],
  ['PNG in several runs', 'image/png', (one) => one.png({ progressive: true })],
  ['PNG of 16 bits', 'image/png', (one) => one.toColourspace('rgb16').png()],
  ['PNG of greys', 'image/png', (one) => one.toColourspace('b-w').png()],
  ['WebP', 'image/webp', (one) => one.webp({ lossless: true, exact: true })],
  [
    'WebP with a profile of colours',
    'image/webp',
    (one) => one.withIccProfile('p3').webp({ lossless: true, exact: true }),
  ],
];

for (const [what, type, make] of FORMS)
  test(`what is rubbed out of a ${what} is gone, and what is seen stays point by point`, async () => {
    const bytes = await make(await rubbedOut()).toBuffer();
    const before = await parted(bytes);
    assert.ok(before.hidden.size > 100, 'there is something below');
    const after = await stripped(bytes, type);
    const { hidden, seen } = await parted(after);
    assert.equal(hidden.size, 1);
    assert.deepEqual(seen, before.seen);
    const [one, other] = [await sharp(bytes).metadata(), await sharp(after).metadata()];
    assert.deepEqual(
      [other.depth, other.channels, other.icc === undefined],
      [one.depth, one.channels, one.icc === undefined],
    );
  });

test('points of a palette that are all transparent are told by no number', async () => {
  const colours = await picture(64, 64, 4).raw().toBuffer();
  const png = await sharp(colours, { raw: { width: 64, height: 64, channels: 4 } })
    .png({ palette: true, colours: 16 })
    .toBuffer();
  const [at, length] = [png.indexOf('tRNS'), png.readUInt32BE(png.indexOf('tRNS') - 4)];
  assert.ok(length > 4);
  const rubbed = Buffer.concat([
    png.subarray(0, at - 4),
    pngChunk('tRNS', Buffer.alloc(length)),
    png.subarray(at + 8 + length),
  ]);
  assert.ok((await parted(rubbed)).hidden.size > 4);
  assert.equal((await parted(await stripped(rubbed, 'image/png'))).hidden.size, 1);
});

test('a moving WebP keeps its pictures and loses what is rubbed out of them', async () => {
  const first = await (await rubbedOut()).png().toBuffer();
  const second = await (await rubbedOut()).flip().png().toBuffer();
  const bytes = await sharp([first, second], { join: { animated: true } })
    .webp({ lossless: true, exact: true, delay: [120, 80] })
    .toBuffer();
  const before = await parted(bytes);
  assert.ok(before.hidden.size > 100);
  const after = await stripped(bytes, 'image/webp');
  const { hidden, seen } = await parted(after);
  assert.equal(hidden.size, 1);
  assert.deepEqual(seen, before.seen);
  assert.deepEqual((await sharp(after).metadata()).delay, [120, 80]);
});

test('a file with nothing below what is transparent stays as it is', async () => {
  const clear = await sharp({
    create: { width: 40, height: 30, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const pictureOf = (bytes: Uint8Array) =>
    Buffer.from(bytes).subarray(Buffer.from(bytes).indexOf('IDAT'));
  assert.deepEqual(pictureOf(await stripped(clear, 'image/png')), pictureOf(clear));
});

for (const kind of ['photograph', 'graphic'])
  test(`no rendition of a ${kind} has what is rubbed out of it`, async (t) => {
    const bytes = await (await rubbedOut()).png().toBuffer();
    const facts = { type: 'image/png', width: WIDTH, height: HEIGHT } as const;
    const { path, medium } = mediumOf(scratchFolder(t), 'a.png', bytes, facts, { kind });
    const files = await encodePicture(
      { path, facts: medium.facts, kind: medium.kind },
      new Budget(2),
    );
    for (const [name, made] of files) {
      const { width, height } = await sharp(made).metadata();
      const points = await pointsOf(made);
      const shades = new Set<number>();
      for (let y = 4; y < height - 4; y++)
        for (let x = Math.ceil(width * 0.55); x < width - 4; x++)
          shades.add((points[(y * width + x) * 4] ?? 0) >> 3);
      if (name !== 'share.jpg') assert.ok(shades.size <= 2, `${name}: ${[...shades]}`);
    }
    assert.ok(files.has('640.avif'));
  });
