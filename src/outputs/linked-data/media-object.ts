import { UNKNOWN } from '../../domain/media/credit.ts';
import { endingOf, isPicture, type MediumKind } from '../../domain/media/media-type.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { renditionsOf } from '../../domain/media/rendition.ts';
import { captionsPath, mediumFilePath, mediumPath, renditionPath } from '../../domain/url.ts';
import type { ShownFile } from '../../page-data/media/medium.ts';
import type { MediumPageData } from '../../page-data/media/medium-page.ts';
import { type Named, thing } from './thing.ts';

type Address = (path: string) => string;

type Told = 'caption' | 'altText' | 'creditLine' | 'creator' | 'copyrightNotice' | 'licence';

/** A medium that is shown, and what is told of it. */
export type Described = { kind: MediumKind; file: ShownFile } & {
  [Field in Told | 'dateCreated']?: Medium[Field] | undefined;
} & {
  /** The record of its maker. */
  maker?: Named | undefined;
};

const typeOf = ({ type }: ShownFile) =>
  type.startsWith('image/')
    ? ('ImageObject' as const)
    : type.startsWith('audio/')
      ? ('AudioObject' as const)
      : type.startsWith('video/')
        ? ('VideoObject' as const)
        : // The one is a work, the other a file with an address.
          (['DigitalDocument', 'MediaObject'] as const);

const isDocument = (file: ShownFile) => Array.isArray(typeOf(file));

/** Where the file of a medium is, and as a small picture. */
function filesOf(file: ShownFile, address: Address) {
  const { id, type, width, height } = file;
  const sizes = renditionsOf(file);
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (isPicture(type) && smallest && largest)
    return {
      contentUrl: address(renditionPath(id, largest.width, 'jpg')),
      thumbnailUrl: address(renditionPath(id, smallest.width, 'jpg')),
      encodingFormat: 'image/jpeg',
      width: largest.width,
      height: largest.height,
    };
  return {
    contentUrl: address(mediumFilePath(id, endingOf(type))),
    encodingFormat: type,
    ...(smallest && { thumbnailUrl: address(renditionPath(id, smallest.width, 'jpg')) }),
    ...(width && height && { width, height }),
  };
}

/** The line to credit a medium with: that which is stated, or where none is known who made it. */
const creditOf = ({ creditLine, creator }: Described) =>
  creditLine && creditLine !== UNKNOWN ? creditLine : creator;

/**
 * A medium as schema.org’s `ImageObject`, `AudioObject`, `VideoObject` or `DigitalDocument`: its file, its credit and its
 * licence. When its file was put here is not known, and not said. https://schema.org/ImageObject
 *
 * @param address makes an address of a path
 */
export function mediaObject(medium: Described, address: Address) {
  const { file, caption, altText, maker, copyrightNotice, licence } = medium;
  const credit = creditOf(medium);
  const url = address(mediumPath(file.id));
  return {
    '@type': typeOf(file),
    '@id': url,
    url,
    ...filesOf(file, address),
    // A document has no caption to schema.org.
    ...(caption && (isDocument(file) ? { description: caption } : { caption })),
    ...(altText && !(caption && isDocument(file)) && { description: altText }),
    ...(credit && { creditText: credit }),
    // Whether a name is of a person or an agency, only a record says. A name alone would be a creator of no kind, which
    // schema.org tolerates and search engines pass over: the credit line tells it.
    ...(maker && { creator: thing(maker, address) }),
    ...(copyrightNotice && { copyrightNotice }),
    ...(licence && { license: licence, acquireLicensePage: url }),
    ...(medium.dateCreated && { dateCreated: medium.dateCreated }),
    ...(file.seconds && { duration: `PT${Math.round(file.seconds)}S` }),
  };
}

/** What is said in a sound or film, and the files of its captions beside what is told of it. */
function wordsOf(pageData: MediumPageData, address: Address) {
  const { content, told } = pageData;
  if (!content || !('recording' in content)) return {};
  const { id, texts, captions } = content.recording;
  const files = captions.map((inLanguage) => ({
    '@type': 'MediaObject' as const,
    contentUrl: address(captionsPath(id, inLanguage)),
    encodingFormat: 'text/vtt',
    inLanguage,
  }));
  return {
    ...(texts.length > 0 && { transcript: texts.join('\n\n') }),
    ...(files.length > 0 && { caption: [...(told.caption ? [told.caption] : []), ...files] }),
  };
}

/** The page of a medium as data in it: the medium, and whom and what it shows. */
export function mediumPageObject(pageData: MediumPageData, address: Address) {
  const { told, kind, file, lang, title, sha256, place, persons } = pageData;
  return {
    '@context': 'https://schema.org',
    ...mediaObject({ ...told, kind, file }, address),
    ...wordsOf(pageData, address),
    name: title,
    inLanguage: lang,
    sha256,
    ...(file.type.startsWith('image/') && { representativeOfPage: true }),
    ...(told.usageTerms && { usageInfo: address(mediumPath(file.id)) }),
    ...(place && { contentLocation: thing(place, address) }),
    ...(persons.length > 0 && { about: persons.map((person) => thing(person, address)) }),
  } as const;
}
