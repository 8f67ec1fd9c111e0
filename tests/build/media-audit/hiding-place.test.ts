import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { captureOf } from '../../../src/import/writing/capture.ts';
import { drawn, numbers, svg } from '../../support/drawn-picture.ts';
import {
  articleWith,
  hidden,
  idOf,
  mediaDisclosuresOf,
  OF,
} from '../../support/media-disclosures.ts';
import { pdf } from '../../support/pdf.ts';
import {
  icoOf,
  m4aOf,
  mp3Of,
  pdfOfBits,
  pdfOfJpeg,
  pdfOfPoints,
  pdfWithFile,
  tiffOf,
  withPreview,
} from '../../support/picture-containers.ts';
import { zipOf } from '../../support/zip.ts';

const NAME = 'storm-over-quern.jpg';
const original = await drawn(1).jpeg({ quality: 90 }).toBuffer();
const id = idOf(original);
const picture = () => sharp(original);
const small = await picture().resize(320).jpeg({ quality: 60 }).toBuffer();
const jpeg = (one: Sharp) => one.jpeg({ quality: 70 }).toBuffer();
const others = await Promise.all(
  [2, 3, 4, 5].map((seed) => drawn(seed, 400, 300).jpeg().toBuffer()),
);
const [other = original, second = original, third = original, fourth = original] = others;
const points = await picture().resize(320).removeAlpha().raw().toBuffer();
const gray = (bytes: Buffer) => sharp(bytes).resize(320, 240).grayscale().raw().toBuffer();
const on = (ground: Buffer, layers: OverlayOptions[]) => jpeg(sharp(ground).composite(layers));
const ground = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#ddd' } })
  .png()
  .toBuffer();
const cell = (bytes: Buffer) => sharp(bytes).resize(280, 210, { fit: 'fill' }).toBuffer();
const sheet = await Promise.all(
  [other, second, small, third, fourth, other].map(async (bytes, index) => ({
    input: await cell(bytes),
    left: 10 + (index % 3) * 295,
    top: 20 + Math.floor(index / 3) * 230,
  })),
);
const base64 = small.toString('base64');
const lines = base64.replaceAll(/.{76}/g, '$&\n');
const percent = (bytes: Buffer) =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const saved = (html: string) =>
  captureOf({ bytes: Buffer.from(html), encoding: 'utf-8', time: '2031-04-03' }, {});
const zip = (name: string, bytes: Buffer) =>
  zipOf(
    new Map<string, string | Buffer>([
      ['mimetype', 'application/epub+zip'],
      [name, bytes],
    ]),
  );
/** A PDF with a picture of points, which is drawn where it has a mask of nothing. */
const pdfWith = (data: Buffer, width: number, height: number, pages: number, mask = '') => {
  const image = (space: string, bytes: Buffer, more = '') =>
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${space} /BitsPerComponent 8 /Filter /FlateDecode ${more} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
  return pdf(
    Array.from({ length: pages }, () => (mask ? 'q 320 0 0 240 0 0 cm /P Do Q' : '')),
    {
      page: '/Resources << /XObject << /P 100 0 R >> >>',
      objects: [
        image('DeviceRGB', deflateSync(data), mask),
        image('DeviceGray', deflateSync(Buffer.alloc(width * height))),
      ],
    },
  );
};
const clear = await picture().ensureAlpha(0).raw().toBuffer();
/** The picture with nothing of it to be seen. */
const rubbedOut = (width = 640): Sharp => {
  const points = sharp(clear, { raw: { width: 640, height: 480, channels: 4 } });
  return width === 640 ? points : points.extract({ left: 0, top: 0, width, height: 480 });
};
const animated = (frames: Buffer[]) => sharp(frames, { join: { animated: true } });
const noise = Buffer.from(
  Array.from(
    { length: 9000 },
    (
      (next) => () =>
        Math.floor(next() * 256)
    )(numbers(9)),
  ),
);

