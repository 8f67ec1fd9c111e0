import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { inspectFile } from '../../../../src/content/media/inspection/inspection.ts';
import type { FileFacts } from '../../../../src/domain/media/media-type.ts';
import { drawn, pdf } from '../../../support/pdf.ts';
import { gif, picture, png, svg, tiff } from '../../../support/pictures.ts';
import { box, flac, id3, mp3, mp4, ogg, opusHead, wav, webm } from '../../../support/recordings.ts';
import { scratchFolder } from '../../../support/scratch.ts';

type Facts = Omit<FileFacts, 'sha256' | 'bytes'>;

async function factsOf(t: TestContext, name: string, bytes: Buffer): Promise<Facts> {
  const path = join(scratchFolder(t), name);
  writeFileSync(path, bytes);
  const found = await inspectFile(path);
  assert.ok('facts' in found, 'fault' in found ? found.fault.rule : '');
  const { sha256, bytes: size, ...facts } = found.facts;
  assert.equal(sha256, hash('sha256', bytes));
  assert.equal(size, bytes.length);
  return facts;
}

const size = { width: 120, height: 80 };
const moving = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      picture(120, 80)
        .modulate({ brightness: 1 / (1 + index) })
        .png()
        .toBuffer(),
    ),
  );
const animated = async (count: number) => {
  const { default: sharp } = await import('sharp');
  return sharp(await moving(count), { join: { animated: true } });
};
const words = (text: string) => drawn([[50, 700, 12, text]]);
const jpeg = () => picture().jpeg().toBuffer();

const ACCEPTED: Record<
  string,
  [name: string, bytes: () => Buffer | Promise<Buffer>, facts: Facts]
