import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hitOf } from '../../../../src/client/search/results/hit.ts';
import { wordRanges } from '../../../../src/client/search/results/marking.ts';
import { snippetPath } from '../../../../src/client/search/snippet/snippet.ts';
import { snippetsOf } from '../../../../src/client/search/snippet/snippets.ts';
import type { ArticleData } from '../../../../src/domain/article/article-data.ts';
import { articleWords } from '../../../../src/domain/search/indexed-text.ts';

const cut = (text: string, ...forms: string[][]) =>
  wordRanges(text, { forms: forms.map((some) => new Set(some)) }).map(({ start, end }) =>
    text.slice(start, end),
  );

test('words are marked as they were written, whatever their form', () => {
  assert.deepEqual(cut('Łódź and LODZ', ['lodz']), ['Łódź', 'LODZ']);
  assert.deepEqual(cut('The strike, the strikes', ['strike', 'strikes']), ['strike', 'strikes']);
  assert.deepEqual(cut('O’Darra’s answer', ["o'darra"]), ['O’Darra']);
  assert.deepEqual(cut('海は静かだ', ['静'], ['か']), ['静か']);
  assert.deepEqual(cut('More than 2,700 in the U.S. alone', ['2700']), ['2,700']);
  assert.deepEqual(cut('More than 2,700 in the U.S. alone', ['us']), ['U.S.']);
  assert.deepEqual(cut('nothing here', ['else']), []);
  assert.deepEqual(cut('else', []), []);
});

test('a phrase is marked where its words stand together', () => {
  const text = 'Aid was late. Humanitarian aid, the humanitarians said, is aid.';
  assert.deepEqual(cut(text, ['humanitarian'], ['aid']), ['Humanitarian aid']);
});

