import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { languageTag } from '../../domain/language/language-tag.ts';
import { type Box, xywhOf } from '../../domain/media/box.ts';
import type { FileFacts, PageSize } from '../../domain/media/media-type.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import type { WordsFile, WrittenMedium } from '../media/source-medium.ts';
import { wordsEnding, wordsFault } from '../media/words-fault.ts';
import type { Disk } from './disk.ts';
import type { MediumFields } from './medium-fields.ts';
import type { MediumNames } from './medium-name.ts';
import { bytesOf, type PlannedFile } from './planned-file.ts';

/** The fields of a medium that name files of words, or say where a text stands on it. */
type WordsFields = Pick<MediumFields, 'ocr' | 'transcript' | 'captions' | 'regions'>;

/** What is made of the words of a medium whose file comes in. */
interface WordsPlan {
  fields: WordsFields;
  files: Omit<PlannedFile, 'of'>[];
  notes: string[];
}

const CALLED = {
  ocr: 'words of a scan',
  transcript: 'transcript',
  captions: 'captions of a film',
} as const;
const OF_KIND: Partial<Record<MediumFields['kind'], readonly WordsFile['as'][]>> = {
  facsimile: ['ocr'],
  audio: ['transcript'],
  video: ['transcript', 'captions'],
};

/** A box in pixels of a page, within it; nothing where none of it is on the page. */
function boxOn(size: PageSize, box: Box, of: PageSize = size): Box | undefined {
  const [across, down] = [size.width / of.width, size.height / of.height];
  const x = Math.max(0, Math.round(box.x * across));
  const y = Math.max(0, Math.round(box.y * down));
  const width = Math.min(size.width, Math.round((box.x + box.width) * across)) - x;
  const height = Math.min(size.height, Math.round((box.y + box.height) * down)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function regionsOf({ places = [] }: WrittenMedium, sizes: readonly PageSize[]) {
  return places.flatMap(({ paragraph, page, box, of }) => {
    const size = sizes[page - 1];
    const found = size && boxOn(size, box, of);
    return found ? [{ paragraph, ...(page > 1 && { page }), xywh: xywhOf(found) }] : [];
  });
}

/**
 * Looks at the files of words of a medium, and says where its article’s paragraphs stand on it. What a build would refuse
 * is left out, and told.
 *
 * @param medium its file’s name, its kind and what that file is
 */
export async function planWords(
  stated: WrittenMedium,
  { file, kind, facts }: { file: string; kind: MediumFields['kind']; facts: FileFacts },
  names: MediumNames,
  disk: Disk,
): Promise<WordsPlan> {
  const plan: WordsPlan = { fields: {}, files: [], notes: [] };
  const sizes = pageSizesOf(facts);
  const named = new Map<string, string>();
  const stem = basename(file).replace(/\.[a-z\d]{1,5}$/u, '');
  for (const { as, local, lang } of stated.words ?? []) {
    const left = (why: string) => plan.notes.push(`${CALLED[as]} left out: ${why}`);
    if (!OF_KIND[kind]?.includes(as)) continue;
    if (as === 'captions' && (lang === undefined || !languageTag.safeParse(lang).success)) {
      left('their language is not stated');
      continue;
    }
    const bytes = bytesOf(local);
    if (typeof bytes === 'string') {
      left(bytes);
      continue;
    }
    const ending = wordsEnding(as, bytes);
    const fault = await disk.aside(bytes, ending, async (path) => wordsFault(as, path, facts));
    if (fault !== undefined) {
      left(fault.rule);
      continue;
    }
    const sha256 = hash('sha256', bytes);
    const name = as === 'captions' ? `${stem}-${lang}` : stem;
    const called = { name, fallback: as, ending, sharedIn: stated.sharedIn };
    // Captions are a transcript too.
    const given = named.get(sha256) ?? names.nameFor(called, bytes);
    if (!named.has(sha256)) plan.files.push({ path: names.pathOf(given), sha256, from: local });
    named.set(sha256, given);
    if (as === 'captions')
      plan.fields.captions = [...(plan.fields.captions ?? []), { file: given, lang: lang ?? '' }];
    else plan.fields[as] = given;
  }
  const regions = kind === 'facsimile' ? regionsOf(stated, sizes) : [];
  return { ...plan, fields: { ...plan.fields, ...(regions.length > 0 && { regions }) } };
}
