import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readProse } from '../../../src/content/markdown/prose.ts';
import type { FileContext } from '../../../src/content/markdown/rehype-record.ts';
import { foldSpace, paragraphId } from '../../../src/domain/article/paragraph.ts';
import { needles } from '../../../src/domain/authorities/mention.ts';

const CONTEXT: FileContext = {
  needles: needles([
    { kind: 'places', id: 'orlin', spelling: 'Orlin' },
    { kind: 'people', id: 'ada-varo', spelling: 'Ada Varo' },
    { kind: 'people', id: 'varo', spelling: 'Varo' },
    { kind: 'organisations', id: 'varo', spelling: 'Varo' },
  ]),
  figures: [],
  base: '/archive/',
};

const read = (body: string, context: Partial<FileContext> = {}) =>
  readProse(body, 0, { ...CONTEXT, ...context });

const ORLIN = '<a href="/archive/places/orlin/" class="name">';
const ADA = '<a href="/archive/people/ada-varo/" class="name">';

const LINKED: [rule: string, body: string, mentions: string[], html: string][] = [
  ['a name is linked', 'To Orlin.', ['places/orlin'], `To ${ORLIN}Orlin</a>.`],
  ['each time it stands', 'Orlin, Orlin', ['places/orlin', 'places/orlin'], `${ORLIN}Orlin</a>, ${ORLIN}Orlin</a>`],
  ['a possessive ending is not', 'Orlin’s', ['places/orlin'], `${ORLIN}Orlin</a>’s`],
  ['within markup', '*Orlin*', ['places/orlin'], `<em>${ORLIN}Orlin</a></em>`],
  ['across markup in parts', '**Ada** Varo', ['people/ada-varo'], `<strong>${ADA}Ada</a></strong>${ADA} Varo</a>`],
  ['across a line break', 'Ada\nVaro', ['people/ada-varo'], `${ADA}Ada Varo</a>`],
  ['in a link it counts only', '[Orlin](/2023/)', ['places/orlin'], '<a href="/archive/2023/">Orlin</a>'],
  ['in code it counts only', '`Orlin`', ['places/orlin'], '<code>Orlin</code>'],
  ['of two records it is not guessed', 'Varo', ['people/varo', 'organisations/varo'], '>Varo<'],
]; // biome-ignore format: a table reads better than a column

for (const [rule, body, mentions, expected] of LINKED) {
  test(`names: ${rule}`, async () => {
    const prose = await read(body);
    assert.deepEqual(
      prose.mentions.map(({ kind, id }) => `${kind}/${id}`),
      mentions,
    );
    assert.ok(prose.html?.includes(expected), prose.html);
  });
}

test('a mention tells its paragraph and where in its text it stands', async () => {
  const { paragraphs, mentions } = await read(
    'Rain.\n\n- By [Ada\n  Varo](/2023/), *Ada* Varo and `Orlin`.',
  );
  const words = mentions.map(({ paragraph, start, end }) =>
    paragraphs.find(({ id }) => id === paragraph)?.text.slice(start, end),
  );
  assert.deepEqual(words, ['Ada Varo', 'Ada Varo', 'Orlin']);
});

test('a figure is tied to the first paragraph that states its words', async () => {
  const figures = [
    { id: 'crew', asStated: '13 sailors' },
    { id: 'year', asStated: '13' },
    { id: 'absent', asStated: '14 sailors' },
  ];
  const {
    paragraphs,
    stated,
    html = '',
  } = await read('In 2013.\n\nThey were *13*\nsailors.\n\n13 sailors.', { figures });
  const [, second] = paragraphs;
  assert.deepEqual(
    stated,
    new Map([
      ['crew', second?.id],
      ['year', second?.id],
    ]),
  );
  assert.equal(html.match(/href="#f-crew"/g)?.length, 1);
  assert.match(html, /<a href="#f-year"[^>]* aria-label="Figure 2"[^>]*>/);
  assert.doesNotMatch(html, /f-absent/);
});

test('labels that are put in say their language where it is not that of the article', async () => {
  assert.match(
    (await read('نزل المطر.', { labelLang: 'en' })).html ?? '',
    /class="permalink"[^>]* lang="en"/,
  );
  assert.doesNotMatch((await read('Rain.')).html ?? '', /lang=/);
});

test('each block of an article leads to what cites it; a body that is no article’s does not', async () => {
  const { paragraphs, html = '' } = await read('Rain.\n\n- Wind.', {
    article: '2031/04/02/storm',
  });
  for (const { id } of paragraphs)
    assert.ok(html.includes(`/cite/?article=2031/04/02/storm&amp;paragraph=${id}"`), html);
  assert.doesNotMatch((await read('Rain.')).html ?? '', /\/cite\//);
});

const MARKED: [what: string, jsx: string, plain: string][] = [
  ['inline', 'To <em>Orlin</em> by Ada Varo.', 'To *Orlin* by Ada Varo.'],
  ['beside plain text', 'Rain.\n\n<hr />\n\nOrlin had 13 sailors.', 'Rain.\n\nOrlin had 13 sailors.'],
  ['around paragraphs', '<section>\n\nRain.\n\n13 sailors of Orlin.\n\n</section>', 'Rain.\n\n13 sailors of Orlin.'],
  ['around bare text', '<section>\n  13 sailors of Orlin.\n</section>', '13 sailors of Orlin.'],
  ['with a sum and a comment', '<b>Orlin</b>: {10 + 3} sailors{/* hush */}.', '**Orlin**: 13 sailors.'],
]; // biome-ignore format: a table reads better than a column

for (const [what, jsx, plain] of MARKED) {
  test(`JSX ${what} has the ids, mentions and figures of its plain twin`, async () => {
    const figures = [{ id: 'crew', asStated: '13 sailors' }];
    const [marked, twin] = [await read(jsx, { figures }), await read(plain, { figures })];
    for (const fact of ['paragraphs', 'mentions', 'stated'] as const) {
      assert.deepEqual(marked[fact], twin[fact], fact);
    }
  });
}

test('text whose signs are all written as character references is that text', async () => {
  const unit = fc.constantFrom(...'aZé غ渡{}<>&*_`[]()!#~|\\-+=.:@$^"\'/1 ');
  const referenced = (text: string) =>
    [...text].map((c) => (/[\p{L}\p{N} ]/u.test(c) ? c : `&#${c.codePointAt(0)};`)).join('');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 40 }), async (text) => {
      const { paragraphs } = await read(referenced(text), { needles: [] });
      const words = foldSpace(text);
      assert.deepEqual(paragraphs, words === '' ? [] : [{ id: paragraphId(words), text: words }]);
    }),
    { numRuns: 300 },
  );
});

test('a paragraph that keeps its words says that its place or markup changed, one that got them back what it was', async () => {
  const [rain, wind] = [paragraphId('Rain.'), paragraphId('Wind and rain.')];
  const said = { note: 'It was wrong.', typo: false };
  const marked = { ...said, date: '2031-05-01', was: rain, text: 'Rain.' };
  const again = { ...said, date: '2031-05-02', was: wind, text: 'Wind and rain.' };
  const kept = (await read('**Rain.**', { corrections: [marked] })).html ?? '';
  assert.match(kept, /Place or markup changed on/);
  assert.doesNotMatch(kept, /It said|Moved|Corrected/);
  const back = (await read('Rain.', { corrections: [marked, again] })).html ?? '';
  assert.doesNotMatch(back, /Place or markup/);
  assert.equal(back.match(/Corrected on/g)?.length, 2, back);
});
