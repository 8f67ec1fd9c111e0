import type { Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { bodyOfHtml, unescaped } from '../../markup/markup.ts';
import { paragraphsOf } from '../text.ts';
import { sizeOf } from './block.ts';
import { PARAGRAPH } from './prose.ts';
import { shareAmong, wordRuns } from './word-runs.ts';

/** A body, and what is told of it. */
interface Text {
  body: Root;
  notes: string[];
}

/** Of a page’s text and the one in its data, the shorter is no article where it has less than this of the other. */
const LEAST = 0.5;
const SHOWN = 60;

/** The text that a page’s data give, as HTML or plain, as a body. */
export const textOfData = (told: string, address: string | undefined): Text =>
  /<(?:p|br|div)[\s/>]/iu.test(told)
    ? bodyOfHtml(told, address)
    : { body: paragraphsOf(unescaped(told)), notes: [] };

const size = (nodes: readonly RootContent[]) =>
  nodes.reduce((sum, one) => sum + sizeOf(toText(one)), 0);

/**
 * Puts what a text lacks of the one in the page’s data back in its place, which is between the paragraphs that both have.
 * Where the page shows little of it, the data’s text is taken; what has no place is told.
 */
export function completed(shown: Text, data: Text): Text {
  const runs = new Set(wordRuns(toText(shown.body)));
  const isMissing = (one: RootContent) => shareAmong(toText(one), runs) < LEAST;
  const told = data.body.children;
  const missing = told.filter(isMissing);
  if (missing.length === 0) return shown;
  if (size(missing) > LEAST * size(told) && size(told) > size(shown.body.children))
    return {
      ...data,
      notes: [
        ...data.notes,
        'its text is taken from the page’s data, since the page shows little of it',
      ],
    };
  const children = [...shown.body.children];
  const placeOf = (one: RootContent) => {
    const own = new Set(wordRuns(toText(one)));
    return children.findIndex((child) => shareAmong(toText(child), own) >= LEAST);
  };
  const left: RootContent[] = [];
  let back = 0;
  for (const [at, one] of told.entries()) {
    if (!missing.includes(one)) continue;
    const [before, after] = [told[at - 1], told.slice(at).find((next) => !missing.includes(next))];
    const place = before && after && sizeOf(toText(one)) >= PARAGRAPH ? placeOf(before) : -1;
    if (place < 0) left.push(one);
    else {
      children.splice(place + 1, 0, one);
      back++;
    }
  }
  const [first] = left;
  return {
    body: { ...shown.body, children },
    notes: [
      ...shown.notes,
      ...(back > 0
        ? [
            `${back === 1 ? 'one paragraph' : `${back} paragraphs`} put back from the text in the page’s data`,
          ]
        : []),
      ...(first
        ? [
            `words of the text in the page’s data left out, from “${toText(first).slice(0, SHOWN)}”: see whether they belong`,
          ]
        : []),
    ],
  };
}
