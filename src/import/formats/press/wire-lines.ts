import type { XmlElement } from '../xml/element.ts';
import { escaped, tag } from '../xml/html.ts';

const SET_IN = /^[ \t\u00a0]{2,}\S/u;

/**
 * A paragraph of a wire may be a whole report with its lines as they were sent: one that is set in begins a paragraph.
 * Where every line is set in, that is only how the XML was printed.
 */
export function paragraphsIn({ children }: XmlElement): string | undefined {
  const [text, ...others] = children;
  if (typeof text !== 'string' || others.length > 0) return undefined;
  const [first = '', ...lines] = text.replace(/\r\n?/gu, '\n').split('\n');
  const isSent = lines.some((line) => /^\S/u.test(line)) && lines.some((line) => SET_IN.test(line));
  if (!isSent) return undefined;
  const paragraphs = [first];
  for (const line of lines)
    if (SET_IN.test(line) || line.trim() === '') paragraphs.push(line);
    else paragraphs.push(`${paragraphs.pop() ?? ''}\n${line}`);
  return paragraphs
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => tag('p', escaped(paragraph)))
    .join('');
}
