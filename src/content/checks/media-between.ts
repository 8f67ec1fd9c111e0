import { basename, relative } from 'node:path';
import { because, type Fault } from '../../domain/fault.ts';
import type { FiledMedium } from '../../domain/media/filed-medium.ts';
import { differingFields } from '../../domain/media/of-file.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemAt, problemWith } from '../files/problem-place.ts';
import { readText } from '../files/text-file.ts';
import { filesOf, mediumFile } from '../media/media-path.ts';

/** An article, as far as its media go. */
interface WithMedia {
  id: string;
  path: string;
  entry: { media: readonly FiledMedium[]; withdrawn?: unknown };
}

/** Faults of files that lie beside entries, of which none states them. @param beside their paths */
export function strayMedia(
  root: string,
  beside: readonly string[],
  articles: readonly WithMedia[],
): Problem[] {
  if (beside.length === 0) return [];
  const stated = new Set(
    articles.flatMap((article) =>
      article.entry.media.flatMap(filesOf).map((file) => mediumFile(article, file)),
    ),
  );
  return beside
    .filter((path) => !stated.has(path))
    .map((path) =>
      problemWith(
        path,
        basename(path),
        because(
          'media/stray',
          'A file beside the entries is a medium that one of them states: nothing lies in an archive unseen.',
          `State it under media in the entry that it belongs to, move it out of ${relative(root, path).split(/[\\/]/)[0]}/ (files for several entries lie in media/), or remove it. Where an import was ended before it wrote the article, import it again.`,
        ),
      ),
    );
}

/** What every medium says. */
const NEEDED: ReadonlySet<string> = new Set(['kind', 'creditLine']);

/** A fault at the words with which an article names a medium. */
function faultAt(path: string, { file, id = '' }: FiledMedium, fault: Fault): Problem {
  const { text } = readText(path);
  const words = file ?? id;
  return problemAt(path, text, Math.max(0, text.indexOf(words)), words, fault);
}

/** Faults of media that one article withholds and another would show: a file is withheld as a whole, or not at all. */
export function halfWithheldMedia(articles: readonly WithMedia[]): Problem[] {
  const withheld = new Map<string, { path: string; date: string }>();
  for (const { path, entry } of articles)
    for (const { id, withheld: held } of entry.media)
      if (id !== undefined && held) withheld.set(id, { path, date: held.date });
  if (withheld.size === 0) return [];
  const shown = articles.filter(({ entry }) => !entry.withdrawn);
  return shown.flatMap(({ path, entry }) =>
    entry.media.flatMap((medium): Problem[] => {
      const held = medium.withheld ? undefined : withheld.get(medium.id ?? '');
      if (!held) return [];
      const fault = because(
        'media/withheld',
        `A file that one article withholds, no other shows; ${basename(held.path)} withholds it since ${held.date}.`,
        'Write the same withheld: { date, reason } here, or take it out; or, if it may be shown, take withheld out there.',
      );
      return [faultAt(path, medium, fault)];
    }),
  );
}

/** Faults of media that two articles show, and of which they say different things that are true of the file itself. */
export function differingMedia(articles: readonly WithMedia[]): Problem[] {
  const first = new Map<string, { path: string; medium: FiledMedium }>();
  return articles.flatMap(({ path, entry }) =>
    entry.media.flatMap((medium): Problem[] => {
      const { id } = medium;
      if (id === undefined || medium.withheld) return [];
      const known = first.get(id);
      if (!known) {
        first.set(id, { path, medium });
        return [];
      }
      const [field] = differingFields(known.medium, medium);
      if (field === undefined) return [];
      const said = known.medium[field];
      const fault = because(
        'media/differs',
        `What is known of a file is the same in every article that shows it; ${basename(known.path)} ${said === undefined ? `states no ${field}` : `has ${field}: ${said}`}.`,
        `Write the same ${field} in both${NEEDED.has(field) ? '' : ', or take it out of both'}. Captions and alternative texts may differ.`,
      );
      return [faultAt(path, medium, fault)];
    }),
  );
}
