import { MOST_MEDIA } from '../../domain/media/medium-fields.ts';
import { addressFault } from '../../domain/web-address.ts';
import { fileInData, isDataAddress } from './data-address.ts';
import type { FindMedium } from './folder.ts';
import { isInSavedFolder } from './saved-folder.ts';
import type {
  LocalFile,
  MediumWords,
  SourceMedium,
  SourceWords,
  WordsFile,
  WrittenMedium,
} from './source-medium.ts';

/** The most bytes of media that are handed on with one article, where they lie in no file of their own. */
const MOST_BYTES = 256 * 1024 * 1024;

const TOO_LARGE =
  'Its source holds more than 256 MB of pictures; this one and those after it were not taken.';
const NO_FILE = 'Its source has its caption, and names no file.';
const UNREADABLE = 'Its source holds it in a form that cannot be read.';
const NOT_THERE = 'It does not lie with its source.';
const ON_THE_WEB = 'Its source names its address on the web, and the file did not come with it.';

/** A medium without its place in the body, which the body alone knows. */
type Located = Omit<WrittenMedium, 'position' | 'places'> & Pick<SourceMedium, 'place' | 'places'>;

/** The address of a reference on the web; nothing where it has none. */
function addressOf(reference: string, base: string | undefined): string | undefined {
  const from = base && /^https?:/iu.test(base) ? base : undefined;
  const isNone = isDataAddress(reference) || isInSavedFolder(reference);
  if (isNone || !URL.canParse(reference, from)) return undefined;
  const { href } = new URL(reference, from);
  const whole = href
    .split('#', 1)
    .join('')
    .replace(/[\\^`{}|]/gu, encodeURIComponent);
  return addressFault(whole, 'web') === undefined ? whole : undefined;
}

const LONGEST_NAME = 200;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What is stated, without what is not. */
const said = <Words extends MediumWords & Pick<SourceMedium, 'kind'>>(words: Words): Words =>
  // biome-ignore lint/plugin: its keys are those of a medium
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Words;

/** What a file is called: the last part of its path. */
function nameOf(references: readonly string[]): string | undefined {
  for (const reference of references) {
    if (isDataAddress(reference)) continue;
    const path = reference
      .split(/[?#]/u, 1)
      .join('')
      .replace(/^(?:cid|part):/iu, '');
    // A path of another system may stand encoded in the last part of one.
    const name = decoded(path)
      .split(/[/\\]/u)
      .findLast((part) => part !== '');
    if (name && /[\p{L}\p{N}]/u.test(name)) return name.slice(-LONGEST_NAME);
  }
  return undefined;
}

/** What two statements say of the same, of which neither is lost. */
export const together = (
  one: string | undefined,
  other: string | undefined,
  sign: string,
): string | undefined =>
  one === undefined || other === undefined || one.includes(other)
    ? (one ?? other)
    : `${one}${sign}${other}`;

/** Media that are the same file, once: what one says and the other does not is added. */
function joined(media: readonly SourceMedium[]): SourceMedium[] {
  const byReference = new Map<string, SourceMedium>();
  const kept: SourceMedium[] = [];
  for (const medium of media) {
    const same = medium.references.map((one) => byReference.get(one)).find(Boolean);
    if (!same) kept.push(medium);
    else {
      const references = [...new Set([...same.references, ...medium.references])];
      const words = {
        caption: together(same.caption, medium.caption, ' '),
        creditLine: together(same.creditLine, medium.creditLine, '; '),
      };
      Object.assign(same, { ...medium, ...same, ...words, references });
    }
    // What stands in for several pictures is none of them.
    for (const one of medium.references)
      if (!isDataAddress(one)) byReference.set(one, same ?? medium);
  }
  return kept;
}

/**
 * Finds the files of media where they can be had without the web, and says why not where they cannot.
 *
 * @param base the address of the article
 */
export async function locatedMedia(
  stated: readonly SourceMedium[],
  base: string | undefined,
  find: FindMedium,
): Promise<{ media: Located[]; notes: string[] }> {
  const media = joined(stated.map((one) => ({ ...one })));
  const kept = media.slice(0, MOST_MEDIA);
  let size = 0;
  const located: Located[] = [];
  let lost = 0;
  for (const { references, local, place, reason, words, ...stated } of kept) {
    let found: LocalFile | undefined = local;
    for (const one of found ? [] : references) {
      found = (await find(one)) ?? (isDataAddress(one) ? fileInData(one) : undefined);
      if (found) break;
    }
    const urls = [...new Set(references.flatMap((one) => addressOf(one, base) ?? []))];
    if (found && 'bytes' in found) size += found.bytes.length;
    const files = await wordsFound(words ?? [], find);
    lost += (words ?? []).length - files.length;
    const why = reason ?? whyMissing(references, urls);
    const isKept = found && size <= MOST_BYTES;
    const name = nameOf(references);
    located.push({
      ...said(stated),
      ...(files.length > 0 && { words: files }),
      place,
      ...(name !== undefined && { name }),
      urls,
      ...(isKept ? { local: found } : { reason: found ? TOO_LARGE : why }),
    });
  }
  const notes = [
    ...(media.length > kept.length
      ? [`of its ${media.length.toLocaleString('en')} pictures the first ${MOST_MEDIA} are kept`]
      : []),
    ...(lost > 0
      ? [
          `${lost === 1 ? 'one file' : `${lost} files`} of captions and transcripts left out, which ${lost === 1 ? 'does' : 'do'} not lie with its source`,
        ]
      : []),
  ];
  return { media: located, notes };
}

/** The files of words that are there. */
async function wordsFound(words: readonly SourceWords[], find: FindMedium): Promise<WordsFile[]> {
  const files: WordsFile[] = [];
  for (const { references, local, ...one } of words) {
    let found = local;
    for (const reference of found ? [] : references)
      found ??=
        (await find(reference)) ?? (isDataAddress(reference) ? fileInData(reference) : undefined);
    if (found) files.push({ ...one, local: found });
  }
  return files;
}

function whyMissing(references: readonly string[], urls: readonly string[]): string {
  const [first] = references;
  if (first === undefined) return NO_FILE;
  if (urls.length > 0) return ON_THE_WEB;
  return isDataAddress(first) ? UNREADABLE : NOT_THERE;
}
