import { join } from 'node:path';
import { shownPath } from '../../content/files/archive-path.ts';
import { problemWith } from '../../content/files/problem-place.ts';
import { ArchiveError } from '../../content/reading/archive-error.ts';
import { because } from '../../domain/fault.ts';
import { type Problem, problemText } from '../../domain/problem.ts';
import { fileOf } from '../redaction-audit/withheld-words.ts';
import { Stage } from '../stage.ts';
import { type MediaDisclosure, mediaDisclosuresIn } from './media-disclosures.ts';
import { remedyOf } from './remedy.ts';
import type { SearchedFile } from './rendition-group.ts';
import { type MediaArticle, type WithheldMedium, withheldMedia } from './withheld-medium.ts';

/** At most this many files are listed for each withheld medium; of the others only the number is given. */
const MOST_NAMED = 20;

/** The medium as the archivist knows it. */
function described({ of, medium, why }: WithheldMedium): string {
  const name = medium.file ?? medium.sha256 ?? 'a medium';
  const entry = shownPath(fileOf(of));
  const reasons = {
    withheld: `${name} of ${entry} is withheld`,
    withdrawn: `${entry} was withdrawn, and with it ${name}`,
    draft: `${entry} is a draft, and ${name} of it is not published yet`,
    words: `${name} of ${entry} may hold the words that this article withholds`,
  };
  return reasons[why];
}

const inside = ({ within }: MediaDisclosure) => (within === '' ? '' : ` (${within})`);

/** What was found, as a sentence. */
function sentenceOf(disclosure: MediaDisclosure): string {
  const { trace, certainty, at, length, withheld } = disclosure;
  const where = inside(disclosure);
  const sentences = {
    file: 'This is the same file.',
    folder: 'This file lies in its folder.',
    bytes: `${length} bytes of it stand here, from byte ${at} on${where}.`,
    picture:
      certainty === 'certain'
        ? `This shows the same picture, or a part of it${where}.`
        : `This may show the same picture, or a part of it${where}; it is not certain.`,
    address: `Its address stands here, at byte ${at}${where}.`,
    id: `Its id ${withheld.id} stands here, at byte ${at}${where}.`,
    name: `The name of its file stands here, at byte ${at}${where}.`,
  };
  return sentences[trace];
}

/**
 * Disclosures as problems: the file of the site, what it shows and where, what is withheld, and what can be done.
 * @param site the folder in which the files will be
 */
export function mediaProblems(
  disclosures: readonly MediaDisclosure[],
  articles: readonly MediaArticle[],
  site: string,
): Problem[] {
  return [...Map.groupBy(disclosures, ({ medium }) => medium).values()].flatMap((all) =>
    all.slice(0, MOST_NAMED).map((disclosure, index) => {
      const more = index === MOST_NAMED - 1 ? all.length - MOST_NAMED : 0;
      const others = more > 0 ? `${more} more files have it too. ` : '';
      const { withheld, path } = disclosure;
      const fault = because(
        'withheld/medium',
        `${described(withheld)}: it stands nowhere in the site. ${sentenceOf(disclosure)}`,
        `${others}${remedyOf(disclosure, articles)}`,
      );
      return problemWith(join(site, path), withheld.medium.file ?? '', fault);
    }),
  );
}

/**
 * Searches everything that is about to be published for media that are published nowhere.
 *
 * @param digests the SHA-256 of every file that the site will hold, by path
 * @param fileAt where each lies now
 * @throws ArchiveError naming the files that show them, or may; of the pictures of drafts it only warns, since a draft may
 * have a picture that is published already in another form
 */
export async function refuseMedia(
  articles: readonly MediaArticle[],
  digests: ReadonlyMap<string, string>,
  fileAt: (path: string) => string,
  { cache, site }: { cache: string; site: string },
): Promise<void> {
  const withheld = withheldMedia(articles);
  if (withheld.length === 0) return;
  const stage = new Stage('withheld media', 'file searched', 'files searched');
  const files = [...digests].map(
    ([path, digest]): SearchedFile => ({ path, digest, file: fileAt(path) }),
  );
  const progress = (done: number) => stage.at(done, files.length);
  const disclosures = await mediaDisclosuresIn(files, withheld, articles, cache, progress);
  stage.end(files.length);
  const isOfDraft = ({ withheld: { why }, trace }: MediaDisclosure) =>
    why === 'draft' && trace === 'picture';
  const refused = disclosures.filter((one) => !isOfDraft(one));
  if (refused.length > 0) throw new ArchiveError(mediaProblems(refused, articles, site));
  const warned = mediaProblems(disclosures, articles, site);
  if (warned.length > 0)
    console.error(
      `${[...warned.map(problemText), 'Warning: a draft has a picture that the site shows already. It is built all the same.'].join('\n\n')}\n`,
    );
}
