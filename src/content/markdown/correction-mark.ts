import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Correction } from '../../domain/article/correction.ts';
import type { Paragraph } from '../../domain/article/paragraph.ts';
import { becameOf } from '../../domain/article/revision.ts';
import { longDay } from '../../domain/date.ts';
import { directionOf } from '../../domain/language/language.ts';
import { site } from '../../site.ts';
import { append } from './annotate.ts';
import type { Block } from './block.ts';

/** How corrections relate to the present text. */
export interface Marked {
  /** For each correction, the ids of what its paragraph became, as `becameOf` gives them. */
  became: string[][];
  /** Old ids of corrected paragraphs that the page has again: each is the id of the mark that gives the old words. */
  marked: string[];
}

/** The language of the text and, if it is another, the language of the site’s labels in it. */
export interface Languages {
  lang?: string | undefined;
  labelLang?: string | undefined;
}

const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: ElementContent[]
): Element => ({ type: 'element', tagName, properties, children });
const text = (value: string): ElementContent => ({ type: 'text', value });

/** The mark at a paragraph. It tells the reader when it was corrected, why, and what it said before. */
function markOf(
  { date, note, text: said, typo }: Correction,
  id: string | undefined,
  isSame: boolean,
  { lang, labelLang }: Languages,
): Element {
  const day = element('time', { dateTime: date }, text(longDay(date, site.lang)));
  const lead = isSame
    ? 'Place or markup changed on '
    : said === undefined
      ? 'Added on '
      : typo
        ? 'Slip mended on '
        : 'Corrected on ';
  const label = labelLang ? { lang: labelLang, dir: directionOf(labelLang) } : {};
  const quoted = element(
    'q',
    { ...(labelLang && lang && { lang }), dir: 'auto' },
    text(said ?? ''),
  );
  const before = said === undefined || isSame ? [] : [text(' It said: '), quoted];
  return element(
    'div',
    { ...(id && { id }), role: 'note', className: ['was'], ...label },
    element('p', {}, text(lead), day, text(`. ${note}`), ...before),
  );
}

/** Where a mark is put: after a paragraph or heading, but inside a list item or the last cell of a row. */
const AFTER = new Set(['p', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const WITHIN = new Set(['li', 'dd', 'tr']);

function place(tree: Root, block: Block, marks: readonly Element[]): void {
  const { element: marked } = block;
  if (WITHIN.has(marked.tagName)) {
    for (const mark of marks) append(block, mark);
    return;
  }
  visit(tree, 'element', (node, index, parent) => {
    if (node !== marked || index === undefined) return undefined;
    parent?.children.splice(index + 1, 0, ...marks);
    return SKIP;
  });
}

/** Puts a mark at each paragraph that was corrected or added. The marks do not count as text or as paragraphs. */
export function markCorrections(
  tree: Root,
  blocks: readonly Block[],
  paragraphs: readonly Paragraph[],
  corrections: readonly Correction[],
  languages: Languages,
): Marked {
  const became = becameOf(corrections, paragraphs);
  const taken = new Set(paragraphs.map(({ id }) => id));
  const marked: string[] = [];
  blocks.forEach((block, index) => {
    const name = block.element.tagName;
    if (!AFTER.has(name) && !WITHIN.has(name)) return;
    const id = paragraphs[index]?.id ?? '';
    const here = corrections.filter((_, at) => became[at]?.[0] === id);
    if (here.length === 0) return;
    // If the paragraph had other words in between, this was more than a change of place or markup.
    const isKept = here.every(({ was }) => was === undefined || was === id);
    const marks = here.map((correction) => {
      const { was } = correction;
      // A paragraph that was only moved or marked up anew keeps its id. If two corrections are of the same text, the
      // first gets the old id.
      const isFree = was !== undefined && !taken.has(was);
      if (isFree) {
        taken.add(was);
        marked.push(was);
      }
      return markOf(correction, isFree ? was : undefined, isKept && was === id, languages);
    });
    place(tree, block, marks);
  });
  return { became, marked };
}
