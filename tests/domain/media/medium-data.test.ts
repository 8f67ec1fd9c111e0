import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../../../src/domain/article/article.ts';
import { mediumDataSchema } from '../../../src/domain/data/medium.ts';
import { filedMediumSchema } from '../../../src/domain/media/filed-medium.ts';
import type { FileFacts } from '../../../src/domain/media/media-type.ts';
import { mediumData } from '../../../src/domain/media/medium-data.ts';

const article = { withheld: [], withdrawn: undefined, draft: false } as unknown as Article;

/** All that the archive may know of a file. */
const FACTS: Required<FileFacts> = {
  ...{ sha256: 'a'.repeat(64), bytes: 9, type: 'image/tiff', width: 4, height: 3, frames: 2 },
  ...{ pages: 2, seconds: 1.5, texts: ['One', 'Two'], words: 'b'.repeat(64) },
  times: [{ at: 0, from: 0.5 }],
  pageSizes: [
    { width: 4, height: 3 },
    { width: 5, height: 6 },
  ],
};

test('whatever is known of a file, what is published of it is of the form that the schema says', () => {
  const medium = {
    ...filedMediumSchema.parse({
      ...{ file: 'scan.tif', kind: 'facsimile', altText: 'A page', creditLine: 'Gazette' },
      ...{ id: 'm-abcdefghijkl', facts: FACTS },
    }),
    facts: FACTS,
  };
  const data = JSON.parse(JSON.stringify(mediumData(medium, article, '/')));
  assert.deepEqual(mediumDataSchema.parse(data), data);
  assert.deepEqual(data.texts, FACTS.texts);
  assert.equal(data.file.pages, 2);
});

test('of one that may hold words that its article withholds nothing is published but what it is', () => {
  const medium = filedMediumSchema.parse({
    ...{
      file: 'scan.tif',
      kind: 'facsimile',
      altText: 'A page',
      caption: 'The names of the crew.',
    },
    ...{ creditLine: 'Gazette', creator: 'Odo Ferro', position: 'head', id: 'm-abcdefghijkl' },
    facts: FACTS,
  });
  const withheld = [{ name: 'Ada Varga', as: 'a minor', reason: 'Asked for.', date: '2032-01-15' }];
  const data = mediumData(medium, { ...article, withheld } as unknown as Article, '/');
  assert.deepEqual(data, { kind: 'facsimile', decorative: false, personsShown: [], regions: [] });
  assert.deepEqual(mediumDataSchema.parse(data), data);
});
