import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Layout } from './corpus.ts';

const TRUTH = 'ground-truth.json';

/** One file with the texts of all pages, by the names of the packed pages beside it. */
export const scrapinghub: Layout = {
  holds: `${TRUTH} and html/*.html.gz (scrapinghub/article-extraction-benchmark)`,
  corpusIn: (folder) => {
    if (!existsSync(join(folder, TRUTH))) return undefined;
    const truth = JSON.parse(readFileSync(join(folder, TRUTH), 'utf8')) as Record<
      string,
      { articleBody?: string }
    >;
    return {
      name: 'scrapinghub',
      pages: Object.entries(truth).map(([name, { articleBody = '' }]) => ({
        name,
        bytes: () => gunzipSync(readFileSync(join(folder, 'html', `${name}.html.gz`))),
        expected: { blocks: articleBody.split(/\n+/u).filter((block) => block.trim() !== '') },
      })),
    };
  },
};
