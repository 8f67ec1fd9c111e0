import type { Article } from '../../domain/article/article.ts';
import { because, type Fault } from '../../domain/fault.ts';
import { boxOf } from '../../domain/media/facsimile/region.ts';
import { fileNameFault } from '../../domain/media/file-name.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { nearestTo } from '../../domain/nearest.ts';
import { own } from '../../domain/own.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Path } from '../../domain/schema-fault.ts';
import { problemWith } from '../files/problem-place.ts';
import { didYouMean } from '../files/validate.ts';
import type { YamlText } from '../files/yaml.ts';
import type { PlacedPicture } from '../markdown/medium-place.ts';
import type { ReadMedium } from '../media/article-media.ts';
import type { Records } from '../reading/record.ts';

const SEEN: readonly Medium['kind'][] = ['photograph', 'graphic', 'facsimile'];

const ALTERNATIVE = because(
  'media/alternative',
  'A picture says in words what it shows, for those who do not see it.',
  'Write altText; or decorative: true, if it says nothing that the text does not.',
);
const TWO = because(
  'media/alternative',
  'The alternative text of a picture is the same in the body and in the frontmatter.',
  'Take one of the two out.',
);

/** What is known of an article’s text, as far as media refer to it. */
interface KnownText {
  placed: readonly PlacedPicture[];
  /** The ids of its paragraphs, in every form in which they may be named; undefined if they are not known. */
  paragraphs: readonly string[] | undefined;
}

/** The alternative text of a medium: its own, or that of the picture in the body. */
export const altTextOf = (
  medium: Pick<Medium, 'altText'>,
  index: number,
  placed: readonly PlacedPicture[],
): string | undefined =>
  medium.altText ??
  (placed.find((one) => one.medium === index && one.altText !== '')?.altText || undefined);

/**
 * Whether a picture is likely one of the media, whose file is misspelt there.
 *
 * @param misspelt the files of media that have a fault of their own; undefined for one of which no name is known
 */
const isMisspelt = (file: string, misspelt: readonly (string | undefined)[]) =>
  misspelt.some((one) => one === undefined || nearestTo(file, [one]) !== undefined);

function placedFault(
  { file, altText, medium }: PlacedPicture,
  media: readonly Medium[],
  misspelt: readonly (string | undefined)[],
): Fault | undefined {
  const named = fileNameFault(file);
  if (named) return named;
  const stated = medium === undefined ? undefined : media[medium];
  // It is told where the medium is stated; here it would only follow from that.
  if (!stated && isMisspelt(file, misspelt)) return undefined;
  if (!stated)
    return because(
      'media/placed',
      'A picture that a body places is among the media of its article, with its kind and credit.',
      `${didYouMean(
        file,
        media.flatMap((one) => one.file ?? []),
      )}Add to the frontmatter:\nmedia:\n  - file: ${file}\n    kind: photograph\n    creditLine: …`,
    );
  if (stated.altText !== undefined && altText !== '' && stated.altText !== altText) return TWO;
  return undefined;
}

/** Faults of the pictures that a body places, each at its place in the file. */
const placedFaults = (
  path: string,
  placed: readonly PlacedPicture[],
  media: readonly Medium[],
  misspelt: readonly (string | undefined)[],
) =>
  placed.flatMap((picture): Problem[] => {
    const fault = placedFault(picture, media, misspelt);
    const { file, line, column } = picture;
    return fault ? [{ ...problemWith(path, file, fault), line, column }] : [];
  });

/** Why a region of a scan is none; undefined where it is one. */
function regionFault(
  region: Medium['regions'][number],
  { facts }: ReadMedium,
  paragraphs: readonly string[] | undefined,
): Fault | undefined {
  if (paragraphs && !paragraphs.includes(region.paragraph))
    return because(
      'media/region',
      'A region of a scan holds a paragraph that the text has.',
      `${didYouMean(region.paragraph, paragraphs)}Copy the id from the permalink of the paragraph.`,
    );
  const { pages = 1, width = Infinity, height = Infinity } = facts ?? {};
  const { x, y, width: wide, height: high } = boxOf(region);
  const isWithin = region.page <= pages && x + wide <= width && y + high <= height;
  return isWithin || !facts
    ? undefined
    : because(
        'media/region',
        `A region lies within its scan, which has ${pages === 1 ? 'one page' : `${pages} pages`}${facts.width === undefined ? '' : ` of ${width} by ${height} pixels`}.`,
        'Correct page or xywh: left, top, width and height in pixels.',
      );
}

