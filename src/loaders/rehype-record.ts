import type { Element, ElementContent, Root } from 'hast';
import { type Correction, withAdded } from '../archive/correction.ts';
import type { Figure } from '../archive/figure.ts';
import { findMentions, type needles, type RecordMention } from '../archive/mention.ts';
import { foldSpace, type Paragraph, paragraphIds } from '../archive/paragraph.ts';
import { isStatedIn } from '../archive/stated-words.ts';
import { citePath, recordPath, withBase } from '../archive/url.ts';
import { unwithheldText, type Withholding } from '../archive/withholding.ts';
import { type Annotation, annotate, append } from './annotate.ts';
import { type Block, blocksOf } from './block.ts';
import { markClaim } from './claim-mark.ts';
import { type Marked, markCorrections } from './correction-mark.ts';
import { textDigest } from './digest.ts';
import { dressTree, type Link, linksOf } from './dress.ts';
import { withholdBeside, withholdIn } from './withhold.ts';

/** What is known of an article before its body is read. */
export interface FileContext {
  /** Id of the article; nothing of a body that is not one’s yet. */
  article?: string | undefined;
  /** The spellings of the records that the article lists. */
  needles: ReturnType<typeof needles>;
  figures: readonly Pick<Figure, 'id' | 'asStated'>[];
  /** What the article withholds; nothing where left out. */
  withheld?: readonly Withholding[];
  /** The site's base path, for links within the archive. */
  base: string;
  /** Changes to the text since it was published. */
  corrections?: readonly Correction[];
  /** The language of the text. */
  lang?: string | undefined;
  /** Language of the labels that are put into the text, where it is not that of the article. */
  labelLang?: string | undefined;
}

/** What an article's body says of itself. */
export interface Facts extends Marked {
  paragraphs: Paragraph[];
  /** The ids that the paragraphs would have with withheld words in place. */
  unwithheldIds: string[];
  /** The SHA-256 that the text would have with withheld words in place. */
  unwithheldSha256: string;
  mentions: RecordMention[];
  /** The paragraph in which each figure's words stand, by the figure's id. */
  stated: Map<string, string>;
  /** The links of the body, to be checked when all articles are known. */
  links: Link[];
}

/**
 * Gives a body its permalinks, links its names and ties its figures. Ids are
 * made of what is shown: one made of withheld words would let anyone test a guess at them. So a paragraph of which words
 * are withheld has another id than before, and the old one stands nowhere in the site.
 */
export function rehypeRecord(tree: Root, context: FileContext): Facts {
  const links = linksOf(tree, context.base);
  const { withheld = [] } = context;
  const blocks = blocksOf(tree);
  const whole = blocks.map(({ text }) => foldSpace(unwithheldText(text, withheld)));
  withholdBeside(tree, withheld);
  for (const block of blocks) withholdIn(block, withheld);
  const texts = blocks.map(({ text }) => foldSpace(text));
  const ids = paragraphIds(texts);
  const unwithheldIds = withheld.length === 0 ? ids : paragraphIds(whole);
  const facts: Facts = {
    paragraphs: [],
    unwithheldIds,
    unwithheldSha256: textDigest(withheld.length === 0 ? texts : whole),
    mentions: [],
    stated: new Map(),
    links,
    became: [],
    marked: [],
  };
  blocks.forEach((block, index) => {
    const id = ids[index] ?? '';
    const text = texts[index] ?? '';
    facts.paragraphs.push({ id, text });
    const found = findMentions(text, context.needles);
    for (const { records, start, end } of found) {
      for (const { kind, id: record } of records)
        facts.mentions.push({ kind, id: record, paragraph: id, start, end });
    }
    const stated = context.figures.filter(
      (figure) => !facts.stated.has(figure.id) && isStatedIn(text, foldSpace(figure.asStated)),
    );
    for (const figure of stated) facts.stated.set(figure.id, id);
    for (const figure of stated)
      markClaim(block, text, figure, context.figures.indexOf(figure) + 1, context.labelLang);
    annotate(
      block,
      found.flatMap((mention) => linkTo(mention, context.base)),
    );
    identify(block, id, index + 1, context);
  });
  if (context.corrections?.length) {
    const corrections = withAdded(context.corrections, unwithheldIds, ids);
    Object.assign(facts, markCorrections(tree, blocks, facts.paragraphs, corrections, context));
  }
  dressTree(tree);
  return facts;
}

// Where one spelling could be two of the records listed, the words alone do not tell: no link, rather than a guess.
function linkTo(
  { records, start, end }: ReturnType<typeof findMentions>[number],
  base: string,
): Annotation[] {
  const [record] = records;
  if (!record || records.length > 1) return [];
  const properties = {
    href: withBase(recordPath(record.kind, record.id), base),
    className: ['name'],
  };
  return [{ start, end, around: (children) => anchor(properties, children) }];
}

function anchor(properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'a', properties, children };
}

function identify(block: Block, id: string, number: number, context: FileContext) {
  block.element.properties['id'] = id;
  const control = (className: string, href: string, ariaLabel: string) =>
    append(block, anchor({ href, className: [className], ariaLabel, lang: context.labelLang }, []));
  control('permalink', `#${id}`, `Link to paragraph ${number}`);
  if (context.article !== undefined)
    control(
      'cite-paragraph',
      withBase(citePath(context.article, id), context.base),
      `Cite this paragraph, ${number}`,
    );
}
