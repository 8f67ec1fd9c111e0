import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import {
  imageInfo,
  serviceNames,
  TILE,
} from '../../../src/domain/media/facsimile/image-service.ts';
import { drawnSize } from '../../../src/domain/media/page-size.ts';
import { Budget } from '../../../src/outputs/media/encoding/budget.ts';
import { encodePage, encodePicture } from '../../../src/outputs/media/encoding/encode.ts';
import { isAbout, landscape, mediumOf, pixelAt } from '../../support/media.ts';
import { column, drawn, pdf } from '../../support/pdf.ts';
import { scratchFolder } from '../../support/scratch.ts';

const ID = 'https://isles.example/media/m-aaaaaaaaaaaa/pages/1';
const processors = new Budget(2);

/** What OpenSeadragon 6 asks for at every level, by its own computation (`IIIFTileSource.getTileUrl`). */
function* asked({ width, height, tiles: [tile] }: ReturnType<typeof imageInfo>): Iterable<string> {
  assert.ok(tile);
  const maxLevel = Math.round(Math.log(Math.max(...tile.scaleFactors)) * Math.LOG2E);
  for (let level = 0; level <= maxLevel; level++) {
    const scale = 0.5 ** (maxLevel - level);
    const levelWidth = Math.ceil(width * scale);
    const levelHeight = Math.ceil(height * scale);
    const step = Math.round(tile.width / scale);
    for (let x = 0; x * tile.width < levelWidth; x++)
      for (let y = 0; y * tile.width < levelHeight; y++) {
        const isWhole = levelWidth < tile.width && levelHeight < tile.width;
        const w = isWhole ? levelWidth : Math.min(tile.width, levelWidth - x * tile.width);
        const h = isWhole ? levelHeight : Math.min(tile.width, levelHeight - y * tile.width);
        const part = [
          x * step,
          y * step,
          Math.min(step, width - x * step),
          Math.min(step, height - y * step),
        ];
        const region = part[2] === width && part[3] === height ? 'full' : `${part}`;
        yield `${region}/${w === width && h === height ? 'max' : `${w},${h}`}/0/default.jpg`;
      }
  }
}

test('every picture that a viewer asks for is a file, at sizes that do and do not end with a tile', () => {
  let count = 0;
  for (const width of [1, 99, 1023, 1024, 1025, 2047, 2048, 2049, 4097, 10_000])
    for (const height of [1, 1024, 1025, 2048, 3001, 14_000]) {
      const info = imageInfo(ID, { width, height });
      const names = new Set(serviceNames(info));
      for (const name of asked(info)) {
        assert.ok(names.has(name), `${width} x ${height}: ${name}`);
        count += 1;
      }
      assert.ok(names.has('full/max/0/default.jpg'));
      for (const size of info.sizes)
        assert.ok(names.has(`full/${size.width},${size.height}/0/default.jpg`));
    }
  assert.ok(count > 500);
});

test('info.json says what level 0 needs, and how large a scan is to be had as one file', () => {
  const info = imageInfo(ID, { width: 10_000, height: 14_000 });
  assert.deepEqual(
    [info['@context'], info.id, info.type, info.protocol, info.profile],
    [
      'http://iiif.io/api/image/3/context.json',
      ID,
      'ImageService3',
      'http://iiif.io/api/image',
      'level0',
    ],
  );
  assert.deepEqual(info.tiles, [{ width: TILE, height: TILE, scaleFactors: [1, 2, 4, 8, 16] }]);
  assert.deepEqual([info.maxWidth, info.maxHeight], [2500, 3500]);
  assert.deepEqual(info.sizes.at(-1), { width: 1250, height: 1750 });
  assert.equal(imageInfo(ID, { width: 800, height: 600 }).maxWidth, undefined);
});

test('as one file a scan is at least as wide as its page shows it, or as it is', () => {
  for (let width = 500; width <= 40_000; width += 499) {
    const { maxWidth = width } = imageInfo(ID, { width, height: Math.round(width * 1.4) });
    assert.ok(maxWidth >= Math.min(width, 1920) && maxWidth <= 3840, `${width}: ${maxWidth}`);
  }
});

test('the files of a scan are those that its service names, in the sizes that they are named with', async (t) => {
  const size = { width: 1500, height: 1060 };
  const scan = await landscape(size.width, size.height).tiff({ compression: 'jpeg' }).toBuffer();
  const { path, medium } = mediumOf(scratchFolder(t), 'a.tif', scan, {
    type: 'image/tiff',
    ...size,
  });
  const files = await encodePage({ path, facts: medium.facts, kind: 'facsimile' }, 1, processors);
  assert.deepEqual([...files.keys()].toSorted(), serviceNames(size).toSorted());
  assert.ok(files.size > 5);
  for (const [name, bytes] of files) {
    const { width, height, format, exif, icc, xmp } = await sharp(bytes).metadata();
    const said = name.split('/')[1] === 'max' ? '1500,1060' : name.split('/')[1];
    assert.deepEqual(
      [`${width},${height}`, format, exif, icc, xmp],
      [said, 'jpeg', undefined, undefined, undefined],
      name,
    );
  }
  // The lower right of the scan is its hill.
  const last = files.get('1024,1024,476,36/476,36/0/default.jpg');
  assert.ok(last && isAbout(await pixelAt(last, 400, 20), [0x22, 0x33, 0x11]));
});

test('each page of a TIFF and of a PDF is a service of its own size', async (t) => {
  const folder = scratchFolder(t);
  const document = pdf([
    drawn(column(50, 700, ['First'], 40)),
    drawn(column(50, 100, ['Second'], 40)),
  ]);
  const size = drawnSize({ width: 600, height: 800 });
  assert.deepEqual(size, { width: 1666, height: 2222 });
  const { path, medium } = mediumOf(folder, 'a.pdf', document, {
    type: 'application/pdf',
    ...size,
    pages: 2,
  });
  const ask = { path, facts: medium.facts, kind: 'facsimile' } as const;
  const inked = async (bytes: Uint8Array | undefined, top: number) => {
    assert.ok(bytes);
    const { data } = await sharp(bytes)
      .extract({ left: 0, top, width: 300, height: 60 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return data.some((level) => level < 100);
  };
  const name = 'full/833,1111/0/default.jpg';
  const [first, second] = [
    await encodePage(ask, 1, processors),
    await encodePage(ask, 2, processors),
  ];
  assert.deepEqual(
    [await inked(first.get(name), 100), await inked(second.get(name), 100)],
    [true, false],
  );
  assert.deepEqual(
    [await inked(first.get(name), 930), await inked(second.get(name), 930)],
    [false, true],
  );
  const picture = await encodePicture(
    { ...ask, kind: 'document' },
    processors,
    (one) => one === '320.jpg',
  );
  assert.deepEqual([...picture.keys()], ['320.jpg']);
  assert.equal((await sharp(picture.get('320.jpg')).metadata()).height, 427);
});

test('a page is drawn so that it can be read, and never larger than memory allows', () => {
  for (const [width, height] of [
    [595, 842],
    [842, 595],
    [1200, 1700],
    [14_400, 14_400],
    [14_400, 3],
    [0.5, 0.5],
  ] as const) {
    const drawnAs = drawnSize({ width, height });
    assert.ok(
      drawnAs.width * drawnAs.height <= 25_000_000 &&
        Math.max(drawnAs.width, drawnAs.height) <= 10_000,
    );
    assert.ok(drawnAs.width >= 1 && drawnAs.height >= 1);
  }
  assert.deepEqual(drawnSize({ width: 595, height: 842 }), { width: 1652, height: 2338 });
});
