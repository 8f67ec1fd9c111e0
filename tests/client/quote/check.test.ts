import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/client/quote/check.ts';
import type { ArticleData } from '../../../src/domain/article/article-data.ts';
import { FORMER_TEXTS_PATH, QUOTE_INDEX_PATH } from '../../../src/domain/quotation/layout.ts';
import { passagesOf } from '../../../src/domain/quotation/passage.ts';
import { quoteFiles } from '../../../src/outputs/quote-index/index-files.ts';

const PHOTO = 'm-aaaaaaaaaaaa';
const SCAN = 'm-bbbbbbbbbbbb';
const SOUND = 'm-cccccccccccc';
const corrections = [
  [`${PHOTO}.caption`, 'The packet boat at Quern on a grey Tuesday.'],
  [`${SOUND}.words`, 'We rowed until the lamp at Holm went out.'],
  ['m-dddddddddddd', 'A cart and two horses on the lower road.'],
  ['title', 'The packet boat is lost with all hands'],
].map(([was = '', text = '']) => ({ date: '2031-05-01', note: 'Wrong.', was, text, typo: false }));

const article = {
  id: '2031/04/02/boat',
  lang: 'en',
  heading: 'The packet boat comes home to Holm',
  headingStated: true,
  summary: 'She had been missing for a week and a day.',
  paragraphs: [{ id: 'p-aaaaaaaa', text: 'She tied up at the quay of Holm before anyone was up.' }],
  corrections: corrections.map((one) => ({ ...one, became: [] })),
  media: [
    {
      id: PHOTO,
      kind: 'photograph',
      caption: 'The packet boat at Holm on a grey Tuesday.',
      altText: 'A boat with a torn sail beside a mole.',
      creditLine: 'Ilse Brandt for the Gazette of Quern',
    },
    { id: SCAN, kind: 'facsimile', texts: ['', 'The ferry will not\nrun on Sundays again.'] },
    { id: SOUND, kind: 'audio', texts: ['We rowed until the lamp at Quern went out.'] },
  ],
} as unknown as ArticleData;

const files = quoteFiles([
  { id: article.id, paragraphIds: ['p-aaaaaaaa'], corrections, became: [] },
]);
const sources = {
  file: async <T>(path: string) => files.get(path) as T | undefined,
  article: async () => article,
  holding: async () => [article],
};

/** The answer to some words, and where they stand. */
async function answered(words: string) {
  const [passage] = passagesOf(words);
  assert.ok(passage);
  const { answer, places } = await check(passage, sources);
  return [answer, ...places.map(({ path, what, until }) => [path, what, until].join(' ').trim())];
}

const PAGE = '/2031/04/02/boat/';
for (const [words, ...expected] of [
  ['The packet boat at Holm on a grey', 'says', `/media/${PHOTO}/ caption of a photograph`],
  ['a torn sail beside a mole', 'says', `/media/${PHOTO}/ alternative text of a photograph`],
  ['a Torn Sail beside a mole', 'nearly', `/media/${PHOTO}/ alternative text of a photograph`],
  ['Ilse Brandt for the Gazette', 'says', `/media/${PHOTO}/ credit line of a photograph`],
  ['will not run on Sundays again', 'says', `/media/${SCAN}/#page=2 words of page 2 of a scan`],
  ['until the lamp at Quern went out', 'says', `/media/${SOUND}/#page=1 words of a sound`],
  ['packet boat comes home to Holm', 'says', `${PAGE} headline`],
  ['missing for a week and a day', 'says', `${PAGE} summary`],
  [
    'The packet boat at Quern on a grey',
    'said',
    `${PAGE}#${PHOTO} caption of a picture or other medium 2031-05-01`,
  ],
  [
    'until the lamp at Holm went out',
    'said',
    `${PAGE}#${SOUND} words of a scan, document, sound or film 2031-05-01`,
  ],
  [
    'A cart and two horses on the lower road.',
    'said',
    `${PAGE}#corrections picture or other medium 2031-05-01`,
  ],
  ['lost with all hands', 'said', `${PAGE}#corrections headline 2031-05-01`],
  ['sunk by pirates off the lower mole', 'never'],
] as const)
  test(`“${words}”: ${expected.join(', ')}`, async () => {
    assert.deepEqual(await answered(words), expected);
  });

test('what was only counted or dated is no text that was said', () => {
  assert.ok(files.has(QUOTE_INDEX_PATH));
  const dated = [
    {
      ...corrections[0],
      was: `${PHOTO}.dateCreated`,
      text: '2031-04-02',
      note: 'x',
      date: '2031-05-01',
      typo: false,
    },
  ];
  const former = quoteFiles([{ id: 'a', paragraphIds: [], corrections: dated, became: [] }]);
  assert.deepEqual(former.get(FORMER_TEXTS_PATH), []);
});
