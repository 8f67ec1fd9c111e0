import { basename, relative } from 'node:path';
import { because } from '../../domain/fault.ts';
import type { FiledMedium } from '../../domain/media/filed-medium.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemAt, problemWith } from '../files/problem-place.ts';
import { readText } from '../files/text-file.ts';
import { filesOf, mediumFile } from '../media/media-path.ts';

/** An article, as far as its media go. */
interface WithMedia {
  id: string;
  path: string;
  entry: { media: readonly FiledMedium[] };
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

/** What is known of a file itself, whoever shows it. */
const OF_FILE = [
  'kind',
  'creditLine',
  'creator',
  'copyrightNotice',
  'licence',
  'dateCreated',
] as const satisfies readonly (keyof FiledMedium)[];

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
      const field = OF_FILE.find((one) => known.medium[one] !== medium[one]);
      if (field === undefined) return [];
      const said = known.medium[field];
      const fault = because(
        'media/differs',
        `What is known of a file is the same in every article that shows it; ${basename(known.path)} ${said === undefined ? `states no ${field}` : `has ${field}: ${said}`}.`,
        `Write the same ${field} in both, or take it out of both. Captions and alternative texts may differ.`,
      );
      const { text } = readText(path);
      const words = medium.file ?? id;
      return [problemAt(path, text, Math.max(0, text.indexOf(words)), words, fault)];
    }),
  );
}