/** The fault of a file that holds what another of the article holds; undefined where none does. @param earlier before it */
function copyFault(
  { facts }: ReadMedium,
  earlier: readonly ReadMedium[],
  media: readonly Medium[],
): Fault | undefined {
  const same = facts ? earlier.findIndex((one) => one.facts?.sha256 === facts.sha256) : -1;
  if (same < 0) return undefined;
  return because(
    'media/twice',
    `Each file stands once among the media of an article, whatever its name: this one is the same as ${media[same]?.file}.`,
    'Take one of the two out; the body may place the picture again.',
  );
}

/** The file that a medium names, also where no file is called so. */
function fileIn(yaml: YamlText, index: number): string | undefined {
  const file = ['media', index, 'file'].reduce<unknown>(own, yaml.value);
  return typeof file === 'string' ? file : undefined;
}

/** Faults of the media of an article: of their files, and where they do not agree with its text. */
export function mediaFaults(
  path: string,
  { media, text, withdrawn }: Article,
  files: readonly ReadMedium[],
  { placed, paragraphs }: KnownText,
  yaml: YamlText,
  records: Records,
  isSound: (...path: Path) => boolean,
): Problem[] {
  const misspelt = media.flatMap(({ file }, index) => {
    if (!isSound('media', index, 'file')) return [fileIn(yaml, index)];
    return files[index]?.faults.some(({ path: [key] }) => key === 'file') ? [file] : [];
  });
  const problems = withdrawn ? [] : placedFaults(path, placed, media, misspelt);
  media.forEach((medium, index) => {
    const at = (key: Path, fault: Fault) =>
      problems.push(yaml.problem(['media', index, ...key], fault));
    const read = files[index] ?? { facts: undefined, faults: [], states: [] };
    for (const { path: key, fault } of read.faults) at(key, fault);
    const copy = copyFault(read, files.slice(0, index), media);
    if (copy && isSound('media', index, 'file')) at(['file'], copy);
    const { kind, position, decorative, withheld } = medium;
    const isSeen = SEEN.includes(kind) && isSound('media', index, 'kind');
    const says = altTextOf(medium, index, placed) !== undefined || decorative;
    // Of what is missing or withheld nothing is seen.
    if (isSeen && !says && !withheld && medium.file !== undefined && isSound('media', index))
      at(['file'], ALTERNATIVE);
    if (decorative && placed.some((one) => one.medium === index && one.altText !== ''))
      at(['decorative'], TWO);
    const isParagraph = position !== undefined && position !== 'head';
    if (isParagraph && isSound('media', index, 'position') && paragraphs && !withdrawn) {
      if (!paragraphs.includes(position))
        at(
          ['position'],
          because(
            'media/position',
            'A medium stands after a paragraph that the text has.',
            text === 'none'
              ? 'Write head, or take it out: the archive holds no text of this article.'
              : `${didYouMean(position, paragraphs)}Copy the id from the permalink of the paragraph.`,
          ),
        );
      else if (placed.some((one) => one.medium === index))
        at(
          ['position'],
          because(
            'media/position',
            'A medium that the body places has its place there.',
            'Take position out, or the picture out of the body.',
          ),
        );
    }
    medium.regions.forEach((region, number) => {
      if (!isSound('media', index, 'regions', number)) return;
      const fault = regionFault(region, read, paragraphs);
      if (fault) at(['regions', number], fault);
    });
    const refers = (key: Path, kindOf: 'people' | 'places', id: string | undefined) => {
      if (id === undefined || records.knows(kindOf, id)) return;
      const fix = `${didYouMean(id, records.ids(kindOf))}Correct the id, or add ${kindOf}/${id}.yaml.`;
      at(key, because('reference/missing', `This is the id of a record in ${kindOf}/.`, fix));
    };
    refers(['locationShown'], 'places', medium.locationShown);
    medium.personsShown.forEach((id, number) => {
      refers(['personsShown', number], 'people', id);
    });
  });
  return problems;
}
