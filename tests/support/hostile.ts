import fc from 'fast-check';
import { foldSpace } from '../../src/domain/article/paragraph.ts';

// biome-ignore format: a list reads better than a column
/** What Markdown, MDX, HTML, YAML and terminals could take for something other than text. */
const SIGNS = [
  '{', '}', '<', '>', '&', '`', '*', '_', '~', '|', '#', '[', ']', '(', ')', '!', '-', '+', '=', '\\', '"', "'", ':', '$', '@', '^', '%', '/',
  'import x from "y"', 'export const a = 1', 'import', 'export', 'import(', '---', '***', '___', '===', '1. ', '12) ', '- ', '* ', '+ ', '> ', '# ', '## ', '#a',
  '    ', '\t', '\n', '\n\n', '\n \n', '\r\n', '<b>', '</b>', '<Word/>', '<Word>', '{word}', '{/* */}', '<!-- -->', '<?x?>', '<![CDATA[', '&amp;', '&#x41;', '&#0;', '&lt;', '&nbsp;', '&copy',
  'https://a.example/b_c', 'http://', 'www.a.example', 'a@b.example', 'a@-@.b', '<https://a.example>', 'mailto:a@b.example', 'xmpp:a@b.example',
  '[^1]', '[^1]: ', '[a]: b', '![a](b)', '[a](b)', '[a][b]', '[ ] ', '[x] ', '~~', '**', '__', '```', '~~~', '``', '$$', ':::', '| a | b |', '|---|---|',
  '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\u2060', '\ufeff', '\u00ad', '\u00a0', '\u2028', '\u2029', '\u3000', '\u0085', '\u0000', '\u0007', '\u001b[31m', '\ud800',
  '😀', '𝒳', '👩‍👩‍👧', '漢字', 'שלום', 'مرحبا', 'e\u0301', 'ﬁ', 'İ', 'ß', 'a', 'b c', 'Word', 'word.', '12', '1987',
];

/** Text as no newspaper would print it and some file will hold it. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 7, arbitrary: fc.constantFrom(...SIGNS) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** A text without the characters that no page can show: control characters, and halves of surrogate pairs. */
const withoutControls = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\u0085/gu, ' ')
    .replace(/(?![\n\t\v\f\r])\p{Cc}/gu, '');

/** The paragraphs of a text, as a reader of the file takes them. */
export const paragraphsIn = (text: string): string[] =>
  text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => foldSpace(withoutControls(paragraph)))
    .filter(Boolean);

/** Two hundred files of hostile text, each with a line of its own, by name; the same at every call. */
export function hostileFiles(): [name: string, text: string][] {
  return fc
    .sample(hostileText, { numRuns: 200, seed: 2031 })
    .map((text, at) => [
      `${at}.txt`,
      `date 2031-06-${String(1 + (at % 30)).padStart(2, '0')} File ${at}.\n\n${text.toWellFormed()}`,
    ]);
}
