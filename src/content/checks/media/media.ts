import type { Article } from '../../../domain/article/article.ts';
import { because, type Fault } from '../../../domain/fault.ts';
import { mayBe } from '../../../domain/media/file-ending.ts';
import type { Medium } from '../../../domain/media/medium.ts';
import { keptOfTwo } from '../../../domain/media/of-file.ts';
import { nearestTo } from '../../../domain/nearest.ts';
import { own } from '../../../domain/own.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Path } from '../../../domain/schema-fault.ts';
import { notYetTold } from '../../files/problem-place.ts';
import { didYouMean } from '../../files/validate.ts';
import type { YamlText } from '../../files/yaml.ts';
import type { PlacedPicture } from '../../markdown/medium-place.ts';
import type { ReadMedium } from '../../media/article-media.ts';
import type { Records } from '../../reading/record.ts';
import { altTextOf, placedFaults, TWO } from './placed-picture.ts';
import { regionFaults } from './scan-region.ts';

const SEEN: readonly Medium['kind'][] = ['photograph', 'graphic', 'facsimile'];

const ALTERNATIVE = because(
  'media/alternative',
  'A picture says in words what it shows, for those who do not see it.',
  'Write altText; or decorative: true, if it says nothing that the text does not.',
);

/** What is known of an article’s text, as far as media refer to it. */
interface KnownText {
  /** The pictures that its body places; undefined if they are not known. */
  placed: readonly PlacedPicture[] | undefined;
  /** The ids of its paragraphs, in every form in which they may be named; undefined if they are not known. */
  paragraphs: readonly string[] | undefined;
  /** Its faults: of a picture that stands where none can, nothing else is told. */
  faults: readonly Problem[];
}

/** The fault of a file that holds what another of the article holds; undefined where none does. @param earlier before it */
function copyFault(
  medium: Medium,
  { facts }: ReadMedium,
  earlier: readonly ReadMedium[],
  media: readonly Medium[],
): Fault | undefined {
  const same = facts ? earlier.findIndex((one) => one.facts?.sha256 === facts.sha256) : -1;
  const first = media[same];
  if (!first) return undefined;
  return because(
    'media/twice',
    `Each file stands once among the media of an article, whatever its name: this one is the same as ${first.file}.`,
    `Take one of the two out; the body may place the picture again, and words of it (ocr, transcript, captions) stand with the one that stays.${keptOfTwo(first, medium)}`,
  );
}

/** The file that a medium names, also where no file is called so. Of one whose field is misspelt, all that it may be. */
function namesIn(yaml: YamlText, index: number): string[] {
  const medium = ['media', index].reduce<unknown>(own, yaml.value);
  const file = own(medium, 'file');
  const all = file === undefined ? Object.values(medium ?? {}) : [file];
  return all.filter((one) => typeof one === 'string');
}

/** The fault of a position that is none; undefined where it is one. @param isPlaced whether the body places the medium */
function positionFault(
  position: string,
  paragraphs: readonly string[],
  isPlaced: boolean,
  text: Article['text'],
): Fault | undefined {
  if (!paragraphs.includes(position))
    return because(
      'media/position',
      'A medium stands after a paragraph that the text has.',
      text === 'none'
        ? 'Write head, or take it out: the archive holds no text of this article.'
        : `${didYouMean(position, paragraphs)}Copy the id from the permalink of the paragraph.`,
    );
  if (!isPlaced) return undefined;
  return because(
    'media/position',
    'A medium that the body places has its place there.',
    'Take position out, or the picture out of the body.',
  );
}

/** Faults of the media of an article: of their files, and where they do not agree with its text. */
export function mediaFaults(
  path: string,
  { media, text, withdrawn }: Article,
  files: readonly ReadMedium[],
  { placed, paragraphs, faults }: KnownText,
  yaml: YamlText,
  records: Records,
  isSound: (...path: Path) => boolean,
): Problem[] {
  const misspelt = media.map((_, index) =>
    !isSound('media', index, 'file') ||
    files[index]?.faults.some(({ path: [key] }) => key === 'file')
      ? namesIn(yaml, index)
      : [],
  );
  const ofPlaced = withdrawn ? [] : placedFaults(path, placed ?? [], media, misspelt.flat());
  const problems = notYetTold(ofPlaced, faults);
  media.forEach((medium, index) => {
    const at = (key: Path, fault: Fault) =>
      problems.push(yaml.problem(['media', index, ...key], fault));
    const read = files[index] ?? { facts: undefined, faults: [], known: new Map() };
    for (const { path: key, fault } of read.faults) at(key, fault);
    const copy = copyFault(medium, read, files.slice(0, index), media);
    if (copy && isSound('media', index, 'file')) at(['file'], copy);
    const { kind, position, decorative, withheld } = medium;
    const [file] = namesIn(yaml, index);
    const isTwin =
      copy !== undefined ||
      (file !== undefined && media.slice(0, index).some((one) => one.file === file));
    // Of a kind that is none, or cannot be that of the file, the file says whether it is seen.
    const isOfKind = isSound('media', index, 'kind') && (file === undefined || mayBe(file, [kind]));
    const isSeen = isOfKind
      ? SEEN.includes(kind)
      : file !== undefined && !mayBe(file, ['document', 'audio', 'video']);
    const hasFile = medium.file !== undefined || !isSound('media', index, 'file');
    const isAsked =
      isSeen &&
      hasFile &&
      // Of what is withheld nothing is seen; and of what stands here twice, one goes.
      !withheld &&
      !isTwin &&
      ['altText', 'decorative', 'withheld'].every((field) => isSound('media', index, field));
    const mayBePlaced = (one: PlacedPicture) =>
      one.medium === undefined && nearestTo(one.file, misspelt[index] ?? []) !== undefined;
    const says =
      decorative ||
      // A body that cannot be read may say it.
      placed === undefined ||
      altTextOf(medium, index, placed) !== undefined ||
      placed.some((one) => one.altText !== '' && mayBePlaced(one));
    if (isAsked && !says && file !== undefined) at(['file'], ALTERNATIVE);
    const inBody = placed?.filter((one) => one.medium === index) ?? [];
    if (decorative && inBody.some((one) => one.altText !== '')) at(['decorative'], TWO);
    const isParagraph = position !== undefined && position !== 'head';
    if (isParagraph && isSound('media', index, 'position') && paragraphs && !withdrawn) {
      const fault = positionFault(position, paragraphs, inBody.length > 0, text);
      if (fault) at(['position'], fault);
    }
    medium.regions.forEach((region, number) => {
      if (!isSound('media', index, 'regions', number)) return;
      for (const { field, fault } of regionFaults(region, read, paragraphs))
        at(['regions', number, field], fault);
    });
    const refers = (key: Path, kindOf: 'people' | 'places', id: string | undefined) => {
      if (id === undefined || !isSound('media', index, ...key) || records.knows(kindOf, id)) return;
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
