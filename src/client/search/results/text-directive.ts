/**
 * Text directives (`#p-…:~:text=…`) make the browser mark words on the page that a link leads to, without a script. A
 * browser that does not know them still goes to the paragraph.
 * https://wicg.github.io/scroll-to-text-fragment/
 */

import type { Range } from './marking.ts';

const MOST = 4;
const CONTEXT_WORDS = 4;
const WORD = /[\p{L}\p{N}\p{M}'’]/u;

/** Extends a range to whole words, since browsers match only these: they do not find “Varga” in “Varga’s”. */
function wholeWords(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from > 0 && WORD.test(text.charAt(from - 1))) from--;
  while (to < text.length && WORD.test(text.charAt(to))) to++;
  return { start: from, end: to };
}

const wordsBefore = (text: string) => text.match(/\S+/gu)?.slice(-CONTEXT_WORDS).join(' ') ?? '';
const wordsAfter = (text: string) => text.match(/\S+/gu)?.slice(0, CONTEXT_WORDS).join(' ') ?? '';

// A hyphen has a meaning in directives, so it is encoded.
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * The directive that marks ranges of a text, each with the words around it. A range is left out where the browser would
 * find the same words earlier on the page; the directive is empty where none is left.
 *
 * @param earlier the texts above this one on the page
 */
export function textDirective(
  text: string,
  ranges: readonly Range[],
  earlier: readonly string[],
): string {
  const directives = ranges.slice(0, MOST).flatMap((range) => {
    const { start, end } = wholeWords(text, range);
    const before = wordsBefore(text.slice(0, start));
    const after = wordsAfter(text.slice(end));
    const match = text.slice(start, end);
    const context = `${before} ${match} ${after}`.replace(/\s+/gu, ' ').trim();
    const squeezed = context.replaceAll(' ', '').toLowerCase();
    const isElsewhere = [...earlier, text.slice(0, start)].some((other) =>
      other.replace(/\s+/gu, '').toLowerCase().includes(squeezed),
    );
    if (isElsewhere || match === '') return [];
    return [
      `text=${before && `${encoded(before)}-,`}${encoded(match)}${after && `,-${encoded(after)}`}`,
    ];
  });
  return directives.length > 0 ? `:~:${directives.join('&')}` : '';
}
