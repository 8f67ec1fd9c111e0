import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { statedInFile } from '../../../../src/content/media/stated/stated.ts';
import type { StatedFields } from '../../../../src/domain/media/stated-fields.ts';
import { picture } from '../../../support/pictures.ts';
import { box, mp3, mp4 } from '../../../support/recordings.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const SPACES =
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"';
const xmp = (inside: string, attributes = '') =>
  Buffer.from(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${SPACES}><rdf:Description rdf:about="" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );
const list = (kind: string, ...items: string[]) =>
  `<rdf:${kind}>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:${kind}>`;

/** A segment of a JPEG, put behind its beginning. */
function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const length = data.length + 2;
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, marker, length >> 8, length & 255]),
    data,
    jpeg.subarray(2),
  ]);
}
const withXmp = (jpeg: Buffer, packet: Buffer) =>
  withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), packet]));

const dataset = (
  record: number,
  number: number,
  text: string,
  encoding: BufferEncoding = 'utf8',
) => {
  const value = Buffer.from(text, encoding);
  return Buffer.concat([
    Buffer.from([0x1c, record, number, value.length >> 8, value.length & 255]),
    value,
  ]);
};
function withIim(jpeg: Buffer, ...datasets: Buffer[]): Buffer {
  const iim = Buffer.concat(datasets);
  const head = Buffer.from([4, 4, 0, 0, 0, 0, iim.length >> 8, iim.length & 255]);
  return withSegment(jpeg, 0xed, Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM'), head, iim]));
}

const jpeg = () => picture(24, 16).jpeg().toBuffer();

async function statedIn(t: TestContext, bytes: Buffer, name = 'boat.jpg'): Promise<StatedFields> {
  const path = join(scratchFolder(t), name);
  writeFileSync(path, bytes);
  return await statedInFile(path);
}

const NOTHING = { persons: [], places: [], tells: [] };

suite('what a picture says of itself', () => {
  test('in XMP, under our names', async (t) => {
    const packet = xmp(
      `<dc:description><rdf:Alt><rdf:li xml:lang="de">Ein Boot</rdf:li><rdf:li xml:lang="x-default">A boat
       in the storm</rdf:li></rdf:Alt></dc:description>
       <dc:title>${list('Alt', 'boat 7')}</dc:title><dc:creator>${list('Seq', 'Ada Varga', 'Una Holt')}</dc:creator>
       <dc:rights>${list('Alt', '© Quern Courier')}</dc:rights>
       <core:AltTextAccessibility>${list('Alt', 'A boat on its side')}</core:AltTextAccessibility>
       <ext:PersonInImage>${list('Bag', 'Ismene Kott', 'Ismene Kott')}</ext:PersonInImage>
       <ext:LocationShown>${list('Bag', '<rdf:Description ext:Sublocation="Pier 2"><ext:City>Port Ansel</ext:City></rdf:Description>')}</ext:LocationShown>
       <xmpRights:UsageTerms>${list('Alt', 'Once, in print')}</xmpRights:UsageTerms>
       <aux:SerialNumber>31415</aux:SerialNumber>`,
      'photoshop:Headline="Storm" photoshop:Credit="Varga/Courier" photoshop:Source="Courier" photoshop:DateCreated="2031-04-02T10:00:00+02:00" xmpRights:WebStatement="https://creativecommons.org/licenses/by/4.0/"',
    );
    assert.deepEqual(await statedIn(t, withXmp(await jpeg(), packet)), {
      title: 'boat 7',
      headline: 'Storm',
      altText: 'A boat on its side',
      caption: 'A boat in the storm',
      creditLine: 'Varga/Courier',
      creator: 'Ada Varga, Una Holt',
      source: 'Courier',
      copyrightNotice: '© Quern Courier',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      usageTerms: 'Once, in print',
      dateCreated: '2031-04-02',
      persons: ['Ismene Kott'],
      places: ['Pier 2', 'Port Ansel'],
      tells: ['serial'],
    });
  });

  test('in IIM, in UTF-8 and in the letters of older programs', async (t) => {
    const fields = [
      dataset(2, 80, 'Ada Varga'),
      dataset(2, 110, 'Courier'),
      dataset(2, 55, '20310400'),
      dataset(2, 90, 'Port Ansel'),
    ];
    const expected = {
      creator: 'Ada Varga',
      creditLine: 'Courier',
      dateCreated: '2031-04',
      persons: [],
      places: ['Port Ansel'],
      tells: [],
    };
    const modern = withIim(
      await jpeg(),
      dataset(1, 90, '\u001b%G'),
      dataset(2, 120, 'Fähre'),
      ...fields,
    );
    assert.deepEqual(await statedIn(t, modern), { ...expected, caption: 'Fähre' });
    const old = withIim(await jpeg(), dataset(2, 120, 'Fähre', 'latin1'), ...fields);
    assert.deepEqual(await statedIn(t, old), { ...expected, caption: 'Fähre' });
  });

  test('in EXIF, and that it tells where it was made and with which camera', async (t) => {
    const exif = {
      IFD0: { ImageDescription: 'A boat', Artist: 'Ada Varga', Copyright: 'Courier' },
      IFD2: { DateTimeOriginal: '2031:04:02 10:00:00', BodySerialNumber: '31415' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
    };
    const expected = {
      caption: 'A boat',
      creator: 'Ada Varga',
      copyrightNotice: 'Courier',
      dateCreated: '2031-04-02',
      persons: [],
      places: [],
      tells: ['location', 'serial'],
    };
    assert.deepEqual(
      await statedIn(t, await picture(24, 16).withExif(exif).jpeg().toBuffer()),
      expected,
    );
    assert.deepEqual(
      await statedIn(t, await picture(24, 16).withExif(exif).png().toBuffer(), 'boat.png'),
      expected,
    );
    assert.deepEqual(
      await statedIn(t, await picture(24, 16).withExif(exif).webp().toBuffer(), 'boat.webp'),
      expected,
    );
  });

  test('XMP before IIM before EXIF', async (t) => {
    const exif = await picture(24, 16)
      .withExif({ IFD0: { ImageDescription: 'exif', Artist: 'exif', Copyright: 'exif' } })
      .jpeg()
      .toBuffer();
    const both = withXmp(
      withIim(exif, dataset(2, 120, 'iim'), dataset(2, 80, 'iim')),
      xmp(`<dc:description>${list('Alt', 'xmp')}</dc:description>`),
    );
    const { caption, creator, copyrightNotice } = await statedIn(t, both);
    assert.deepEqual(
      { caption, creator, copyrightNotice },
      { caption: 'xmp', creator: 'iim', copyrightNotice: 'exif' },
    );
  });

  test('what cameras write into every picture is no caption', async (t) => {
    const bytes = await picture(24, 16)
      .withExif({ IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA' } })
      .jpeg()
      .toBuffer();
    assert.deepEqual(await statedIn(t, bytes), NOTHING);
  });

  test('a film tells where it was made', async (t) => {
    const more = box('udta', box('\u00a9xyz', [0, 15, 0x15, 0xc7], '+51.5000-000.1200/'));
    assert.deepEqual(await statedIn(t, mp4({ more }), 'storm.mp4'), {
      ...NOTHING,
      tells: ['location'],
    });
    assert.deepEqual(await statedIn(t, mp4(), 'storm.mp4'), NOTHING);
  });

  test('other files say nothing', async (t) => {
    assert.deepEqual(await statedIn(t, mp3(), 'harbour.mp3'), NOTHING);
    assert.deepEqual(await statedIn(t, Buffer.from('A boat.'), 'boat.txt'), NOTHING);
    assert.deepEqual(await statedIn(t, Buffer.from([0xff, 0xd8, 0xff]), 'boat.jpg'), NOTHING);
  });
});

suite('hostile fields', () => {
  const long = 'a'.repeat(20_000);
  const HOSTILE: Record<string, () => Promise<Buffer>> = {
    'lines, controls and turned letters': async () =>
      withXmp(
        await jpeg(),
        xmp(`<dc:description>${list('Alt', 'a\u202eb&#10;\tc\u0085')}</dc:description>`),
      ),
    'a text of 20,000 letters': async () => withIim(await jpeg(), dataset(2, 120, long)),
    'a licence that runs': async () =>
      withXmp(await jpeg(), xmp('', 'xmpRights:WebStatement="javascript:alert(1)"')),
    'XML that is not closed': async () =>
      withXmp(await jpeg(), Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF')),
    'entities that grow': async () =>
      withXmp(
        await jpeg(),
        Buffer.from(`<!DOCTYPE x [<!ENTITY a "${'b'.repeat(900)}">]><x>&a;</x>`),
      ),
    'elements 5,000 deep': async () =>
      withXmp(await jpeg(), Buffer.from(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)),
    'a dataset that is longer than its file': async () =>
      withIim(await jpeg(), Buffer.from([0x1c, 2, 120, 0x7f, 0xff, 65])),
    'EXIF that leads in a ring': async () =>
      withSegment(
        await jpeg(),
        0xe1,
        Buffer.from(
          'Exif\0\0II*\0\u0008\0\0\0\u0002\0\u0069\u0087\u0004\0\u0001\0\0\0\u0008\0\0\0',
          'latin1',
        ),
      ),
    'EXIF of very many values': async () =>
      withSegment(
        await jpeg(),
        0xe1,
        Buffer.from(
          'Exif\0\0II*\0\u0008\0\0\0\u0001\0\u000e\u0001\u0002\0\u00ff\u00ff\u00ff\u00ff\u0008\0\0\0',
          'latin1',
        ),
      ),
  };

  for (const [what, made] of Object.entries(HOSTILE))
    test(`${what}: fit for a field, or left out`, async (t) => {
      const { persons, places, tells, ...lines } = await statedIn(t, await made());
      assert.deepEqual([persons, places, tells], [[], [], []]);
      for (const line of Object.values(lines)) assert.match(line ?? '', /^[ab c…]{1,5000}$/);
    });
});