// biome-ignore format: a table, a hiding place a row
const HIDING_PLACES: [what: string, path: string, content: Buffer | string | Promise<Buffer>][] = [
  ['the file itself', 'public/boat.jpg', original],
  ['the file under another ending', 'fonts/a.woff2', original],
  ['its beginning', 'a/cut.jpg', original.subarray(0, original.length * 0.6)],
  ['its bytes behind another picture', 'a/behind.jpg', Buffer.concat([other, original.subarray(2000)])],
  ['its bytes in a file of no format', 'a/data.bin', Buffer.concat([noise, original.subarray(9000, 13_000), noise])],
  ['a JPEG of less quality', 'a/q30.jpg', picture().jpeg({ quality: 30 }).toBuffer()],
  ['a WebP', 'a/one.webp', picture().webp({ quality: 50 }).toBuffer()],
  ['an AVIF', 'a/one.avif', picture().resize(320).avif({ quality: 40, effort: 0 }).toBuffer()],
  ['a PNG', 'a/one.png', picture().resize(400).png().toBuffer()],
  ['a PNG of 16 colours', 'a/colours.png', picture().resize(400).png({ palette: true, colours: 16 }).toBuffer()],
  ['half the size', 'a/half.jpg', jpeg(picture().resize(320))],
  ['a quarter of the size', 'a/quarter.jpg', jpeg(picture().resize(160))],
  ['a sign in a list', 'a/sign.png', picture().resize(64).png().toBuffer()],
  ['shades of gray', 'a/gray.jpg', jpeg(picture().grayscale())],
  ['turned to the right', 'a/right.jpg', jpeg(picture().rotate(90))],
  ['upside down', 'a/down.jpg', jpeg(picture().rotate(180))],
  ['turned to the left', 'a/left.webp', picture().rotate(270).webp().toBuffer()],
  ['turned by its EXIF data', 'a/exif.jpg', jpeg(picture().rotate(90).withMetadata({ orientation: 8 }))],
  ['a little turned', 'a/askew.jpg', jpeg(picture().rotate(6))],
  ['as in a mirror', 'a/mirror.jpg', jpeg(picture().flop())],
  ['a negative', 'a/negative.jpg', jpeg(picture().negate())],
  ['with a border', 'a/border.jpg', jpeg(picture().extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#fff' }))],
  ['cut to its middle', 'a/middle.jpg', jpeg(picture().extract({ left: 120, top: 90, width: 400, height: 300 }))],
  ['cut to a corner', 'a/corner.jpg', jpeg(picture().extract({ left: 0, top: 0, width: 300, height: 230 }))],
  ['the cut of a share picture', 'a/share.jpg', jpeg(picture().resize(600, 315, { fit: 'cover' }))],
  ['other colours', 'a/warm.jpg', jpeg(picture().modulate({ brightness: 1.15, hue: 20, saturation: 1.3 }))],
  ['sepia', 'a/sepia.jpg', jpeg(picture().recomb([[0.39, 0.77, 0.19], [0.35, 0.69, 0.17], [0.27, 0.53, 0.13]]))],
  ['out of focus', 'a/blur.jpg', jpeg(picture().blur(3))],
  ['rubbed out to transparency', 'a/rubbed.png', rubbedOut().png().toBuffer()],
  ['rubbed out, as an AVIF', 'a/rubbed.avif', rubbedOut().avif({ quality: 60, effort: 0 }).toBuffer()],
  ['a rubbed out size, beside one on white', 'media/m-cccccccccccc/320.webp', rubbedOut(320).webp({ lossless: true, exact: true }).toBuffer()],
  ['made wider', 'a/wide.jpg', jpeg(picture().resize(640, 400, { fit: 'fill' }))],
  ['a tile', 'a/tiles/256,128,256,256/256,/0/default.jpg', jpeg(picture().extract({ left: 256, top: 128, width: 256, height: 256 }))],
  ['a contact sheet', 'a/sheet.jpg', on(ground, sheet)],
  ['a part of a poster', 'a/poster.jpg', on(await sharp(other).resize(640, 480).toBuffer(), [{ input: await picture().resize(300).toBuffer(), left: 200, top: 150 }])],
  ['with a banner over it', 'a/banner.jpg', on(original, [{ input: Buffer.from(svg('', 640, 70)), left: 0, top: 380 }])],
  ['a frame of an animation', 'a/moving.gif', animated([other, await picture().resize(400, 300).toBuffer(), second]).gif({ effort: 1 }).toBuffer()],
  ['a page of a scan', 'a/scan.tif', tiffOf([await gray(other), await gray(original)], 320, 240)],
  ['the preview in another picture', 'a/preview.jpg', withPreview(other, await jpeg(picture().resize(160)))],
  ['a size of another medium', `media/m-aaaaaaaaaaaa/640.webp`, picture().webp().toBuffer()],
  ['a zip', 'a/all.zip', zip('a/boat.jpg', original)],
  ['a book', 'a/book.epub', zip('OEBPS/boat.jpg', small)],
  ['a zip in a zip', 'a/deep.zip', zip('b.docx', await zip('word/media/image1.jpeg', small))],
  ['a zip behind a picture', 'a/zip.jpg', Buffer.concat([other, await zip('boat.jpg', small)])],
  ['a packed file', 'a/boat.gz', gzipSync(small)],
  ['a packed file behind other bytes', 'a/behind.bin', Buffer.concat([noise, gzipSync(original)])],
  ['a capture', `${OF}/storm.warc.gz`, saved(`<img src="data:image/jpeg;base64,${base64}">`)],
  ['a page', 'b/index.html', `<p>Storm</p><img src="data:image/jpeg;base64,${base64}">`],
  ['the file in a page', 'b/whole.html', `<img src=data:;base64,${original.toString('base64')}>`],
  ['lines of a feed', 'feed.xml', `<content type="image/jpeg">\n${lines}</content>`],
  ['JSON with escaped slashes', 'a.json', JSON.stringify({ image: base64 }).replaceAll('/', '\\/')],
  ['JSON with escaped line ends', 'b.json', JSON.stringify({ image: lines })],
  ['base64 for addresses', 'a.js', `const a = "${small.toString('base64url')}";`],
  ['base64 behind letters', 'b.js', `const a = "xyz${base64}";`],
  ['base64, percent-encoded', 'c.css', `a{background:url(data:image/jpeg;base64,${encodeURIComponent(base64)})}`],
  ['bytes, percent-encoded', 'd.css', `a{background:url(data:image/jpeg,${percent(small)})}`],
  ['a drawing in a style sheet', 'e.css', `a{background:url('data:image/svg+xml,${encodeURIComponent(`<svg><image href="data:image/jpeg;base64,${base64}"/></svg>`)}')}`],
  ['a drawing', 'a/drawing.svg', `<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,${base64}"/></svg>`],
  ['hexadecimal digits', 'c.json', JSON.stringify({ image: small.toString('hex') })],
  ['a list of numbers', 'd.json', JSON.stringify([...small])],
  ['a string of a script', 'c.js', `const a = "${[...small].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}";`],
  ['the second picture of a moving one, beside a still one of the first', 'media/m-bbbbbbbbbbbb/640.webp', animated([await sharp(other).resize(640, 400, { fit: 'fill' }).png().toBuffer(), await picture().resize(640, 400, { fit: 'fill' }).png().toBuffer()]).webp().toBuffer()],
  ['a PDF', 'a/jpeg.pdf', pdfOfJpeg(small, 320, 240)],
  ['the points of a PDF', 'a/points.pdf', pdfOfPoints(points, 320, 240)],
  ['points of one bit in a PDF', 'a/bits.pdf', sharp(original).resize(2560, 1600, { fit: 'fill' }).grayscale().raw().toBuffer().then((shades) => pdfOfBits(shades, 2560, 1600))],
  ['a picture that no page of a PDF draws, of many pages', 'a/unused.pdf', pdfWith(points, 320, 240, 600)],
  ['a picture of a PDF below its mask', 'a/masked.pdf', pdfWith(points, 320, 240, 1, '/SMask 101 0 R')],
  ['a file in a PDF', 'a/file.pdf', pdfWithFile(original)],
  ['the cover of a sound', 'a/song.mp3', mp3Of(small)],
  ['the cover of a sound in MP4', 'a/song.m4a', m4aOf(small)],
  ['an icon', 'favicon.ico', icoOf(await picture().resize(128).png().toBuffer())],
  ['its address', 'c/index.html', `<a href="/media/${id}/">the picture</a>`],
  ['its address in the page of its article', `${OF}/index.html`, `<img src="/media/${id}/640.jpg">`],
  ['its address in JSON', 'e.json', JSON.stringify({ url: `https://isles.example/media/${id}/` }).replaceAll('/', '\\/')],
  ['its id', 'f.json', JSON.stringify({ media: [id] })],
  ['a file of its folder', `media/${id}/manifest.json`, '{}'],
  ['the name of its file', 'd/index.html', `<p>From ${NAME}.</p>`],
  ['the name of its file, encoded', 'e/index.html', '<img src="https://isles.example/wp/Storm%2Dover%2Dquern.JPG?w=300">'],
];

test('a withheld picture is found wherever it is hidden', async (t) => {
  const site: Record<string, Buffer | string> = {
    'media/m-aaaaaaaaaaaa/320.jpg': other,
    'media/m-cccccccccccc/160.jpg': await sharp({
      create: { width: 160, height: 240, channels: 3, background: '#fff' },
    })
      .jpeg()
      .toBuffer(),
    'media/m-bbbbbbbbbbbb/320.jpg': await sharp(other)
      .resize(320, 200, { fit: 'fill' })
      .jpeg()
      .toBuffer(),
  };
  for (const [, path, content] of HIDING_PLACES) {
    assert.ok(!(path in site), path);
    site[path] = await content;
  }
  const content = { [`articles/2031/04/02/${NAME}`]: original };
  const { disclosures } = await mediaDisclosuresOf(t, [articleWith([hidden(NAME)])], content, site);
  const found = new Set(disclosures.map(({ path }) => path));
  const missed = HIDING_PLACES.filter(([, path]) => !found.has(path)).map(([what]) => what);
  assert.deepEqual(missed, []);
  assert.ok(!found.has('media/m-aaaaaaaaaaaa/320.jpg'), 'the picture beside it is another one');
  assert.ok(HIDING_PLACES.length >= 40);
});