const article = {
  lang: 'en',
  heading: 'Lamps lit',
  about: ['ada-varga'],
  paragraphs: [
    { id: 'p-1', text: 'A first line about lamps.' },
    { id: 'p-2', text: 'Ada Varga lit the lamps. Then she slept, as lamps do not.' },
    { id: 'p-3', text: 'The lamps went out.' },
    { id: 'p-4', text: 'Lamps again.' },
  ],
  mentions: [{ kind: 'people', id: 'ada-varga', paragraph: 'p-2', start: 0, end: 9 }],
  media: [],
} as unknown as ArticleData;
const varga = {
  kind: 'people',
  id: 'ada-varga',
  name: 'Ada Varga',
  count: 1,
} as const;
const lamps = { forms: [new Set(['lamps'])] };
const shown = (snippets: ReturnType<typeof snippetsOf>) =>
  snippets.map(({ paragraph, pieces }) =>
    [paragraph, pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')].join(' '),
  );

test('the paragraphs with the most different matches are shown, in the order of the text', () => {
  assert.deepEqual(shown(snippetsOf(article, [varga], [lamps])), [
    'p-1 A first line about [lamps].',
    'p-2 [Ada Varga] lit the [lamps].',
    'p-3 The [lamps] went out.',
  ]);
});

test('all that was looked for is seen, as far as three paragraphs can show it', () => {
  const slept = { forms: [new Set(['slept'])] };
  const again = { forms: [new Set(['again'])] };
  assert.deepEqual(shown(snippetsOf(article, [], [lamps, slept, again])), [
    'p-1 A first line about [lamps].',
    'p-2 Ada Varga lit the [lamps].',
    'p-4 [Lamps] [again].',
  ]);
});

test('a paragraph that holds none of the matches is not shown', () => {
  assert.deepEqual(shown(snippetsOf(article, [varga], [])), ['p-2 [Ada Varga] lit the lamps.']);
  assert.deepEqual(snippetsOf(article, [], []), []);
});

test('a hit marks its headline, and says what it is about of what was asked for', () => {
  const { heading, about } = hitOf(article, [varga], [lamps]);
  assert.deepEqual(heading, [
    { text: 'Lamps', marked: true },
    { text: ' lit', marked: false },
  ]);
  assert.deepEqual(about, ['Ada Varga']);
});

test('where only days were asked for, the opening words stand for an article', () => {
  assert.deepEqual(shown(hitOf(article, [], []).snippets), ['p-1 A first line about lamps.']);
});

test('of an article without a text the summary is shown, whatever was searched for', () => {
  const record = {
    ...article,
    text: 'none',
    summary: 'Who lit the lamps.',
    paragraphs: [],
    mentions: [],
  } as unknown as ArticleData;
  for (const [records, matches] of [
    [[], []],
    [[varga], []],
    [[], [lamps]],
  ] as Parameters<typeof hitOf> extends [unknown, infer R, infer M] ? [R, M][] : never) {
    const [shownSummary, ...others] = hitOf(record, records, matches).snippets;
    assert.equal(shownSummary?.paragraph, undefined);
    assert.equal(shownSummary?.text, 'Who lit the lamps.');
    assert.deepEqual(others, []);
  }
  const [marked] = hitOf(record, [], [lamps]).snippets;
  assert.ok(marked?.pieces.some((piece) => piece.marked && piece.text === 'lamps'));
  // The page has no fragment of its own here, so the directive brings one.
  assert.match(marked?.directive ?? '', /^#:~:text=/);
  assert.deepEqual(hitOf({ ...record, summary: null }, [], [lamps]).snippets, []);
});

describe('the pages of scans, documents and recordings', () => {
  const scan = {
    ...article,
    id: '2031/04/02/a',
    media: [
      {
        id: 'm-abcdefghijkl',
        kind: 'facsimile',
        texts: [
          '',
          'Wrecks of the week.\nThe brig “Sable Tern” lay on the bar; her Brig Boat was lost.',
        ],
      },
      { id: undefined, kind: 'document', texts: ['The brig again, in a file that is not shown.'] },
      { id: 'm-mnopqrstuvwx', kind: 'photograph' },
    ],
  } as unknown as ArticleData;
  const brig = { forms: [new Set(['brig'])] };
  const bar = { forms: [new Set(['the']), new Set(['bar'])] };

  test('are found, and lead to their page with the words as they stand there', () => {
    const [found, ...others] = snippetsOf(scan, [], [brig, bar]);
    assert.deepEqual(others, []);
    assert.ok(found);
    assert.deepEqual(found.page, {
      ...{ medium: 'm-abcdefghijkl', kind: 'facsimile', page: 2, pages: 2 },
      words: 'brig "the bar" Brig',
    });
    assert.equal(
      snippetPath(scan.id, found),
      '/media/m-abcdefghijkl/?q=brig+%22the+bar%22+Brig#page=2',
    );
    const marked = found.pieces.filter((piece) => piece.marked).map(({ text }) => text);
    assert.deepEqual(marked, ['brig', 'the bar', 'Brig']);
  });

  test('of a document or transcript are marked by the browser, line by line, where they stand first', () => {
    const report = {
      ...article,
      media: [
        {
          ...{ id: 'm-abcdefghijkl', kind: 'document', caption: 'The report on the brig.' },
          texts: ['The brig sailed.', 'Of the lost\nbrig nothing came\nback; the brig was gone.'],
        },
        { id: 'm-mnopqrstuvwx', kind: 'audio', texts: ['A brig? A brig, and bells.'] },
      ],
    } as unknown as ArticleData;
    const links = snippetsOf(report, [], [brig]).map(
      (one) => snippetPath('2031/04/02/a', one) + one.directive,
    );
    assert.deepEqual(links, [
      '/media/m-abcdefghijkl/#page=1:~:text=The-,brig,-sailed.',
      '/media/m-abcdefghijkl/#page=2:~:text=brig,-nothing%20came&text=back%3B%20the-,brig,-was%20gone.',
      '/media/m-mnopqrstuvwx/#page=1:~:text=A-,brig,-%3F%20A%20brig%2C%20and&text=A%20brig%3F%20A-,brig,-%2C%20and%20bells.',
    ]);
  });

  test('stand behind the paragraphs, and only where they hold what was looked for', () => {
    const found = snippetsOf(scan, [varga], [lamps, brig]);
    assert.deepEqual(
      found.map(({ paragraph, page }) => paragraph ?? page?.page),
      ['p-1', 'p-2', 2],
    );
    assert.ok(snippetsOf(scan, [], [lamps]).every(({ page }) => page === undefined));
  });

  test('are found of an article of which the archive holds no text', () => {
    const record = { ...scan, text: 'none', summary: 'A page of wrecks.', paragraphs: [] };
    const { snippets } = hitOf(record as never, [], [brig]);
    assert.deepEqual(
      snippets.map(({ text, page }) => page?.page ?? text),
      ['A page of wrecks.', 2],
    );
  });

  test('are indexed behind the text', () => {
    assert.deepEqual(articleWords(scan).at(-1)?.slice(0, 4), ['wrecks', 'of', 'the', 'week']);
    assert.equal(articleWords(scan).length, articleWords(article).length + 1);
  });
});

describe('what is told of media', () => {
  const told = {
    ...article,
    id: '2031/04/02/a',
    media: [
      {
        ...{ id: 'm-abcdefghijkl', kind: 'photograph', lang: 'de' },
        ...{ caption: 'Das Boot am Kai.', altText: 'Ein Boot', creditLine: 'Odo Ferro / Gazette' },
        creator: 'Odo Ferro',
      },
      {
        ...{ kind: 'graphic', missing: { reason: 'Lost.' }, altText: '' },
        ...{ caption: 'A chart of the shoals.', creditLine: 'unknown', creator: 'Maud Tarn' },
      },
      { kind: 'photograph', caption: 'A quay that nobody may see.', creditLine: 'Odo Ferro' },
      {
        ...{ kind: 'document', caption: 'A quay that is withheld.' },
        withheld: { date: '2032-01-15', reason: 'Asked for.' },
      },
    ],
  } as unknown as ArticleData;
  const of = (word: string) => ({ forms: [new Set([word])] });
  const found = (...words: string[]) => snippetsOf(told, [], words.map(of));

  test('is found by its words, and leads to the page of the medium, where the browser marks them', () => {
    const [caption, ...others] = found('kai');
    assert.deepEqual(others, []);
    assert.ok(caption);
    assert.deepEqual(caption.told, {
      ...{ medium: 'm-abcdefghijkl', kind: 'photograph', field: 'caption' },
    });
    assert.equal(caption.lang, 'de');
    assert.equal(
      snippetPath(told.id, caption) + caption.directive,
      '/media/m-abcdefghijkl/#:~:text=Das%20Boot%20am-,Kai',
    );
  });

  test('is found by who made it, by its credit and by what is to be seen on it', () => {
    assert.deepEqual(
      [...found('ferro'), ...found('tarn'), ...found('ein')].map((one) => [
        one.told?.field,
        one.text,
        snippetPath(told.id, one),
      ]),
      [
        ['creditLine', 'Odo Ferro / Gazette', '/media/m-abcdefghijkl/'],
        ['creator', 'Maud Tarn', '/2031/04/02/a/'],
        ['altText', 'Ein Boot', '/media/m-abcdefghijkl/'],
      ],
    );
  });

  test('stands behind the text; what is missing leads to the article, which shows its caption', () => {
    const [first, ...others] = found('lamps', 'shoals');
    assert.equal(first?.paragraph, 'p-1');
    const chart = others.find((one) => one.told);
    assert.ok(chart);
    assert.equal(
      snippetPath(told.id, chart) + chart.directive,
      '/2031/04/02/a/#:~:text=A%20chart%20of%20the-,shoals',
    );
  });

  test('is not found where readers do not see it, nor that nobody knows a credit', () => {
    for (const word of ['quay', 'nobody', 'withheld', 'unknown']) assert.deepEqual(found(word), []);
    const words = articleWords(told).flat();
    for (const word of ['quay', 'unknown']) assert.ok(!words.includes(word), word);
  });

  test('is indexed behind the text, each field as a block of its own', () => {
    assert.deepEqual(
      articleWords(told)
        .slice(articleWords(article).length)
        .map((block) => block.join(' ')),
      ['das boot am kai', 'odo ferro gazette', 'ein boot', 'a chart of the shoals', 'maud tarn'],
    );
  });
});
