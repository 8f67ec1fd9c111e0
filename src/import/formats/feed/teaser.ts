import { unescaped } from '../../markup/markup.ts';

/** Telling a text from what only announces one: a feed’s summary must never pass for the article. */

// How feeds end what is only the beginning of a text.
const CUT =
  /(?:\[(?:…|\.\.\.|&hellip;|&#8230;)\]|read (?:the )?(?:more|on|full (?:article|story))|(?:…|\.\.\.) ?more)$/iu;
const ARROW = /(?:…|\.\.\.) ?[»→]/u;
const CONTINUE = 'continue reading';
const LONGEST_CONTINUED = 200;
const ELLIPSIS = /(?:…|\.\.\.)[\s»›→]*$/u;
// WordPress adds this line below summaries and whole texts alike.
const TRAILER = /The post .{0,400} (?:appeared first on|first appeared on) .{0,200}$/su;
const LONGEST_TAIL = 800;

/** A description of one paragraph with fewer characters than this is no whole article. */
const SHORTEST = 600;

const paragraphsOf = (html: string) =>
  html
    .split(/<\/?(?:p|br|div|li|h[1-6]|blockquote)(?=[\s>/])[^<>]*>|\n[^\S\n]*\n/iu)
    .map((part) => unescaped(part.replace(/<[^<>]*>/g, '')).trim())
    .filter((part) => part !== '' && !TRAILER.test(part.slice(-LONGEST_TAIL)));

/** Whether a line is WordPress’s own below a text. */
export const isTrailer = (line: string): boolean =>
  line.length <= LONGEST_TAIL && line.startsWith('The post ') && TRAILER.test(line);

/** The words of a description that is not cut off, as one line; nothing where it is, or is blank. */
export const summaryOf = (description: string): string | undefined =>
  isCut(description) ? undefined : paragraphsOf(description).join(' ') || undefined;

const SIGNS = new Set('.…»›→');

/** A text without the dots, arrows and white space at its end, and these. */
function parted(text: string): [words: string, signs: string] {
  let end = text.length;
  while (end > 0 && (SIGNS.has(text.charAt(end - 1)) || text.charAt(end - 1).trim() === '')) end--;
  return [text.slice(0, end), text.slice(end)];
}

/** True where the last words are “Continue reading”, or that and a headline. */
function isContinued(words: string): boolean {
  const at = words.toLowerCase().lastIndexOf(CONTINUE);
  const after = at < 0 ? undefined : words.slice(at + CONTINUE.length);
  return after === '' || (after?.startsWith(' ') === true && after.length <= LONGEST_CONTINUED);
}

/** True where a text ends as if it continued elsewhere. */
export function isCut(html: string): boolean {
  const paragraphs = paragraphsOf(html);
  const tail = (paragraphs.at(-1) ?? '').slice(-LONGEST_TAIL);
  const [words, signs] = parted(tail);
  if (CUT.test(words) || ARROW.test(signs) || isContinued(words)) return true;
  return paragraphs.length === 1 && ELLIPSIS.test(tail);
}

/**
 * True where a feed's description is only a summary. Some feeds put the whole text there: then it has several
 * paragraphs or is long, and is not cut off.
 */
export function isTeaser(description: string): boolean {
  const paragraphs = paragraphsOf(description);
  return isCut(description) || (paragraphs.length < 2 && (paragraphs[0] ?? '').length < SHORTEST);
}
