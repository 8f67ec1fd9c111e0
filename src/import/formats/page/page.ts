import { JSDOM } from 'jsdom';
import { bodyOfHtml, dropHeading } from '../../markup/markup.ts';
import { refuseNesting } from '../../markup/nesting.ts';
import { asLine, ImportFault, type Reading } from '../../source-document.ts';
import { articleText } from './article-text.ts';
import { markBlocks } from './block.ts';
import { extract } from './extract.ts';
import { leftOut } from './left-out.ts';
import { factsOf } from './page-facts.ts';
import { toldIn } from './told-text.ts';

/** Makes documents that no window belongs to: their frames, scripts and styles are elements and nothing more. */
const parser = new new JSDOM('').window.DOMParser();

const LONGEST_SUMMARY = 1000;

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
  const read = bodyOfHtml(extract(document, found.blocks), facts.url);
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
      notes: [...facts.notes, ...read.notes, ...leftOut(found)],
    },
  };
}
