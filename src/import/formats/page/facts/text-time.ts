import { foldSpace } from '../../../../domain/article/paragraph.ts';
import { possibleTimes, timesIn } from '../../../time/time.ts';
import { type Candidate, CHANGE, hasChanged, LONGEST_LINE } from './marked-time.ts';
import { mainArticle, nearest, UNREAD } from './page-element.ts';

/** Words that come before the day of publication. */
const PUBLICATION =
  /(?:(?:presse|medien)(?:mitteilung|information)|communiqué|press release|comunicado|comunicato|publi|post(?:ed|ado|ato)|veröffentlicht|erschienen|erstellt|verfasst|datum|\bdat[ae]\b|fecha|fechado|mise? en ligne|written|released|issued|inserito|pubblicat|geplaatst|gepubliceerd|lagt ut|udgivet|utgitt|julkaistu|megjelent|közzétéve|zveřejněno|opublikowan|dodano|objavljeno|yayın|опубл|дата|δημοσι|đăng|发布|發布|公開|掲載|投稿|입력|등록)[^\p{N}]{0,20}$/iu;

/** What parts a line into a day, a name and the like. */
// White space is folded before.
const SEPARATOR = / ?[|•·] ?| [–—] /u;

/** Whether a line, or a part of one that signs divide, is a day and nothing else. */
const isDayAlone = (text: string, lang: string | undefined): boolean =>
  text.split(SEPARATOR).some((part) => possibleTimes(part, lang).length > 0);

/** Times in the text around the headline: those of lines that say or hold nothing else, and the others. */
export function textTimes(
  document: Document,
  lang: string | undefined,
  headline: Element | undefined,
  isNear: (node: Node) => boolean,
) {
  const walker = document.createTreeWalker(document.body, 4);
  const lines: Candidate[] = [];
  const labelled: Candidate[] = [];
  const beside: Candidate[] = [];
  const all: Candidate[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = foldSpace(node.nodeValue ?? '');
    if (!element || text.length > LONGEST_LINE || UNREAD.test(element.localName)) continue;
    const found = timesIn(text, lang).filter(({ before }) => !CHANGE.test(before));
    const [only, ...others] = found;
    if (!only || others.length > 0 || hasChanged(element)) continue;
    const candidate = { element, times: only.times };
    all.push(candidate);
    const isLabelled = PUBLICATION.test(only.before);
    const isAlone = isDayAlone(text, lang);
    if (isLabelled) labelled.push(candidate);
    if (isLabelled || isAlone) lines.push(candidate);
    if (isAlone && isNear(node)) beside.push(candidate);
  }
  const main = mainArticle(document);
  const near = nearest(all, headline, main, true);
  const isAfter = ({ element }: Candidate) =>
    headline && (headline.compareDocumentPosition(element) & 4) !== 0;
  const single = (candidates: readonly Candidate[]) =>
    new Set(candidates.map(({ times }) => times[0]?.date)).size === 1
      ? candidates[0]?.times
      : undefined;
  const nearLine = single(near) && near.find((one) => lines.includes(one))?.times;
  const nearLabel = single(nearest(labelled, headline, main, true));
  return {
    // A day that stands alone by the headline is said of the article; days in its sentences are those of what it tells.
    times: nearLine ?? nearLabel ?? single(beside) ?? [],
    suggested: (near.find(isAfter) ?? near[0])?.times[0]?.date,
  };
}
