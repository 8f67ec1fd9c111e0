import type { Head } from '../head.ts';

const STRAY = /^<(?:script|style|link|br|b|noscript|center|font)[\s/>]/i;
const DOCUMENT = /<(?:!doctype html|html|head|body)[\s>]/i;

/** Whether a source may be a page, or a piece of one: paragraphs, without the page around them. Other forms begin so too. */
export const isPage = ({ text, root }: Head): boolean =>
  /^<(?:!doctype html|(?:html|head|body|article|main)[\s>])/i.test(root) ||
  // Comments that do not end in what is looked at here: only pages begin so.
  root.startsWith('<!--') ||
  // What a server put before the page: its own warnings, scripts and styles. No other form has them.
  (STRAY.test(root) && DOCUMENT.test(text)) ||
  (!/^<\?xml/i.test(text) &&
    /^<(?:p|div|section|h[1-6]|header|table|ul|ol|blockquote|meta|title)[\s>]/i.test(text) &&
    /<\/(?:p|div|section)>/i.test(text));
