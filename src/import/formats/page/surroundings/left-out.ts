import type { ArticleText } from '../article-text.ts';

const SHOWN = 60;

/**
 * What is told of the parts of a page that were left out.
 *
 * @param hidden the elements from which hidden text was taken
 */
export function leftOut(
  { furniture, unsure, around }: Pick<ArticleText, 'furniture' | 'unsure' | 'around'>,
  hidden: readonly Element[],
): string[] {
  const notes: string[] = [];
  // Of hidden menus and windows around the article nothing need be told.
  const count = hidden.filter((parent) => around?.contains(parent)).length;
  if (count > 0)
    notes.push(
      `${count === 1 ? 'one piece' : `${count} pieces`} of text that the page hides left out`,
    );
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
