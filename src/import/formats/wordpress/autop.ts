const BLOCK =
  '(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)';
const OPENS = new RegExp(`<${BLOCK}(?=[\\s>/])`, 'giu');
const CLOSES = new RegExp(`</${BLOCK}\\s*>`, 'giu');
const BEGINS = new RegExp(`^\\s*</?${BLOCK}(?=[\\s>/])`, 'iu');
/** Where the first page of a post ends, or what a front page shows of it; the text goes on. */
const BREAK = /<!--\s?(?:more|nextpage|noteaser)[^<>]{0,300}-->/giu;

/** A text as HTML as WordPress itself shows it: a blank line ends a paragraph; preformatted text stays as it is. */
export function autop(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(BREAK, '\n\n')
    .split(/(?=<pre[\s>])|(?<=<\/pre>)/iu)
    .map((part) => (/^<pre[\s>]/iu.test(part) ? part : inParagraphs(part)))
    .join('\n\n');
}

const inParagraphs = (html: string): string =>
  html
    .replace(OPENS, '\n\n$&')
    .replace(CLOSES, '$&\n\n')
    .split(/\n[^\S\n]*\n/u)
    .filter((part) => part.trim() !== '')
    .map((part) => (BEGINS.test(part) ? part : `<p>${part}</p>`))
    .join('\n');
