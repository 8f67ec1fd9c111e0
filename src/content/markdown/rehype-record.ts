import type { Element, ElementContent, Root } from 'hast';
import { type Correction, withAdded } from '../../domain/article/correction.ts';
import { foldSpace, type Paragraph, paragraphIds } from '../../domain/article/paragraph.ts';
import {
  findMentions,
  type needles,
  type RecordMention,
} from '../../domain/authorities/mention.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { isStatedIn } from '../../domain/figures/stated-words.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { citePath, recordPath, withBase } from '../../domain/url.ts';
import {
  unwithheldText,
  type Withholding,
  withheldPlaces,
} from '../../domain/withholding/withholding.ts';
import {
  type ReadBlocks,
  type TextParts,
  textPartsOf,
  writtenWords,
} from '../ledger/statements/part.ts';
import { type Annotation, annotate, append } from './annotate.ts';
import { type Block, blocksOf } from './block.ts';
import { markClaim } from './claim-mark.ts';
import { type Marked, markCorrections } from './correction-mark.ts';
import { type Link, linksOf } from './link.ts';
import { type PlacedPicture, placeMedia } from './medium-place.ts';
import { presentTree } from './presentation.ts';
import { redactAround, redactIn } from './redaction.ts';
import { idOfWords, textDigest } from './text-digest.ts';

/** What is known of an article before its body is read. */
export interface FileContext {
  /** Id of the article; left out if the body belongs to none yet. */
  article?: string | undefined;
  /** The spellings of the records that the article lists. */
  needles: ReturnType<typeof needles>;
  figures: readonly Pick<Figure, 'id' | 'asStated'>[];
  /** What the article withholds. If left out, it withholds nothing. */
  withheld?: readonly Withholding[];
  /** The site's base path, for links within the archive. */
  base: string;
  /** Changes to the text since it was published. */
  corrections?: readonly Correction[];
  /** The media of the article, as far as its text places them. */
  media?: readonly Pick<Medium, 'file' | 'position'>[];
  /** Where a paragraph stands on a scan of the article: paths of views of it, by the paragraph’s id. */
  onScans?: ReadonlyMap<string, string>;
  /** The language of the text. */
  lang?: string | undefined;
  /** Language of the labels that are put into the text, if it differs from that of the article. */
  labelLang?: string | undefined;
}

/** What is found in an article's body. */
export interface Facts extends Marked {
  paragraphs: Paragraph[];
  /** The ids that the paragraphs would have with withheld words in place. */
  unwithheldIds: string[];
  /** The SHA-256 that the text would have with withheld words in place. */
  unwithheldSha256: string;
  mentions: RecordMention[];
  /** The paragraph in which each figure's words stand, by the figure's id. */
  stated: Map<string, string>;
  /** Paragraphs of which more than half is withheld, by the ids that they would have with withheld words in place. */
  blanked: string[];
  /** What the text states, for the ledger. Withheld words are in place here. */
  textParts: TextParts;
  /** The pictures that the body places. */
  placed: PlacedPicture[];
  /** The links of the body. They are checked once all articles are known. */
  links: Link[];
}

/**
 * Gives a body its permalinks, links its names to their records and its figures to their rows. It changes the tree. The
 * ids are made of the text that is shown. From an id made of withheld words, anyone could check a guess at those words.
 * So a paragraph gets a new id when words in it are withheld, and the old id stands nowhere in the site.
 */
export function rehypeRecord(tree: Root, context: FileContext): Facts {
  const { withheld = [] } = context;
  const unwithheld = (text: string) => unwithheldText(text, withheld);
  const written = writtenWords(tree);
  const blocks = blocksOf(tree);
  const whole = blocks.map(({ text }) => foldSpace(unwithheld(text)));
  const wholeIds = paragraphIds(whole, idOfWords);
  // This comes first: later steps put things into the text that depend on the records or the site's address.
  const read = { blocks, words: whole, ids: wholeIds, written, whole: unwithheld };
  const textParts = textPartsOf(tree, read);
  const links = linksOf(tree, context.base);
  redactAround(tree, withheld);
  for (const block of blocks) redactIn(block, withheld);
  const texts = blocks.map(({ text }) => foldSpace(text));
  const ids = withheld.length === 0 ? wholeIds : paragraphIds(texts, idOfWords);
  const unwithheldIds = wholeIds;
  const facts: Facts = {
    paragraphs: [],
    unwithheldIds,
    unwithheldSha256: textDigest(withheld.length === 0 ? texts : whole),
    mentions: [],
    stated: new Map(),
    blanked: withheld.length === 0 ? [] : blankedIn(read, withheld),
    textParts,
    placed: [],
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
    const scan = context.onScans?.get(id) ?? context.onScans?.get(unwithheldIds[index] ?? '');
    identify(block, id, index + 1, scan, context);
  });
  if (context.corrections?.length) {
    const corrections = withAdded(context.corrections, unwithheldIds, ids);
    Object.assign(facts, markCorrections(tree, blocks, facts.paragraphs, corrections, context));
  }
  facts.placed = placeMedia(tree, blocks, [ids, wholeIds], context.media ?? []);
  presentTree(tree);
  return facts;
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * The ids of paragraphs of which more than half is withheld. Headings and table cells do not count, because they may be
 * a name and nothing more.
 */
function blankedIn(
  { blocks, words, ids }: Pick<ReadBlocks, 'blocks' | 'words' | 'ids'>,
  withheld: readonly Withholding[],
): string[] {
  return ids.filter((_, index) => {
    const { element } = blocks[index] ?? {};
    const text = words[index] ?? '';
    const hidden = withheldPlaces(text, withheld)
      .map(({ start, end }) => lettersIn(text.slice(start, end)))
      .reduce((sum, letters) => sum + letters, 0);
    const isParagraph = element?.type === 'element' && element.tagName === 'p';
    return isParagraph && hidden * 2 > lettersIn(text);
  });
}

// If a spelling fits two of the listed records, the words alone do not tell which is meant. Then there is no link.
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

function identify(
  block: Block,
  id: string,
  number: number,
  scan: string | undefined,
  context: FileContext,
) {
  block.element.properties['id'] = id;
  const control = (className: string, href: string, ariaLabel: string) =>
    append(block, anchor({ href, className: [className], ariaLabel, lang: context.labelLang }, []));
  control('permalink', `#${id}`, `Link to paragraph ${number}`);
  if (scan !== undefined)
    control('on-scan', withBase(scan, context.base), `Paragraph ${number} in the scan`);
  if (context.article !== undefined)
    control(
      'cite-paragraph',
      withBase(citePath(context.article, id), context.base),
      `Cite this paragraph, ${number}`,
    );
}
