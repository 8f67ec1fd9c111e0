import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../../content/files/archive-path.ts';
import { shownWords } from '../../domain/problem.ts';
import { checkSite, SITE_MANIFEST } from '../../fixity/copy.ts';
import { isPacked } from '../../packing/packed-reading.ts';
import { halfwaySentence, isHalfway } from '../../placement/workplace.ts';

/** Why nothing can be made of a built site; undefined where something can. */
export function siteObjection(dist: string): string | undefined {
  if (isHalfway(dist)) return halfwaySentence(shownPath(dist));
  if (!existsSync(join(dist, SITE_MANIFEST)))
    return `There is no built site in ${shownPath(dist)}: run npm run build first.`;
  if (isPacked(dist)) return `${shownPath(dist)} is packed already.`;
  const [first] = checkSite(dist).differences;
  return (
    first &&
    `${shownPath(dist)} is not as it was built: ${shownWords(first.path)} ${first.how}. Remove it if it is there, and run npm run build.`
  );
}
