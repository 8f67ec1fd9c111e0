import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './corpus.ts';
import { blocksOfHtml } from './text.ts';

const PAGES = 'test/test-pages';

/** A folder for each page: `source.html` as it was saved, `expected.html` with its text. */
export const readability: Layout = {
  holds: `${PAGES}/*/source.html and expected.html (mozilla/readability)`,
  corpusIn: (folder) => {
    const pages = join(folder, PAGES);
    if (!existsSync(pages)) return undefined;
    const names = readdirSync(pages)
      .filter((name) => existsSync(join(pages, name, 'source.html')))
      .toSorted();
    return {
      name: 'readability',
      pages: names.map((name) => ({
        name,
        bytes: () => readFileSync(join(pages, name, 'source.html')),
        expected: {
          blocks: blocksOfHtml(readFileSync(join(pages, name, 'expected.html'), 'utf8')),
        },
      })),
    };
  },
};
