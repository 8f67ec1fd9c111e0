import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

const UNSEEN = new Set(['head', 'script', 'style', 'noscript', 'template', 'svg']);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The texts of a piece of HTML, block by block. */
export function blocksOfHtml(html: string): string[] {
  const blocks = [''];
  const take = (node: Nodes) => {
    if (node.type === 'text') blocks.push(`${blocks.pop()}${node.value}`);
    if (!('children' in node) || (node.type === 'element' && UNSEEN.has(node.tagName))) return;
    const isBlock = node.type === 'element' && !INLINE.has(node.tagName);
    if (isBlock) blocks.push('');
    for (const child of node.children) take(child);
    if (isBlock) blocks.push('');
  };
  take(fromHtml(html, { fragment: true }));
  return blocks.map((block) => block.replace(/\s+/gu, ' ').trim()).filter(Boolean);
}

/** In scripts that write without spaces each sign is a word: else a line that is broken elsewhere would be another word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;

/** The words of a text, in lower case and without signs. */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFC').toLowerCase().match(WORD) ?? [];

/** How many of some words are found among others, each as often as it stands there. */
export function wordsFound(wanted: readonly string[], there: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    found++;
  }
  return found;
}

const RUN = 4;

/** Every run of four words; the words as they are where there are fewer. */
const runsOf = (words: readonly string[]): string[] =>
  Array.from({ length: Math.max(1, words.length - RUN + 1) }, (_, at) =>
    words.slice(at, at + RUN).join(' '),
  );

/** Those blocks of which less than half stands in a text. */
export function blocksLost(blocks: readonly string[], text: string): string[] {
  const words = wordsOf(text);
  const there = new Set(runsOf(words));
  const all = ` ${words.join(' ')} `;
  return blocks.filter((block) => {
    const own = wordsOf(block);
    if (own.length === 0) return false;
    if (own.length < RUN) return !all.includes(` ${own.join(' ')} `);
    const runs = runsOf(own);
    return runs.filter((run) => there.has(run)).length < runs.length / 2;
  });
}
