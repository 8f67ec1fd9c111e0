import { basename, relative } from 'node:path';
import { because } from '../../../domain/fault.ts';
import { type FieldOfFile, OF_FILE, saysOfFile } from '../../../domain/media/of-file.ts';
import { nearestTo } from '../../../domain/nearest.ts';
import type { Problem } from '../../../domain/problem.ts';
import { problemWith } from '../../files/problem-place.ts';
import { filesOf, mediumFile } from '../../media/media-path.ts';
import type { CheckedArticle } from '../checked-article.ts';
import { faultAt } from './medium-place.ts';

/** An article, as far as its media go. */
type WithMedia = Pick<CheckedArticle, 'id' | 'path' | 'unsure'> & {
  entry: Pick<CheckedArticle['entry'], 'media' | 'withdrawn'>;
};

/** Whether a file may be one that an article with faults states: by its name, or by one that is like it. */
const mayBeStated = (path: string, { entry, unsure }: WithMedia): boolean =>
  unsure !== undefined &&
  (unsure.frontmatter === undefined ||
    unsure.frontmatter.includes(basename(path)) ||
    unsure.placed.some((file) => basename(file) === basename(path)) ||
    entry.media.some(
      ({ sought }) => sought !== undefined && nearestTo(basename(path), [basename(sought)]),
    ));

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
    .filter((path) => !stated.has(path) && !articles.some((one) => mayBeStated(path, one)))
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

/** Faults of media that one article withholds and another would show: a file is withheld as a whole, or not at all. */
export function halfWithheldMedia(articles: readonly WithMedia[]): Problem[] {
  const withheld = new Map<string, { path: string; date: string }>();
  for (const { path, entry } of articles)
    for (const { id, withheld: held } of entry.media)
      if (id !== undefined && held) withheld.set(id, { path, date: held.date });
  if (withheld.size === 0) return [];
  const shown = articles.filter(({ entry }) => !entry.withdrawn);
  return shown.flatMap(({ path, entry }) =>
    entry.media.flatMap((medium, index): Problem[] => {
      const isHeld = medium.withheld || medium.unsure?.includes('withheld');
      const held = isHeld ? undefined : withheld.get(medium.id ?? '');
      if (!held) return [];
      const fault = because(
        'media/withheld',
        `A file that one article withholds, no other shows; ${basename(held.path)} withholds it since ${held.date}.`,
        'Write the same withheld: { date, reason } here, or take it out; or, if it may be shown, take withheld out there.',
      );
      return [faultAt(path, [index, medium.file === undefined ? 'sha256' : 'file'], fault)];
    }),
  );
}

const differing = (field: FieldOfFile, path: string, said: unknown) =>
  because(
    'media/differs',
    `What is known of a file is the same in every article that shows it; ${basename(path)} ${said === undefined ? `states no ${field}` : `has ${field}: ${said}`}.`,
    `Write the same ${field} in both${NEEDED.has(field) ? '' : ', or take it out of both'}. Captions and alternative texts may differ.`,
  );

/** Faults of media that two articles show, and of which they say different things that are true of the file itself. */
export function differingMedia(articles: readonly WithMedia[]): Problem[] {
  /** What was said first of each field of each file. */
  const first = new Map<string, { path: string; said: unknown }>();
  return articles.flatMap(({ path, entry }) =>
    entry.media.flatMap((medium, index) =>
      OF_FILE.flatMap((field): Problem[] => {
        if (medium.id === undefined || medium.withheld || medium.unsure?.includes(field)) return [];
        const said = medium[field];
        if (!saysOfFile(field, said)) return [];
        const key = `${medium.id}.${field}`;
        const known = first.get(key);
        if (!known) first.set(key, { path, said });
        // Of what stands twice in one article, that is told.
        if (!known || known.said === said || known.path === path) return [];
        return [faultAt(path, [index, field], differing(field, known.path, known.said))];
      }),
    ),
  );
}
