import { KIND_NOUNS } from '../archive/wording.ts';
import type { Catalogue } from './catalogue.ts';
import { make } from './dom.ts';
import type { Finding } from './finding.ts';
import { isBlank, narrowed, type SearchState, searchOf } from './state.ts';

/** What a reader should know of a search besides its results: which names were meant, what failed, and what to try. */
export function explanation(
  state: SearchState,
  finding: Finding,
  catalogue: Catalogue,
): HTMLElement[] {
  return [...choices(state, finding, catalogue), ...failures(state, finding, catalogue)];
}

/** One spelling, several people: the reader chooses. */
function choices(state: SearchState, { names }: Finding, catalogue: Catalogue): HTMLElement[] {
  return names
    .filter(({ records }) => records.length > 1)
    .map(({ words, records }) => {
      const links = records.flatMap((number) => {
        const record = catalogue.record(number);
        if (!record) return [];
        const address = searchOf(narrowed(state, record.kind, record.id));
        const what = record.description ?? KIND_NOUNS[record.kind];
        return [
          make('li', {}, make('a', { href: address }, make('bdi', {}, record.name)), ` (${what})`),
        ];
      });
      return make(
        'div',
        { class: 'notice' },
        make(
          'p',
          {},
          `“${words.join(' ')}” is the name of ${records.length} in this archive. Which one?`,
        ),
        make('ul', {}, ...links),
      );
    });
}

function failures(
  state: SearchState,
  { articles, missing }: Finding,
  catalogue: Catalogue,
): HTMLElement[] {
  if (articles.length > 0) return [];
  const lines = missing.map((words) => {
    const nearest = catalogue.nearest(words.split(' '));
    const suggestion = nearest && [
      ' Did you mean ',
      make('a', { href: searchOf({ ...state, q: nearest, page: 1 }) }, nearest),
      '?',
    ];
    return make('p', {}, `No text holds “${words}”.`, ...(suggestion || []));
  });
  const whole: SearchState = {
    ...state,
    chosen: { people: [], places: [], organisations: [] },
    from: '',
    to: '',
    page: 1,
  };
  const isNarrow = searchOf(whole) !== searchOf({ ...state, page: 1 });
  if (isNarrow && !isBlank(whole)) {
    lines.push(
      make(
        'p',
        {},
        make('a', { href: searchOf(whole) }, `Search for “${state.q}” alone`),
        ', in all names and dates.',
      ),
    );
  }
  return lines;
}
