import { type Box, xywhOf } from '../../domain/media/box.ts';

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

/** A text in the form of IIIF. */
// biome-ignore lint/plugin: the form of IIIF; nothing is looked up in it.
export const inLanguage = (lang: string, text: string) => ({ [lang]: [text] });

const service = (address: string) => ({
  id: address,
  type: 'ImageService3',
  profile: 'level0',
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
function linking(canvas: string, { regions }: ScannedPage, siteLang: string) {
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

/**
 * The canvas of a page.
 *
 * @param folder address below which its name lies @param siteLang language of what the archive says
 */
export function canvasOf(page: ScannedPage, number: number, folder: string, siteLang: string) {
  const id = `${folder}canvas/${number}`;
  const name = inLanguage(siteLang, `Page ${number}`);
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
          label: inLanguage(siteLang, 'Its words with their places'),
        },
      ],
    }),
    items: painting(id, page),
    ...linking(id, page, siteLang),
  };
}