> = {
  'a JPEG': ['boat.jpg', jpeg, { type: 'image/jpeg', ...size }],
  'a JPEG whose ending is in capitals': ['BOAT.JPEG', jpeg, { type: 'image/jpeg', ...size }],
  'a JPEG that its camera held upright (EXIF)': [
    'boat.jpg',
    () => picture().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    { type: 'image/jpeg', width: 80, height: 120 },
  ],
  'a JPEG in the colours of print (CMYK)': [
    'boat.jpg',
    () => picture().toColourspace('cmyk').jpeg().toBuffer(),
    { type: 'image/jpeg', ...size },
  ],
  'an SVG of a hundred bars with a shadow': [
    'map.svg',
    () =>
      svg(
        `<filter id="f"><feDropShadow dx="1" dy="1" stdDeviation="1"/></filter>${'<path d="M0 0h9v9z" filter="url(#f)"/>'.repeat(100)}`,
      ),
    { type: 'image/svg+xml', width: 300, height: 200 },
  ],
  'a JPEG in grey': [
    'boat.jpg',
    () => picture().grayscale().jpeg().toBuffer(),
    { type: 'image/jpeg', ...size },
  ],
  'a JPEG that is drawn in several runs': [
    'boat.jpg',
    () => picture().jpeg({ progressive: true }).toBuffer(),
    { type: 'image/jpeg', ...size },
  ],
  'a JPEG with a preview behind it, as cameras write': [
    'boat.jpg',
    async () => Buffer.concat([await jpeg(), Buffer.alloc(9), await jpeg()]),
    { type: 'image/jpeg', ...size },
  ],
  'a JPEG with the film of a phone behind it': [
    'boat.jpg',
    async () =>
      Buffer.concat([
        await jpeg(),
        Buffer.from('\0\0\u0030\u000aMotionPhoto_Data', 'latin1'),
        box('ftyp', 'isom'),
        box('mdat', Buffer.alloc(90_000, 'film')),
      ]),
    { type: 'image/jpeg', ...size },
  ],
  'a JPEG with a few notes of a phone behind it': [
    'boat.jpg',
    async () =>
      Buffer.concat([
        await jpeg(),
        Buffer.from('\0\0\u0001\nImage_UTC_Data1931234567890SEFHk\0\0\0SEFT', 'latin1'),
      ]),
    { type: 'image/jpeg', ...size },
  ],
  'a PNG': ['boat.png', () => picture(120, 80, 4).png().toBuffer(), { type: 'image/png', ...size }],
  'a PNG of 16 bits': [
    'boat.png',
    () => picture().toColourspace('rgb16').png().toBuffer(),
    { type: 'image/png', ...size },
  ],
  'a WebP': ['boat.webp', () => picture().webp().toBuffer(), { type: 'image/webp', ...size }],
  'a moving WebP': [
    'boat.webp',
    async () => (await animated(3)).webp().toBuffer(),
    { type: 'image/webp', ...size, frames: 3 },
  ],
  'an AVIF': [
    'boat.avif',
    () => picture().avif({ effort: 0 }).toBuffer(),
    { type: 'image/avif', ...size },
  ],
  'a GIF': ['boat.gif', () => gif(1), { type: 'image/gif', width: 1, height: 1 }],
  'a moving GIF': ['boat.gif', () => gif(2), { type: 'image/gif', width: 1, height: 1, frames: 2 }],
  'a TIFF': [
    'page.tif',
    () => picture().tiff().toBuffer(),
    { type: 'image/tiff', ...size, pages: 1 },
  ],
  'a TIFF in the colours of print': [
    'page.tiff',
    () => picture().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer(),
    { type: 'image/tiff', ...size, pages: 1 },
  ],
  'a TIFF of three pages, each of its own size': [
    'pages.tif',
    () =>
      tiff([
        { width: 30, height: 40 },
        { width: 50, height: 20 },
        { width: 1, height: 1 },
      ]),
    {
      type: 'image/tiff',
      width: 30,
      height: 40,
      pages: 3,
      pageSizes: [
        { width: 30, height: 40 },
        { width: 50, height: 20 },
        { width: 1, height: 1 },
      ],
    },
  ],
  'a TIFF with a smaller copy of itself': [
    'page.tif',
    () =>
      tiff([
        { width: 30, height: 40 },
        { width: 15, height: 20, fields: [[254, 4, 1, 1]] },
      ]),
    { type: 'image/tiff', width: 30, height: 40, pages: 1 },
  ],
  'an SVG': [
    'map.svg',
    () =>
      svg(
        '<title>Isle</title><defs><path id="a" d="M0 0h9"/></defs><use xlink:href="#a" fill="url(#b)"/><style>.a{fill:#c00}</style>',
      ),
    { type: 'image/svg+xml', width: 300, height: 200 },
  ],
  'an SVG with its size in millimetres': [
    'map.svg',
    () =>
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<!-- Isle -->\n'),
        svg('<path d="M0 0h9"/>', 'width="25.4mm" viewBox="0 0 10 20"'),
      ]),
    { type: 'image/svg+xml', width: 96, height: 192 },
  ],
  'a PDF': [
    'report.pdf',
    () => pdf([words('The storm'), words('came at night')]),
    {
      type: 'application/pdf',
      width: 1666,
      height: 2222,
      pages: 2,
      texts: ['The storm', 'came at night'],
    },
  ],
  'a PDF without a word': [
    'report.pdf',
    () => pdf(['']),
    { type: 'application/pdf', width: 1666, height: 2222, pages: 1, texts: [''] },
  ],
  'a PDF that speaks of scripts in its text': [
    'report.pdf',
    () => pdf([words('/JS and /Launch')], { catalogue: '/Lang (/JavaScript)' }),
    { type: 'application/pdf', width: 1666, height: 2222, pages: 1, texts: ['/JS and /Launch'] },
  ],
  'an MP3': ['harbour.mp3', () => mp3(), { type: 'audio/mpeg', seconds: (40 * 1152) / 44_100 }],
  'an MP3 with notes before and behind': [
    'harbour.mp3',
    () => Buffer.concat([id3('Harbour'), mp3(), Buffer.from(`TAG${'\0'.repeat(125)}`)]),
    { type: 'audio/mpeg', seconds: (40 * 1152) / 44_100 },
  ],
  'an MP3 whose notes behind it are known by their foot': [
    'harbour.mp3',
    () => {
      const items = Buffer.from('\u0007\0\0\0\0\0\0\0Title\0Harbour', 'latin1');
      const foot = Buffer.alloc(32);
      foot.write('APETAGEX', 'latin1');
      foot.writeUInt32LE(items.length + 32, 12);
      return Buffer.concat([mp3(), items, foot, Buffer.from(`TAG${'\0'.repeat(125)}`)]);
    },
    { type: 'audio/mpeg', seconds: (40 * 1152) / 44_100 },
  ],
  'an M4A': [
    'harbour.m4a',
    () => mp4({ video: '', brand: 'M4A ' }),
    { type: 'audio/mp4', seconds: 10 },
  ],
  'an M4A that is named as a film': [
    'harbour.mp4',
    () => mp4({ video: '' }),
    { type: 'audio/mp4', seconds: 10 },
  ],
  'an Ogg of Opus': ['harbour.opus', () => ogg(), { type: 'audio/ogg', seconds: 2 }],
  'two sounds in one Ogg': [
    'harbour.ogg',
    () => Buffer.concat([ogg(), ogg(opusHead, 8)]),
    { type: 'audio/ogg', seconds: 4 },
  ],
  'a WAV': ['harbour.wav', () => wav(2), { type: 'audio/wav', seconds: 2 }],
  'a FLAC': ['harbour.flac', () => flac(4), { type: 'audio/flac', seconds: (4 * 4096) / 8000 }],
  'a FLAC with notes before it, as for an MP3': [
    'harbour.flac',
    () => Buffer.concat([id3('Harbour'), id3('x'.repeat(9000)), flac(4)]),
    { type: 'audio/flac', seconds: (4 * 4096) / 8000 },
  ],
  'a FLAC that does not say how long it is': [
    'harbour.flac',
    () => flac(2, 0),
    { type: 'audio/flac' },
  ],
  'an MP4': ['storm.mp4', () => mp4(), { type: 'video/mp4', width: 640, height: 360, seconds: 10 }],
  'an MP4 that was held upright': [
    'storm.mp4',
    () => mp4({ isTurned: true }),
    { type: 'video/mp4', width: 360, height: 640, seconds: 10 },
  ],
  'an MP4 without sound, with notes': [
    'storm.mp4',
    () => mp4({ audio: '', more: box('udta', [0, 0, 0, 0]) }),
    { type: 'video/mp4', width: 640, height: 360, seconds: 10 },
  ],
  'a WebM': [
    'storm.webm',
    () => webm(),
    { type: 'video/webm', width: 320, height: 180, seconds: 3 },
  ],
  'a WebM that was recorded as it went': [
    'storm.webm',
    () => webm({ isLive: true }),
    { type: 'video/webm', width: 320, height: 180 },
  ],
  'a PNG with a text that is packed': [
    'boat.png',
    async () => png(20, 10, 210),
    { type: 'image/png', width: 20, height: 10 },
  ],
};

suite('what a file is, by its content', () => {
  for (const [what, [name, bytes, facts]] of Object.entries(ACCEPTED))
    test(what, async (t) => {
      const found = await factsOf(t, name, await bytes());
      assert.deepEqual(found, facts);
    });
});
