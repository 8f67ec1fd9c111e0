import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { SECRET, SECRETS, toldIn } from '../../../support/files-with-secrets.ts';
import { landscape } from '../../../support/media.ts';
import { pdf } from '../../../support/pdf.ts';

const [WIDE, HIGH] = [31, 20];

/** A page that shows a picture of 31 × 20 points. */
const pictured = (data: Buffer, said: string, ...more: string[]) =>
  pdf(['q 300 0 0 200 50 300 cm /Im Do Q'], {
    page: '/Resources << /XObject << /Im 100 0 R >> >>',
    objects: [
      `<< /Type /XObject /Subtype /Image /Width ${WIDE} /Height ${HIGH} ${said} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`,
      ...more,
    ],
  });

/** The picture of a published document, unpacked. */
async function published(telling: Buffer): Promise<Buffer> {
  const bytes = Buffer.from(await stripped(telling, 'application/pdf'));
  assert.deepEqual(toldIn(bytes), []);
  const from = bytes.indexOf('stream\n', bytes.indexOf('/Subtype /Image')) + 7;
  const isPacked = bytes.subarray(from - 300, from).includes('/Filter');
  return isPacked
    ? inflateSync(bytes.subarray(from))
    : bytes.subarray(from, bytes.indexOf('\nendstream', from));
}

const hidden = Buffer.from(`${SECRET} `.repeat(3));
const behind = (points: Buffer) => Buffer.concat([points, hidden]);
const rgb = () => landscape(WIDE, HIGH).removeAlpha().raw().toBuffer();
const RGB = '/ColorSpace /DeviceRGB /BitsPerComponent 8';

test('bytes behind the points of a picture of a PDF go, however it is packed', async () => {
  const points = await rgb();
  const hex = Buffer.from(`${behind(points).toString('hex')}>`);
  for (const [data, filters] of [
    [behind(points), ''],
    [deflateSync(behind(points)), '/Filter /FlateDecode'],
    [hex, '/Filter [/AHx]'],
  ] as const)
    assert.deepEqual(await published(pictured(data, `${RGB} ${filters}`)), points, filters);
});

test('bytes behind points go where each row of a picture is foretold from another', async () => {
  const points = await rgb();
  const row = WIDE * 3;
  const rows = Array.from({ length: HIGH }, (_, at) =>
    Buffer.concat([Buffer.from([0]), points.subarray(at * row, (at + 1) * row)]),
  );
  const said = `${RGB} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /Columns ${WIDE} >>`;
  const data = deflateSync(behind(Buffer.concat(rows)));
  assert.deepEqual(await published(pictured(data, said)), Buffer.concat(rows));
});

test('a picture ends by its space of colours and the bits of a number', async () => {
  for (const [said, length, ...more] of [
    ['/ImageMask true', 4 * HIGH],
    [
      '/ColorSpace [/Indexed /DeviceRGB 3 <000000111111222222333333>] /BitsPerComponent 4',
      16 * HIGH,
    ],
    [
      '/ColorSpace [/DeviceN [/Red /Sea] /DeviceGray 101 0 R] /BitsPerComponent 8',
      62 * HIGH,
      '<< /FunctionType 2 /Domain [0 1 0 1] /N 1 >>',
    ],
    ['/ColorSpace /DeviceCMYK /BitsPerComponent 16', 248 * HIGH],
  ] as const) {
    const points = Buffer.alloc(length, 5);
    assert.deepEqual(await published(pictured(behind(points), said, ...more)), points, said);
  }
});

test('a picture stays as it is where nothing stands behind it, and is refused where its end cannot be told', async () => {
  const points = await rgb();
  assert.deepEqual(await published(pictured(points, RGB)), points);
  await assert.rejects(
    stripped(pictured(points, '/ColorSpace /Tides /BitsPerComponent 8'), 'application/pdf'),
    UnsoundFile,
  );
  assert.deepEqual(toldIn(pictured(behind(points), RGB)), [...SECRETS]);
});
