import { foldSpace } from '../../../../domain/article/paragraph.ts';
import { possibleTimes, timesIn } from '../../../time/time.ts';
import { type Candidate, CHANGE, hasChanged, LONGEST_LINE } from './marked-time.ts';
import { mainArticle, nearest, UNREAD } from './page-element.ts';

/** Words that come before the day of publication. */
const PUBLICATION =
  /(?:publi|post(?:ed|ado|ato)|veröffentlicht|erschienen|erstellt|verfasst|datum|\bdat[ae]\b|fecha|fechado|mise? en ligne|written|released|issued|inserito|pubblicat|geplaatst|gepubliceerd|lagt ut|udgivet|utgitt|julkaistu|megjelent|közzétéve|zveřejněno|opublikowan|dodano|objavljeno|yayın|опубл|дата|δημοσι|đăng|发布|發布|公開|掲載|投稿|입력|등록)[^\p{N}]{0,20}$/iu;

/** Times in the text around the headline: those of lines that say or hold nothing else, and the others. */
export function textTimes(
  document: Document,
  lang: string | undefined,
  headline: Element | undefined,
) {
  const walker = document.createTreeWalker(document.body, 4);
  const lines: Candidate[] = [];
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
    if (PUBLICATION.test(only.before) || possibleTimes(text, lang).length > 0)
      lines.push(candidate);
  }
  const near = nearest(all, headline, mainArticle(document), true);
  const isAfter = ({ element }: Candidate) =>
    headline && (headline.compareDocumentPosition(element) & 4) !== 0;
  const isOneDay = new Set(near.map(({ times }) => times[0]?.date)).size === 1;
  return {
    times: (isOneDay && near.find((one) => lines.includes(one))?.times) || [],
    suggested: (near.find(isAfter) ?? near[0])?.times[0]?.date,
  };
}
