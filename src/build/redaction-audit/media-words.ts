import { readFileSync } from 'node:fs';
import { LARGEST, lyingAt } from '../../content/files/regular-file.ts';
import { inspectFile } from '../../content/media/inspection/inspection.ts';
import { filesOf, mediumFile } from '../../content/media/media-path.ts';
import type { Article } from '../../domain/article/article.ts';
import { type FiledMedium, isPublished } from '../../domain/media/filed-medium.ts';

/** Words of a medium that is published nowhere. */
export interface MediumText {
  /** The file of the medium, as its article names it. */
  file: string;
  text: string;
}

type MediaEntry = Pick<Article, 'withheld' | 'withdrawn' | 'draft'> & {
  media: readonly FiledMedium[];
};

/** True where what is said of a medium, and what it says, is published nowhere. Drafts hide no words. */
const isSilent = (medium: FiledMedium, entry: MediaEntry) =>
  !entry.draft && !medium.missing && !isPublished(medium, entry);

/** True where an article has media whose words are published nowhere. Nothing is read for it. */
export const hasSilentMedia = (entry: MediaEntry): boolean =>
  entry.media.some((medium) => isSilent(medium, entry));

const CONTENT = /\bCONTENT="([^"]*)"/g;

/** The words of a file of captions, of a transcript, or of the words of a scan (ALTO, hOCR). */
function wordsOfFile(text: string): string {
  if (/<alto[\s>]/i.test(text.slice(0, 2000)))
    return Array.from(text.matchAll(CONTENT), ([, word]) => word).join(' ');
  const lines = text.split(/\r?\n/).filter((line) => !line.includes('-->'));
  return lines.join('\n').replaceAll(/<[^<>]*>/g, ' ');
}

/** What is said of media that are published nowhere, and what these say. @param article its id, and the path of its file */
export async function mediaTexts(
  article: { id: string; path: string },
  entry: MediaEntry,
): Promise<MediumText[]> {
  const texts: MediumText[] = [];
  for (const medium of entry.media.filter((one) => isSilent(one, entry))) {
    const { file = medium.id ?? '', caption, altText } = medium;
    const said = [caption, altText].filter((one) => one !== undefined);
    const own = medium.file === undefined ? undefined : mediumFile(article, medium.file);
    if (own !== undefined && lyingAt(own) === 'file') {
      const found = await inspectFile(own);
      if ('facts' in found) said.push(...(found.facts.texts ?? []));
    }
    for (const name of filesOf(medium).filter((one) => one !== medium.file)) {
      const path = mediumFile(article, name);
      if (lyingAt(path) === 'file' && !path.endsWith('.pdf'))
        said.push(wordsOfFile(readFileSync(path).subarray(0, LARGEST).toString()));
    }
    texts.push(...said.map((text) => ({ file, text })));
  }
  return texts;
}
