import sharp from 'sharp';
import type { StatedFields, Telltale } from '../../../domain/media/stated-fields.ts';
import { CutOff, FileBytes } from '../inspection/file-bytes.ts';
import { MediaFault } from '../inspection/media-fault.ts';
import { BEGINNING, typeBySignature } from '../inspection/signature.ts';
import { type Exif, readExif, readExifPart } from './exif.ts';
import { filmTells } from './film.ts';
import { type Iim, readIim } from './iim.ts';
import { asAddress, asDate, asLine, asLines } from './stated-text.ts';
import { property, Xmp } from './xmp.ts';

const IN = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  rights: 'http://ns.adobe.com/xap/1.0/rights/',
  core: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  ext: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  exifEx: 'http://cipa.jp/exif/1.0/',
  aux: 'http://ns.adobe.com/exif/1.0/aux/',
  cc: 'http://creativecommons.org/ns#',
} as const;
const name = (space: keyof typeof IN, local: string) => property(IN[space], local);

const LOCATION = [
  name('exif', 'GPSLatitude'),
  name('exif', 'GPSDestLatitude'),
  name('ext', 'LocationCreated'),
];
const SERIAL = [
  name('aux', 'SerialNumber'),
  name('aux', 'LensSerialNumber'),
  name('exifEx', 'BodySerialNumber'),
  name('exifEx', 'LensSerialNumber'),
];
/** Numbers of datasets of IIM: a place from the smallest up. */
const PLACES = [92, 90, 95, 101];
const SHOWN = ['Sublocation', 'City', 'ProvinceState', 'CountryName'].map((local) =>
  name('ext', local),
);

interface Parts {
  xmp: Xmp;
  iim: Iim;
  exif: Exif;
  tells?: Telltale[];
}

/** The parts of a picture that hold fields. */
async function partsOf(path: string): Promise<Parts> {
  const bytes = new FileBytes(path);
  const nothing: Parts = { xmp: new Xmp(Buffer.alloc(0)), iim: new Map(), exif: { tells: [] } };
  try {
    const type = typeBySignature(bytes.at(0, Math.min(BEGINNING, bytes.size)));
    if (type === 'video/mp4' || type === 'audio/mp4')
      return { ...nothing, tells: filmTells(bytes) };
    if (!type.startsWith('image/') || type === 'image/svg+xml') return nothing;
    const head = await sharp(path, { limitInputPixels: false }).metadata();
    return {
      xmp: new Xmp(head.xmp ?? Buffer.alloc(0)),
      iim: readIim(head.iptc ?? Buffer.alloc(0)),
      exif: type === 'image/tiff' ? readExif(bytes) : readExifPart(head.exif ?? Buffer.alloc(0)),
    };
  } catch (error) {
    // What is no picture, or damaged, is told by inspectFile.
    if (
      error instanceof MediaFault ||
      error instanceof CutOff ||
      /^Input /.test((error as Error).message)
    )
      return nothing;
    throw error;
  } finally {
    bytes.close();
  }
}

/**
 * What a picture itself says, by its XMP, else by its IIM, else by its EXIF fields (IPTC’s order), and whether it tells where it was
 * made or with which camera; of a film whether it tells the place. What is damaged or strange in them is left out.
 *
 * @throws errors of the file system, where it cannot be read or is no regular file
 */
export async function statedInFile(path: string): Promise<StatedFields> {
  const { xmp, iim, exif, tells = [] } = await partsOf(path);
  const old = (number: number) => iim.get(number)?.find((text) => text.trim() !== '');
  const joined = (texts: readonly string[]) => texts.join(', ') || undefined;
  const lines = {
    title: asLine(xmp.text(name('dc', 'title')) ?? old(5), 300),
    headline: asLine(xmp.text(name('photoshop', 'Headline')) ?? old(105), 300),
    altText: asLine(xmp.text(name('core', 'AltTextAccessibility')), 2000),
    caption: asLine(xmp.text(name('dc', 'description')) ?? old(120) ?? exif.description, 5000),
    creditLine: asLine(xmp.text(name('photoshop', 'Credit')) ?? old(110), 500),
    creator: asLine(
      joined(xmp.texts(name('dc', 'creator'))) ?? joined(iim.get(80) ?? []) ?? exif.artist,
      300,
    ),
    source: asLine(xmp.text(name('photoshop', 'Source')) ?? old(115), 300),
    copyrightNotice: asLine(xmp.text(name('dc', 'rights')) ?? old(116) ?? exif.copyright, 500),
    licence: asAddress(xmp.text(name('cc', 'license'), name('rights', 'WebStatement'))),
    usageTerms: asLine(xmp.text(name('rights', 'UsageTerms')), 1000),
    dateCreated: asDate(xmp.text(name('photoshop', 'DateCreated')) ?? old(55) ?? exif.taken),
  };
  const shown = xmp.structures(name('ext', 'LocationShown'), ...SHOWN);
  const isLocated =
    exif.tells.includes('location') || xmp.has(...LOCATION) || tells.includes('location');
  const hasSerial = exif.tells.includes('serial') || xmp.has(...SERIAL);
  return {
    ...stated(lines),
    persons: asLines(
      [
        ...xmp.texts(name('ext', 'PersonInImage')),
        ...xmp.structures(name('ext', 'PersonInImageWDetails'), name('ext', 'PersonName')),
      ],
      200,
    ),
    places: asLines(
      shown.length > 0
        ? shown
        : [
            xmp.text(name('core', 'Location')) ?? old(PLACES[0] ?? 0),
            xmp.text(name('photoshop', 'City')) ?? old(PLACES[1] ?? 0),
            xmp.text(name('photoshop', 'State')) ?? old(PLACES[2] ?? 0),
            xmp.text(name('photoshop', 'Country')) ?? old(PLACES[3] ?? 0),
          ],
      200,
    ),
    tells: [...(isLocated ? ['location' as const] : []), ...(hasSerial ? ['serial' as const] : [])],
  };
}

/** Fields that say something: JSON has no others. */
const stated = (
  lines: Partial<Record<keyof StatedFields, string | undefined>>,
): Partial<StatedFields> => JSON.parse(JSON.stringify(lines));
