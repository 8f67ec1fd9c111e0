import { JSDOM } from 'jsdom';
import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { bodyOfHtml, dropHeading, smallLeftOut } from '../../markup/markup.ts';
import { refuseNesting } from '../../markup/nesting.ts';
import { mediaIn } from '../../media/block-media.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine, NoArticleFault, type Reading } from '../../source-document.ts';
import { heldByLine } from '../mark.ts';
import { articleText } from './article-text.ts';
import { markBlocks } from './block.ts';
import { completed, textOfData } from './data-text.ts';
import { extract } from './extract.ts';
import { factsOf } from './facts/page-facts.ts';
import { nameInData } from './image-data.ts';
import { nameLazyPictures } from './lazy.ts';
import { linkedDocuments } from './linked-document.ts';
import { takePictures } from './pictures.ts';
import { partOverlays, showConcealed, takeHidden } from './surroundings/concealed.ts';
import { leftOut } from './surroundings/left-out.ts';
import { toldIn } from './told-text.ts';
import { LEAST_OF_ARTICLE, LEAST_OF_DATA, prove } from './witness.ts';

/** Makes documents that no window belongs to: their frames, scripts and styles are elements and nothing more. */
const parser = new new JSDOM('').window.DOMParser();

const LONGEST_SUMMARY = 1000;

const paragraphsIn = (body: Root | undefined): string[] =>
  body?.children.map((one) => toText(one)) ?? [];

/** The media of the text that a page shows, where another text was taken in its place. */
function mediaBeside(body: Root, shown: Root): SourceMedium[] {
  const kept = new Set(mediaIn(body).map(({ references }) => references));
  return mediaIn(shown).flatMap(({ place, ...medium }) =>
    kept.has(medium.references) ? [] : [{ ...medium, ...(place === 'head' && { place }) }],
  );
}

/** Reads a saved web page. The page is parsed and nothing of it runs or is loaded: no scripts, no styles, no frames, no pictures. */
export function readPage(html: string, sha256: string): Reading {
  refuseNesting(html, false);
  const document = parser.parseFromString(html, 'text/html');
  // Readings over words are no words of a headline or sentence; their elements stay, and are counted with the text.
  for (const reading of document.querySelectorAll('rt, rp, rtc')) reading.replaceChildren();
  const facts = factsOf(document, html);
  if (facts.fault) return facts.fault;
  // A button in the middle of a sentence is a word of it, and would be taken for a control.
  for (const button of document.querySelectorAll('p button')) {
    while (button.firstChild) button.before(button.firstChild);
    button.remove();
  }
  showConcealed(document);
  nameLazyPictures(document);
  const hidden = takeHidden(document, facts.headline);
  partOverlays(document);
  const title = asLine(facts.title, 300);
  const told = toldIn(document, facts.nodes, facts.article);
  const blocks = markBlocks(document);
  const found = articleText(
    document,
    blocks,
    told,
    title ?? facts.title,
    facts.headline,
    facts.url,
  );
  const pictures = takePictures(document, blocks, found, facts.headline);
  nameInData(pictures.media, facts.nodes, facts.article);
  // Pages made to be printed say their own address.
  const text = found.blocks.filter((block) => block.text !== facts.url);
  const shown = bodyOfHtml(pictures.head + extract(document, text), facts.url, pictures.media);
  const data = told.body === undefined ? undefined : textOfData(told.body, facts.url);
  const read = data ? completed(shown, data) : shown;
  if (read.body.children.length === 0)
    throw new NoArticleFault(
      'No article was found in this page. Save the article’s own page, or paste its text into a .txt file.',
    );
  const held = heldByLine(title ?? '') ?? heldByLine(paragraphsIn(read.body)[0] ?? '');
  if (held) return held;
  dropHeading(read.body, title, true);
  const summary = asLine(found.standfirst, LONGEST_SUMMARY);
  const under = pictures.media.flatMap(({ caption }) => caption ?? []);
  prove({ body: read.body, summary: [summary, ...under].join('\n') }, [
    {
      name: 'the text in the page’s data',
      paragraphs: paragraphsIn(data?.body),
      least: LEAST_OF_DATA,
    },
    {
      name: 'the only <article> of the page',
      paragraphs: found.own.map((block) => block.text),
      least: LEAST_OF_ARTICLE,
    },
  ]);
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
      summary,
      named: facts.named,
      body: read.body,
      media: [...mediaBeside(read.body, shown.body), ...linkedDocuments(text)],
      notes: [
        ...facts.notes,
        ...(pictures.small > 0 ? [smallLeftOut(pictures.small)] : []),
        ...read.notes,
        ...leftOut(found, hidden),
      ],
    },
  };
}
