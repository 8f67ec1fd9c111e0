import type { Root } from 'mdast';
import { bodyOfHtml } from '../../markup/markup.ts';
import { paragraphsOf } from '../text.ts';

const BLOCK =
  'address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tbody|td|th|thead|tr|ul';
const TAG = new RegExp(
  `</?(?:a|abbr|b|cite|code|del|em|i|iframe|img|mark|q|s|small|span|strong|sub|sup|u|video|${BLOCK})(?:\\s[^<>]{0,4000})?/?>`,
  'iu',
);
const PARTED = /<\/?(?:p|br|div)(?=[\s>/])/iu;
const BEGINS_BLOCK = new RegExp(`^\\s*</?(?:${BLOCK})(?=[\\s>/])`, 'iu');
const BLANK_LINE = /\n[^\S\n]*\n/u;

/** HTML whose paragraphs are a blank line apart. */
const inParagraphs = (html: string) =>
  html
    .split(BLANK_LINE)
    .filter((part) => part.trim() !== '')
    .map((part) => (BEGINS_BLOCK.test(part) ? part : `<p>${part}</p>`))
    .join('\n');

/** The body of a text that is HTML, where it has tags of that, or plain: its paragraphs are a blank line apart, or else lines. */
export function bodyOfCell(
  given: string,
  address: string | undefined,
): { body: Root; notes: string[] } {
  const text = given.replace(/\r\n?/gu, '\n');
  if (TAG.test(text)) return bodyOfHtml(PARTED.test(text) ? text : inParagraphs(text), address);
  return { body: paragraphsOf(text, BLANK_LINE.test(text.trim()) ? undefined : /\n/u), notes: [] };
}
