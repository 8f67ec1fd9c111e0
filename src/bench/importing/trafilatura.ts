import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './corpus.ts';

const TRUTH = 'tests/evaldata.json';
const FOLDERS = ['tests/cache', 'tests/eval'];

/** What the file says of one page. */
interface Stated {
  file: string;
  with?: string[];
  without?: string[];
  title?: string;
  date?: string;
}

/** One file with pieces of the text of each page, its headline and its day; the pages lie in two folders. */
export const trafilatura: Layout = {
  holds: `${TRUTH}, tests/cache and tests/eval (adbar/trafilatura)`,
  corpusIn: (folder) => {
    if (!existsSync(join(folder, TRUTH))) return undefined;
    const truth = JSON.parse(readFileSync(join(folder, TRUTH), 'utf8')) as Record<string, Stated>;
    const pages = Object.values(truth).flatMap((stated) => {
      const path = FOLDERS.map((one) => join(folder, one, stated.file)).find(existsSync);
      return path === undefined
        ? []
        : [
            {
              name: stated.file,
              bytes: () => readFileSync(path),
              expected: {
                snippets: stated.with ?? [],
                surroundings: stated.without ?? [],
                ...(stated.title && { title: stated.title }),
                ...(stated.date && { date: stated.date }),
              },
            },
          ];
    });
    return { name: 'trafilatura', pages };
  },
};
