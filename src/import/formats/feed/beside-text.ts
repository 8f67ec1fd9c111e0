import type { Paragraph, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { foldSpace } from '../../../domain/article/paragraph.ts';
import { dropBlock } from '../../media/block-media.ts';
import { asLine } from '../../source-document.ts';
import { isTrailer, summaryOf } from './teaser.ts';

/** What stands in a feed beside the text of an item, and what its software wrote below the text. */

const LONGEST_STANDFIRST = 1000;

const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The description of an item that has its whole text as well, as one line.
 *
 * @returns nothing where it is cut from the text, or says how the text begins
 */
export function standfirstOf(description: string | undefined, text: string): string | undefined {
  const words = description === undefined ? undefined : summaryOf(description);
  if (words === undefined || words.length > LONGEST_STANDFIRST) return undefined;
  return bare(text).startsWith(bare(words)) ? undefined : asLine(words, LONGEST_STANDFIRST);
}

const pathOf = (address: string) => {
  const { host, pathname } = new URL(address);
  return `${host}${pathname.replace(/\/$/u, '')}`;
};

/** Whether a paragraph leads first to the item itself and last to the front page of its site, and says little else. */
function leadsHome(paragraph: Paragraph, url: string): boolean {
  const links: string[] = [];
  let inLinks = 0;
  visit(paragraph, 'link', (link) => {
    if (!URL.canParse(link.url)) return;
    links.push(pathOf(link.url));
    inLinks += toText(link).length;
  });
  const [first, last] = [links[0], links.at(-1)];
  return (
    links.length === 2 &&
    first === pathOf(url) &&
    last === new URL(url).host &&
    inLinks > toText(paragraph).length / 4
  );
}

/** Takes the line away that WordPress writes below each text of a feed: where the text first appeared. */
export function dropTrailer(body: Root, url: string | undefined): void {
  const last = body.children.at(-1);
  if (last?.type !== 'paragraph') return;
  const isOfWordPress = isTrailer(foldSpace(toText(last)));
  const isLeading = url !== undefined && URL.canParse(url) && leadsHome(last, url);
  if (isOfWordPress || isLeading) dropBlock(body, body.children.length - 1);
}
