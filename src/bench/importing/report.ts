import { table } from '../table.ts';
import type { PageRead } from './reading.ts';

/** What was measured of one corpus; as JSON it is what `--json` writes. */
export interface CorpusRead {
  name: string;
  pages: PageRead[];
  /** Seconds of a processor's time for all pages, where the system tells them. */
  processorSeconds: number | undefined;
}

/** A page is whole where at most one in two hundred of its expected words is missing. */
const WHOLE = 0.995;

const sum = <One>(all: readonly One[], value: (one: One) => number) =>
  all.reduce((total, one) => total + value(one), 0);
const share = (part: number, all: number) =>
  all > 0 ? `${((100 * part) / all).toFixed(1)} %` : '';
const of = (part: number, all: number) => (all > 0 ? `${part} of ${all}` : '');

/** Why pages failed, by what the reader says when it ends its process. */
const HANG = /seconds of a processor’s time/u;
const CRASH = /MB of memory|nested too deeply/u;

/** The figures of one corpus, in the order of the rows. */
function figuresOf({ pages, processorSeconds }: CorpusRead): [string, string][] {
  const failed = pages.flatMap(({ failed }) => failed ?? []);
  const hangs = failed.filter((reason) => HANG.test(reason)).length;
  const crashes = failed.filter((reason) => CRASH.test(reason)).length;
  const texts = pages.flatMap(({ failed, words }) =>
    words && words.expected > 0 ? { failed, words } : [],
  );
  const read = texts.filter(({ failed }) => failed === undefined).map(({ words }) => words);
  const expected = sum(texts, ({ words }) => words.expected);
  const found = sum(texts, ({ words }) => words.found);
  const facts = (name: 'title' | 'date') => {
    const stated = pages.flatMap((page) => page[name] ?? []);
    return of(stated.filter(({ isRight }) => isRight).length, stated.length);
  };
  const snippets = sum(pages, (page) => page.snippets.expected);
  return [
    ['pages', `${pages.length}`],
    ['failed', `${failed.length}`],
    ['hung', `${hangs}`],
    ['crashed', `${crashes}`],
    ['words found', share(found, expected)],
    [
      'words found, mean of pages read',
      share(
        sum(read, (one) => one.found / one.expected),
        read.length,
      ),
    ],
    [
      'precision',
      share(
        found,
        sum(texts, ({ words }) => words.taken),
      ),
    ],
    [
      'precision, mean of pages read',
      share(
        sum(read, (one) => (one.taken > 0 ? one.right / one.taken : 0)),
        read.length,
      ),
    ],
    [
      'pages whole',
      of(texts.filter(({ words }) => words.found >= WHOLE * words.expected).length, texts.length),
    ],
    [
      'snippets found',
      of(
        sum(pages, (page) => page.snippets.found),
        snippets,
      ),
    ],
    ['surroundings taken', snippets > 0 ? `${sum(pages, (page) => page.surroundings.length)}` : ''],
    ['headline', facts('title')],
    ['date', facts('date')],
    ['pages that lost text in silence', `${pages.filter(({ isSilent }) => isSilent).length}`],
    [
      'items a second of a processor',
      processorSeconds === undefined ? '' : (pages.length / processorSeconds).toFixed(2),
    ],
  ];
}

/** A report as text, for a terminal. */
export function inWords(corpora: readonly CorpusRead[]): string {
  const columns = corpora.map((corpus) => new Map(figuresOf(corpus)));
  const rows = [...(columns[0]?.keys() ?? [])].map((name) => [
    name,
    ...columns.map((column) => column.get(name) ?? ''),
  ]);
  return table([['', ...corpora.map(({ name }) => name)], ...rows], 'right');
}
