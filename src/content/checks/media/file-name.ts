import { basename } from 'node:path';
import { because } from '../../../domain/fault.ts';
import type { Medium } from '../../../domain/media/medium.ts';
import type { Problem } from '../../../domain/problem.ts';
import { filesOf, mediumFile } from '../../media/media-path.ts';
import { faultAt, type MediumPlace } from './medium-place.ts';

/** A name as disks compare it that take capital letters, or the ways of writing an accent, for the same. */
const folded = (path: string) => path.normalize('NFC').toLowerCase().normalize('NFC');

/** The files that a medium names, each with where it names it. */
function filePlaces(medium: Medium, index: number): [place: MediumPlace, file: string][] {
  const captions = new Map(medium.captions.map(({ file }, at) => [file, at]));
  return filesOf(medium).map((file) => {
    const field = (['file', 'ocr', 'transcript'] as const).find((name) => medium[name] === file);
    return [field ? [index, field] : [index, 'captions', captions.get(file) ?? 0, 'file'], file];
  });
}

/** Faults of files of media whose names some disks take for one: a copy of the archive there would lose one of them. */
export function alikeNames(
  articles: readonly { id: string; path: string; entry: { media: readonly Medium[] } }[],
): Problem[] {
  const first = new Map<string, string>();
  return articles.flatMap((article) =>
    article.entry.media.flatMap(filePlaces).flatMap(([place, file]): Problem[] => {
      const path = mediumFile(article, file);
      const known = first.get(folded(path));
      if (known === undefined) first.set(folded(path), path);
      if (known === undefined || known === path) return [];
      const fault = because(
        'media/name',
        `No two files of media have names that differ in capital letters, or in how an accent is written, alone: some disks take them for one. The other is ${basename(known)}.`,
        'Rename one of the two, here and on the disk; or name the same file in both.',
      );
      return [faultAt(article.path, place, fault)];
    }),
  );
}
