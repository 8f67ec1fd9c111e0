import type { Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { bodyOfHtml, unescaped } from '../../markup/markup.ts';
import { takeMedia } from '../../media/block-media.ts';
import { paragraphsOf } from '../text.ts';
import { sizeOf } from './block.ts';
import { isParagraph } from './prose.ts';
import { shareAmong, wordRuns } from './word-runs.ts';

/** A body, and what is told of it. */
interface Text {
  body: Root;
  notes: string[];
}

/** Of a page’s text and the one in its data, the shorter is no article where it has less than this of the other. */
const LEAST = 0.5;
const SHOWN = 60;

const MARKUP = /<(?:p|br|div)[\s/>]/iu;

/** The text that a page’s data give, as HTML, which may be escaped, or plain, as a body. */
export function textOfData(told: string, address: string | undefined): Text {
  const plain = unescaped(told);
  const html = [told, plain].find((text) => MARKUP.test(text));
  if (html === undefined) return { body: paragraphsOf(plain), notes: [] };
  const read = bodyOfHtml(html, address);
  // Its pictures are those that the page shows.
  for (const place of [read.body, ...read.body.children]) takeMedia(place);
  return read;
}

const size = (nodes: readonly RootContent[]) =>
  nodes.reduce((sum, one) => sum + sizeOf(toText(one)), 0);

/** In which of some blocks each run of words stands first. */
function placesOf(blocks: readonly RootContent[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, block] of blocks.entries())
    for (const run of wordRuns(toText(block))) if (!places.has(run)) places.set(run, at);
  return places;
}

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
  const places = placesOf(shown.body.children);
  const lacks = new Set(missing);
  const last = told.findLastIndex((one) => !lacks.has(one));
  const back = new Map<number, RootContent[]>();
  const left: RootContent[] = [];
  let place: number | undefined;
  for (const [at, one] of told.entries()) {
    if (!lacks.has(one))
      place = wordRuns(toText(one))
        .map((run) => places.get(run))
        .find((known) => known !== undefined);
    else if (place === undefined || at > last || !isParagraph(toText(one), sizeOf(toText(one))))
      left.push(one);
    else back.set(place, [...(back.get(place) ?? []), one]);
  }
  const count = [...back.values()].flat().length;
  const children = shown.body.children.flatMap((child, at) => [child, ...(back.get(at) ?? [])]);
  const [first] = left;
  return {
    body: { ...shown.body, children },
    notes: [
      ...shown.notes,
      ...(count > 0
        ? [
            `${count === 1 ? 'one paragraph' : `${count} paragraphs`} put back from the text in the page’s data`,
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
