import type { Block } from '../block.ts';
import { isHeading, isProse } from '../prose.ts';
import { bareText } from '../word-runs.ts';
import { type Furniture, requestOf } from './furniture.ts';

const SHORTEST_REPEAT = 10;

const isCaption = ({ element }: Block) =>
  element.closest('figure, [class*="caption" i], [class*="credit" i], [class*="gallery" i]') !==
  null;

/** A photographer’s name, or a line of a few words, may be that of many pictures. */
const LONGEST_CREDIT = 30;

/**
 * Galleries show one caption several times; what stands here already is not lost. A credit is that of each picture under
 * which it stands.
 */
export function dropRepeats(taken: Set<Block>) {
  const seen = new Set<string>();
  const captions: Block[] = [];
  for (const block of [...taken].toSorted((one, other) => one.index - other.index)) {
    const isCredit =
      block.size <= LONGEST_CREDIT && block.element.closest('figure')?.querySelector('img') != null;
    if (block.size >= SHORTEST_REPEAT && isCaption(block) && seen.has(block.text) && !isCredit)
      taken.delete(block);
    else seen.add(block.text);
    if (taken.has(block) && block.size >= LONGEST_CREDIT && isCaption(block)) captions.push(block);
  }
  dropShortened(taken, captions);
}

/** Of a caption that is shown whole and cut, as “more” and “less” change it, the whole one stays. */
function dropShortened(taken: Set<Block>, captions: readonly Block[]) {
  for (const [at, block] of captions.entries()) {
    const next = captions[at + 1];
    if (!next || next.index - block.index > NEAR) continue;
    const [one, other] = [block, next].map(({ text }) => withoutControl(text)) as [string, string];
    if (one.startsWith(other)) taken.delete(next);
    else if (other.startsWith(one)) taken.delete(block);
  }
}

const NEAR = 3;
const withoutControl = (text: string) =>
  bareText(text.replace(/ (?:more|less|mehr|weniger|plus|más)$/iu, ''));

/** At its end an article asks for little more often than so. */
const MOST_REQUESTS = 4;
const LONGEST_LIST = 60;
const SOURCES =
  /^(?:sources?|references?|notes?|footnotes?|further reading|bibliography|quellen?|literatur|einzelnachweise|fußnoten|notes et références|fuentes|referencias|fontes|referências|fonti|bronnen|källor|kilder|źródła|источники|примечания)(?:$|\W)/iu;

/** Whether a line is in a list that its heading calls the sources of the text. */
function isOfSources(block: Block, blocks: readonly Block[]): boolean {
  for (let at = block.index; at >= 0 && at > block.index - LONGEST_LIST; at--) {
    const one = blocks[at];
    if (one && isHeading(one)) return SOURCES.test(one.text);
    if (one && at < block.index && one.links < 0.9) return false;
  }
  return false;
}

/** After the last paragraph, headings and lists of links lead to other pages, and so do lists that are called so. */
export function dropTrailing(
  blocks: readonly Block[],
  taken: Set<Block>,
  kinds: Map<Block, Furniture>,
) {
  let isAfter = [...taken].some(isProse);
  const paragraphs = [...taken].filter(isProse).length;
  let asked = 0;
  for (const block of blocks.toReversed()) {
    if (!taken.has(block)) continue;
    const isOfLinks = block.links > 0.9 && !isOfSources(block, blocks);
    const request =
      isAfter && asked < MOST_REQUESTS && paragraphs > 2 ? requestOf(block) : undefined;
    if (request) {
      taken.delete(block);
      kinds.set(block, request);
      asked++;
    } else if (isAfter && (isOfLinks || isHeading(block))) {
      taken.delete(block);
      kinds.set(block, 'links to other pages');
    } else isAfter = false;
  }
  let isList = false;
  for (const block of blocks) {
    if (kinds.get(block) === 'links to other pages' && block.links < 0.9) isList = true;
    else if (isList && block.links > 0.9) {
      if (taken.delete(block)) kinds.set(block, 'links to other pages');
    } else isList = false;
  }
}
