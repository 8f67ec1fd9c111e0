import type { LeftMedium } from '../content/checks/media/left-medium.ts';
import { shownPath } from '../content/files/archive-path.ts';
import { shownText } from '../domain/problem.ts';

/** How many are told one by one. */
const SHOWN = 10;

/** Warns on standard error of media of withdrawn articles that others show, and says how to take them away. */
export function warnOfLeftMedia(left: readonly LeftMedium[]): void {
  for (const { called, article, shownBy } of left.slice(0, SHOWN)) {
    const [first = '', ...others] = shownBy.map(shownPath);
    const by = others.length === 0 ? first : `${first} and ${others.length} more`;
    console.error(
      `Warning: ${shownText(called)} of ${shownPath(article)}, which is withdrawn, is still published: ${by} shows it. If it is to go too, write “withheld: { date, reason }” at this medium in each entry that states it; then npm run seal.`,
    );
  }
  if (left.length > SHOWN)
    console.error(
      `Warning: ${left.length - SHOWN} more media of withdrawn articles are still shown by others.`,
    );
}
