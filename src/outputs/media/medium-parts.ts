import { hash } from 'node:crypto';
import { strippedFile } from '../../content/media/stripping/stripped-file.ts';
import { imageInfo, serviceNames } from '../../domain/media/facsimile/image-service.ts';
import { isGiven, type PublishedMedium } from '../../domain/media/filed-medium.ts';
import { endingOf } from '../../domain/media/media-type.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import { hasSharePicture, renditionsOf } from '../../domain/media/rendition.ts';
import { imageServicePath, mediumFilePath, mediumPath } from '../../domain/url.ts';
import type { Budget } from './encoding/budget.ts';
import { type Encoded, encodePage, encodePicture } from './encoding/encode.ts';
import { renditionNames } from './encoding/renditions.ts';
import { SHARE_NAME } from './encoding/share.ts';
import type { Encodings } from './encodings.ts';
import { withRights } from './rights/jpeg-rights.ts';
import { type StatedRights, statedRights } from './rights/stated-rights.ts';

/** A published medium, and where its file lies. */
export interface MediumSource {
  medium: PublishedMedium;
  /** The path of its file in the archive. */
  path: string;
}

/** What files are made with. */
export interface Workshop {
  encodings: Encodings;
  processors: Budget;
  /** The address of a path of the site. */
  addressOf: (path: string) => string;
}

/** Some files of a medium that are made together. */
export interface MediumPart {
  /** What a file is made of, besides code. */
  input: (path: string) => string;
  /** Their paths in the site. */
  paths: string[];
  /** Keeps what was encoded for it, where nothing needs to be made. */
  keep: () => void;
  /** Makes them. @param path of the only one that is wanted, if one alone is */
  make: (path?: string) => Promise<ReadonlyMap<string, Uint8Array>>;
}

const digestOf = (rights: StatedRights) => hash('sha256', JSON.stringify(rights));
const isJpeg = (name: string) => name.endsWith('.jpg');
const below = (folder: string, files: Encoded) =>
  new Map(Array.from(files, ([name, bytes]) => [`${folder}${name}`, bytes]));

/** The picture of a medium in its sizes, and for other sites. */
function picturePart(source: MediumSource, { encodings, processors }: Workshop): MediumPart[] {
  const { medium, path } = source;
  const { facts, kind, id } = medium;
  const names = [
    ...renditionNames(renditionsOf(facts)),
    ...(hasSharePicture(facts) ? [SHARE_NAME] : []),
  ];
  if (names.length === 0) return [];
  const rights = statedRights(medium);
  const of = `picture ${kind} ${facts.sha256}`;
  return [
    {
      input: (name) => (isJpeg(name) ? `${of} ${digestOf(rights)}` : of),
      paths: names.map((name) => mediumPath(id) + name),
      keep: () => encodings.name(of),
      make: async (only) => {
        const wants = (name: string) => only === undefined || mediumPath(id) + name === only;
        const files = await encodings.of(only === undefined ? of : `${of} ${only}`, () =>
          encodePicture({ path, facts, kind }, processors, wants),
        );
        // Rights are written into the copy: of other words nothing must be encoded again.
        const stated = Array.from(files, ([name, bytes]): [string, Uint8Array] => [
          name,
          isJpeg(name) ? withRights(bytes, rights) : bytes,
        ]);
        return below(mediumPath(id), new Map(stated));
      },
    },
  ];
}

/** The pages of a facsimile, each as an image service. */
function pageParts(source: MediumSource, workshop: Workshop): MediumPart[] {
  const { medium, path } = source;
  const { facts, kind, id } = medium;
  if (kind !== 'facsimile') return [];
  return pageSizesOf(facts).map((size, index) => {
    const page = index + 1;
    const service = imageServicePath(id, page);
    const of = `page ${page} ${facts.sha256}`;
    const address = workshop.addressOf(service);
    const info = Buffer.from(JSON.stringify(imageInfo(address, size)));
    const infoPath = `${service}/info.json`;
    return {
      input: () => `${of} ${address}`,
      paths: [infoPath, ...serviceNames(size).map((name) => `${service}/${name}`)],
      keep: () => workshop.encodings.name(of),
      make: async (only) => {
        if (only === infoPath) return new Map([[infoPath, info]]);
        const files = await workshop.encodings.of(of, () =>
          encodePage({ path, facts, kind }, page, workshop.processors),
        );
        return new Map([[infoPath, info], ...below(`${service}/`, files)]);
      },
    };
  });
}

/** The file itself, where readers are given it. */
function filePart({ medium, path }: MediumSource): MediumPart[] {
  const { facts, id } = medium;
  if (!isGiven(medium)) return [];
  const file = mediumFilePath(id, endingOf(facts.type));
  const rights = statedRights(medium);
  return [
    {
      input: () => `file ${facts.sha256} ${digestOf(rights)}`,
      paths: [file],
      keep: () => {},
      make: async () => {
        const bytes = await strippedFile(path, facts.type);
        return new Map([[file, facts.type === 'image/jpeg' ? withRights(bytes, rights) : bytes]]);
      },
    },
  ];
}

/** All files of a published medium, in parts that are made together. */
export const mediumParts = (source: MediumSource, workshop: Workshop): MediumPart[] => [
  ...picturePart(source, workshop),
  ...pageParts(source, workshop),
  ...filePart(source),
];
