import { canvasOf, inLanguage, type ScannedPage } from './canvas.ts';
import { iiifRights } from './rights.ts';

/** A page of the web. */
interface WebPage {
  address: string;
  name: string;
  lang: string;
}

/** What a manifest tells of a scan. All addresses are whole. */
export interface ScanRecord {
  /** Address of the manifest. */
  address: string;
  /** Address below which the names of its parts lie, with a slash at its end. */
  folder: string;
  label: string;
  caption?: string | undefined;
  /** Language of label and caption. */
  lang: string;
  /** Language of what the archive says. */
  siteLang: string;
  /** Names and values of further fields, in the language of the archive; a value has one of its own if it is the source’s. */
  fields: readonly { name: string; value: string; lang?: string | undefined }[];
  credit: string;
  licence?: string | undefined;
  archive: WebPage;
  /** The page of the scan, then the articles that use it. */
  homepages: readonly WebPage[];
  /** The picture that stands for it in lists. */
  thumbnail?: { address: string; width: number; height: number } | undefined;
  /** The file itself, where readers may take it. */
  file?: { address: string; type: string; name: string } | undefined;
  /** True where its pages are turned from right to left. */
  isRightToLeft: boolean;
  pages: readonly ScannedPage[];
}

const CONTEXT = 'http://iiif.io/api/presentation/3/context.json';

const htmlPage = ({ address, name, lang }: WebPage) => ({
  id: address,
  type: 'Text',
  label: inLanguage(lang, name),
  format: 'text/html',
  language: [lang],
});

/**
 * The manifest of a scan, as viewers of other institutions read it (IIIF Presentation API 3.0).
 * https://iiif.io/api/presentation/3.0/
 */
export function scanManifest(scan: ScanRecord) {
  const { lang, siteLang, archive, thumbnail, file, pages } = scan;
  const rights = scan.licence === undefined ? undefined : iiifRights(scan.licence);
  const fields = scan.fields.map(({ name, value, lang: own }) => ({
    label: inLanguage(siteLang, name),
    value: inLanguage(own ?? 'none', value),
  }));
  return {
    '@context': CONTEXT,
    id: scan.address,
    type: 'Manifest',
    label: inLanguage(lang, scan.label),
    ...(scan.caption && { summary: inLanguage(lang, scan.caption) }),
    ...(fields.length > 0 && { metadata: fields }),
    requiredStatement: {
      label: inLanguage(siteLang, 'Credit line'),
      value: inLanguage('none', scan.credit),
    },
    ...(rights && { rights }),
    provider: [
      {
        id: archive.address,
        type: 'Agent',
        label: inLanguage(archive.lang, archive.name),
        homepage: [htmlPage(archive)],
      },
    ],
    homepage: scan.homepages.map(htmlPage),
    ...(thumbnail && {
      thumbnail: [
        {
          id: thumbnail.address,
          type: 'Image',
          format: 'image/jpeg',
          width: thumbnail.width,
          height: thumbnail.height,
        },
      ],
    }),
    ...(file && {
      rendering: [
        {
          id: file.address,
          type: file.type.startsWith('image/') ? 'Image' : 'Text',
          format: file.type,
          label: inLanguage(siteLang, file.name),
        },
      ],
    }),
    ...(pages.length > 1 && {
      viewingDirection: scan.isRightToLeft ? 'right-to-left' : 'left-to-right',
      behavior: ['individuals'],
    }),
    items: pages.map((page, index) => canvasOf(page, index + 1, scan.folder, siteLang)),
  };
}
