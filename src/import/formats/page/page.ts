import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { foldSpace } from '../../../domain/article/paragraph.ts';
import { bodyOfHtml, dropHeading } from '../../markup/markup.ts';
import { refuseNesting } from '../../markup/nesting.ts';
import { asLine, ImportFault, type Reading } from '../../source-document.ts';
import { factsOf } from './page-facts.ts';

/** Makes documents that no window belongs to: their frames, scripts and styles are elements and nothing more. */
const parser = new new JSDOM('').window.DOMParser();

const bareText = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, '');

/** Paragraphs of the page's article element that were not found as text; they may belong to it. */
function leftOut(paragraphs: readonly string[], found: string): string[] {
  const all = bareText(found);
  const missed = paragraphs.filter((text) => text.trim() !== '' && !all.includes(bareText(text)));
  if (missed.length === 0) return [];
  const [first = ''] = missed;
  const words = foldSpace(first).slice(0, 60);
  return [
    `${missed.length === 1 ? 'one paragraph' : `${missed.length} paragraphs`} of the page’s article left out, from “${words}”: see whether it belongs`,
  ];
}

const OPTIONS = { charThreshold: 0, keepClasses: false };

/** The text of a page; what stands outside the page's only article, as comments do, is none of it. */
function articleIn(document: Document) {
  const articles = document.querySelectorAll('article');
  const alone = document.cloneNode(true) as Document;
  const [article] = alone.querySelectorAll('article');
  const found = new Readability(document, OPTIONS).parse();
  if (articles.length !== 1 || !article) return found;
  alone.body.replaceChildren(article);
  const inside = new Readability(alone, OPTIONS).parse();
  // Some sites put a card or a teaser into the element, and the text elsewhere.
  const isWhole = (inside?.textContent?.length ?? 0) > (found?.textContent?.length ?? 0) / 2;
  return isWhole ? inside : found;
}

/** Reads a saved web page. The page is parsed and nothing of it runs or is loaded: no scripts, no styles, no frames, no pictures. */
export function readPage(html: string, sha256: string): Reading {
  refuseNesting(html, false);
  const document = parser.parseFromString(html, 'text/html');
  const facts = factsOf(document, html);
  if (facts.fault) return facts.fault;
  const articles = document.querySelectorAll('article');
  const inArticle =
    articles.length === 1
      ? [...document.querySelectorAll('article p')].map((one) => one.textContent ?? '')
      : [];
  // A button in the middle of a sentence is a word of it, and would be taken for a control.
  for (const button of document.querySelectorAll('p button')) {
    while (button.firstChild) button.before(button.firstChild);
    button.remove();
  }
  const found = articleIn(document);
  const read = bodyOfHtml(found?.content ?? '', facts.url);
  if (!found || read.body.children.length === 0)
    throw new ImportFault(
      'No article was found in this page. Save the article’s own page, or paste its text into a .txt file.',
    );
  const title = asLine(facts.title ?? found.title, 300);
  dropHeading(read.body, title, true);
  return {
    document: {
      sha256,
      title,
      date: facts.time?.date,
      published: facts.time?.published,
      author: asLine(facts.author ?? found.byline, 200),
      publisher: asLine(facts.publisher ?? found.siteName, 200),
      url: facts.url,
      accessed: facts.accessed,
      lang: facts.lang,
      named: facts.named,
      body: read.body,
      notes: [...facts.notes, ...read.notes, ...leftOut(inArticle, found.textContent ?? '')],
    },
  };
}
