import type { Root } from 'mdast';
import { bodyOfPost } from '../dump/post-html.ts';
import { unblocked } from './blocks.ts';
import { type Pictures, unwrapped } from './shortcodes.ts';

/** The text of a post as HTML, as WordPress itself shows it, with what is left out of it. */
export function contentHtml(
  content: string,
  noted: readonly string[],
  pictures: Pictures,
): { html: string; notes: string[] } {
  const { html, footnotes, notes } = unwrapped(content, pictures);
  const all = [...noted, ...footnotes];
  const list =
    all.length > 0 ? `\n\n<ol>${all.map((note) => `<li>${note}</li>`).join('')}</ol>\n\n` : '';
  const read = unblocked(html, list);
  return { html: read.html, notes: [...notes, ...read.notes] };
}

/** The footnotes of the editor of blocks, which it keeps in a field of their own. */
export function footnotesIn(field: string | undefined): string[] {
  try {
    const notes: unknown = JSON.parse(field ?? '[]');
    return Array.isArray(notes) ? notes.map((note) => `${note?.content ?? ''}`) : [];
  } catch {
    return [];
  }
}

/** The body of a post. */
export function contentBody(
  content: string,
  footnotes: readonly string[],
  pictures: Pictures,
  address: string | undefined,
): { body: Root; notes: string[] } {
  const { html, notes } = contentHtml(content, footnotes, pictures);
  const read = bodyOfPost(html, address);
  return { body: read.body, notes: [...notes, ...read.notes] };
}
