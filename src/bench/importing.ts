import { openReader } from '../import/reader/reader.ts';
import type { Corpus, Layout } from './importing/corpus.ts';
import { readability } from './importing/readability.ts';
import { type PageRead, readPage } from './importing/reading.ts';
import type { CorpusRead } from './importing/report.ts';
import { scrapinghub } from './importing/scrapinghub.ts';
import { trafilatura } from './importing/trafilatura.ts';
import { secondsOfEnded } from './processor.ts';

const LAYOUTS: readonly Layout[] = [readability, scrapinghub, trafilatura];

/** What folders with corpora are known by, a line each. */
export const layoutsInWords = LAYOUTS.map(({ holds }) => holds).join('\n');

/** The corpus that lies in a folder; `undefined` where its layout is not known. */
export function corpusIn(folder: string): Corpus | undefined {
  for (const { corpusIn } of LAYOUTS) {
    const corpus = corpusIn(folder);
    if (corpus) return corpus;
  }
  return undefined;
}

const OFTEN = 50;

/** Reads every page of a corpus as an import does, writes nothing, and compares it with what is expected of it. */
export async function benchImporting(
  { name, pages }: Corpus,
  say: (line: string) => void,
): Promise<CorpusRead> {
  const before = secondsOfEnded();
  const reader = openReader();
  const read: PageRead[] = [];
  for (const page of pages) {
    read.push(await readPage(page, reader));
    if (read.length % OFTEN === 0) say(`${name}: ${read.length} of ${pages.length} pages`);
  }
  await reader.close();
  const after = secondsOfEnded();
  return {
    name,
    pages: read,
    processorSeconds: before === undefined || after === undefined ? undefined : after - before,
  };
}
