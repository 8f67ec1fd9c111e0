import type { ArticleText } from './article-text.ts';

const SHOWN = 60;

/** What is told of the parts of a page that were left out. */
export function leftOut({
  furniture,
  unsure,
}: Pick<ArticleText, 'furniture' | 'unsure'>): string[] {
  const notes: string[] = [];
  const [first] = unsure;
  if (first)
    notes.push(
      `${unsure.length === 1 ? 'one paragraph' : `${unsure.length} paragraphs`} of the page left out, from “${first.text.slice(0, SHOWN)}”: see whether it belongs`,
    );
  const kinds = [...new Set(furniture.map(([, kind]) => kind))];
  if (kinds.length > 0)
    notes.push(
      `words around the text left out: ${furniture.length === 1 ? 'one line' : `${furniture.length} lines`} of ${kinds.join(', ')}`,
    );
  return notes;
}
