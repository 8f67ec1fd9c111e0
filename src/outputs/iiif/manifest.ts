import type { Box } from '../../domain/media/box.ts';
import { xywhOf } from '../../domain/media/box.ts';
import { iiifRights } from './rights.ts';

/** A page of a scan. All addresses are whole. */
export interface ScannedPage {
  /** In pixels of the scan. */
  width: number;
  height: number;
  /** Address of its picture, and the size of that in pixels; left out for a page that is not drawn. */
  image?: { address: string; width: number; height: number } | undefined;
  /** Address of its image service; left out where it has none. */
  service?: string | undefined;
  /** Address of its words with their places; left out where nobody read them. */
  words?: string | undefined;
  /** The parts of it that hold a paragraph. */
  regions: readonly ScannedRegion[];
}

/** A part of a page that holds a paragraph of a text. */
interface ScannedRegion {
  box: Box;
  /** Address of the paragraph. */
  paragraph: string;
  /** Its opening words. */
  words: string;
}

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

// biome-ignore lint/plugin: the form of IIIF; nothing is looked up in it.
const inLanguage = (lang: string, text: string) => ({ [lang]: [text] });

const service = (address: string) => ({
  id: address,
  type: 'ImageService3',
  profile: 'level0',
});

const htmlPage = ({ address, name, lang }: WebPage) => ({
  id: address,
  type: 'Text',
  label: inLanguage(lang, name),
  format: 'text/html',
  language: [lang],
});

/** The picture of a page, as what is painted on its canvas. */
function painting(canvas: string, { image, service: address }: ScannedPage) {
  if (!image) return [];
  return [
    {
      id: `${canvas}/painting`,
      type: 'AnnotationPage',
      items: [
        {
          id: `${canvas}/painting/1`,
          type: 'Annotation',
          motivation: 'painting',
          body: {
            id: image.address,
            type: 'Image',
            format: 'image/jpeg',
            width: image.width,
            height: image.height,
            ...(address && { service: [service(address)] }),
          },
          target: canvas,
        },
      ],
    },
  ];
}

/** The regions of a page, as links from its canvas to paragraphs. */
function linking(canvas: string, { regions }: ScannedPage, { siteLang }: ScanRecord) {
  if (regions.length === 0) return {};
  return {
    annotations: [
      {
        id: `${canvas}/regions`,
        type: 'AnnotationPage',
        label: inLanguage(siteLang, 'Paragraphs of the text'),
        items: regions.map(({ box, paragraph, words }, index) => ({
          id: `${canvas}/regions/${index + 1}`,
          type: 'Annotation',
          motivation: 'linking',
          body: [
            { id: paragraph, type: 'Text', format: 'text/html' },
            { type: 'TextualBody', value: words, format: 'text/plain' },
          ],
          target: `${canvas}#xywh=${xywhOf(box)}`,
        })),
      },
    ],
  };
}

function canvas(scan: ScanRecord, page: ScannedPage, number: number) {
  const id = `${scan.folder}canvas/${number}`;
  const name = inLanguage(scan.siteLang, `Page ${number}`);
  return {
    id,
    type: 'Canvas',
    label: name,
    width: page.width,
    height: page.height,
    ...(page.words && {
      seeAlso: [
        {
          id: page.words,
          type: 'Dataset',
          format: 'application/json',
          label: inLanguage(scan.siteLang, 'Its words with their places'),
        },
      ],
    }),
    items: painting(id, page),
    ...linking(id, page, scan),
  };
}

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
      label: inLanguage(siteLang, 'Credit'),
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
    items: pages.map((page, index) => canvas(scan, page, index + 1)),
  };
}
