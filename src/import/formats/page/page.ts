import { JSDOM } from 'jsdom';
import { toString as toText } from 'mdast-util-to-string';
import { bodyOfHtml, dropHeading, picturesLeftOut, unescaped } from '../../markup/markup.ts';
import { refuseNesting } from '../../markup/nesting.ts';
import { asLine, ImportFault, type Reading } from '../../source-document.ts';
import { paragraphsOf } from '../text.ts';
import { articleText } from './article-text.ts';
import { markBlocks, sizeOf } from './block.ts';
import { extract } from './extract.ts';
import { factsOf } from './facts/page-facts.ts';
import { leftOut } from './left-out.ts';
import { takePictures } from './pictures.ts';
import { toldIn } from './told-text.ts';
import { shareAmong, wordRuns } from './word-runs.ts';

/** Makes documents that no window belongs to: their frames, scripts and styles are elements and nothing more. */
const parser = new new JSDOM('').window.DOMParser();

const LONGEST_SUMMARY = 1000;

/** Of a page’s text and the one in its data, the shorter is no article where it has less than this of the other. */
const LEAST = 0.5;
const SHOWN = 60;

/** The body of a page, proven by the text in its data: where the page shows little of that, the data’s text is taken. */
function bodyOf(html: string, told: string | undefined, address: string | undefined) {
  const read = bodyOfHtml(html, address);
  if (told === undefined) return read;
  const whole = /<(?:p|br|div)[\s/>]/iu.test(told)
    ? bodyOfHtml(told, address)
    : { body: paragraphsOf(unescaped(told)), notes: [] };
  const shown = new Set(wordRuns(toText(read.body)));
  const missing = whole.body.children.filter((one) => shareAmong(toText(one), shown) < LEAST);
  const size = sizeOf(toText(whole.body));
  const lost = missing.reduce((sum, one) => sum + sizeOf(toText(one)), 0);
  if (lost === 0) return read;
  if (lost > LEAST * size && size > sizeOf(toText(read.body)))
    return {
      ...whole,
      notes: [
        ...whole.notes,
        'its text is taken from the page’s data, since the page shows little of it',
      ],
    };
  const words = toText(missing[0] ?? whole.body).slice(0, SHOWN);
  return {
    ...read,
    notes: [
      ...read.notes,
      `words of the text in the page’s data left out, from “${words}”: see whether they belong`,
    ],
  };
}

/** Reads a saved web page. The page is parsed and nothing of it runs or is loaded: no scripts, no styles, no frames, no pictures. */
export function readPage(html: string, sha256: string): Reading {
  refuseNesting(html, false);
  const document = parser.parseFromString(html, 'text/html');
  const facts = factsOf(document, html);
  if (facts.fault) return facts.fault;
  // A button in the middle of a sentence is a word of it, and would be taken for a control.
  for (const button of document.querySelectorAll('p button')) {
    while (button.firstChild) button.before(button.firstChild);
    button.remove();
  }
  const title = asLine(facts.title, 300);
  const told = toldIn(document);
  const blocks = markBlocks(document);
  const found = articleText(document, blocks, told, title ?? facts.title);
  const pictures = takePictures(found.around);
  // Pages made to be printed say their own address.
  const text = found.blocks.filter((block) => block.text !== facts.url);
  const read = bodyOf(extract(document, text), told.body, facts.url);
  if (read.body.children.length === 0)
    throw new ImportFault(
      'No article was found in this page. Save the article’s own page, or paste its text into a .txt file.',
    );
  dropHeading(read.body, title, true);
  return {
    document: {
      sha256,
      title: title ?? asLine(found.title, 300),
      date: facts.time?.date,
      published: facts.time?.published,
      author: asLine(facts.author ?? found.byline, 200),
      publisher: asLine(facts.publisher ?? found.siteName, 200),
      url: facts.url,
      accessed: facts.accessed,
      lang: facts.lang,
      summary: asLine(found.standfirst, LONGEST_SUMMARY),
      named: facts.named,
      body: read.body,
      notes: [
        ...facts.notes,
        ...(pictures > 0 ? [picturesLeftOut(pictures)] : []),
        ...read.notes,
        ...leftOut(found),
      ],
    },
  };
}
