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

/** What corrections have to do with a text. */
export interface Marked {
  /** What each correction’s paragraph became, as `becameOf` says. */
  became: string[][];
  /** Ids of paragraphs as they were that stand in the text again, with the mark that says what they said. */
  marked: string[];
}

/** The language of the text and, where that is another, of what the site says in it. */
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

/** What a reader is told at a paragraph: when it was corrected, why, and what it said. */
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

/** Where a mark can stand: after a paragraph, inside an item of a list or the last cell of a row. */
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

/** Puts a mark at each paragraph that was corrected or added. The marks are no part of the text and its paragraphs. */
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
    // Where it had other words in between, it was neither moved nor marked up anew.
    const isKept = here.every(({ was }) => was === undefined || was === id);
    const marks = here.map((correction) => {
      const { was } = correction;
      // A paragraph that was moved, or has other markup, has its id still; of two corrections of one text the first has the old id.
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
