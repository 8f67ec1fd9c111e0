import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keepText, keptText } from '../../content/store/kept-text.ts';
import type { Manifest, SpeltRecord } from '../../domain/search/layout.ts';
import { filedUnder, type IndexedArticle } from './filing.ts';

/** What the manifest says of all files of search but those of words. */
export type SaidOfNames = Omit<Manifest, 'release' | 'words' | 'near'>;

interface Kept {
  input: string;
  said: SaidOfNames;
}

const fileIn = (cache: string) => join(cache, 'search-names.json');

/** A digest of all that these files are made of: the records, and what each article is filed under. */
export function namesInput(
  records: readonly SpeltRecord[],
  articles: readonly IndexedArticle[],
): string {
  const digest = createHash('sha256').update(JSON.stringify(records));
  for (const article of articles)
    digest.update(`\n${article.id} ${article.date} ${[...filedUnder(article)].join(' ')}`);
  return digest.digest('base64url');
}

/** What was said of the files that were last made and proved, if it was of this input. */
export function keptSaid(cache: string, input: string): SaidOfNames | undefined {
  const text = keptText(fileIn(cache));
  const kept: Kept | undefined = text === undefined ? undefined : JSON.parse(text);
  return kept?.input === input ? kept.said : undefined;
}

/** Keeps for the next build what is said of files that are written and proved. */
export const keepSaid = (cache: string, input: string, said: SaidOfNames): void =>
  keepText(fileIn(cache), JSON.stringify({ input, said } satisfies Kept));
