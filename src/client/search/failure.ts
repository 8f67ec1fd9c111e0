import { type Part, queryOf } from '../../domain/search/query/part.ts';
import { isBlank, type SearchState, searchOf } from '../../domain/search/state.ts';
import { make } from '../dom.ts';
import type { Finding } from './finding/finding.ts';
import { telling } from './finding/most-words.ts';

/** Where nothing was found: the reasons, and links to similar searches that find something. */
export function failures(
  state: SearchState,
  finding: Finding,
  nearest: ReadonlyMap<string, string>,
): HTMLElement[] {
  if (finding.articles.length > 0) return [];
  return [
    ...impossibilities(state, finding),
    ...finding.missing.map((part) => absence(part, state, finding, nearest)),
    ...separateParts(state, finding),
    ...widerSearches(state, finding),
  ];
}

const sentence = (...children: Parameters<typeof make>[2][]) => make('p', {}, ...children);
const link = (state: SearchState, text: string) =>
  make('a', { href: searchOf(state) || '?' }, text);

function impossibilities({ q }: SearchState, { parts }: Finding): HTMLElement[] {
  if (!q || parts.length > 0) return [];
  return [sentence(`“${q}” has no letter or figure in it, and only those can be found.`)];
}

/** The search with one part of its query replaced, or left out where `written` is empty. */
function rewritten(
  state: SearchState,
  { parts }: Finding,
  part: Part,
  written: string,
): SearchState {
  const others = parts.flatMap((other) => {
    if (other !== part) return [other];
    return written === '' ? [] : [{ ...part, written }];
  });
  return { ...state, q: queryOf(others), exact: undefined, page: 1 };
}

function absence(
  part: Part,
  state: SearchState,
  finding: Finding,
  nearest: ReadonlyMap<string, string>,
) {
  const near = nearest.get(part.written);
  const hasOthers = finding.parts.length > 1;
  return sentence(
    `No text holds “${part.written}”.`,
    ...(near ? [' Did you mean ', link(rewritten(state, finding, part, near), near), '?'] : []),
    ...(hasOthers
      ? [' ', link(rewritten(state, finding, part, ''), 'Search without it'), '.']
      : []),
  );
}

/** The note that each part of the query occurs, but no article has them all. */
function separateParts(state: SearchState, { parts, missing }: Finding): HTMLElement[] {
  if (parts.length < 2 || missing.length > 0 || isNarrow(state)) return [];
  const sought = telling(parts.filter(({ type, excluded }) => !excluded && type !== 'date'));
  if (sought.length < 2) return [];
  const alone = sought.map((part) =>
    make('li', {}, link({ ...state, q: queryOf([part]), page: 1 }, part.written)),
  );
  return [
    sentence('Each of these occurs in the archive, but no article holds all of them:'),
    make('ul', {}, ...alone),
  ];
}

const withoutLimits = (state: SearchState): SearchState => ({
  ...state,
  chosen: { people: [], places: [], organisations: [] },
  from: '',
  to: '',
  page: 1,
});

const isNarrow = (state: SearchState) => !isBlank({ ...state, q: '' });

function widerSearches(state: SearchState, { relaxed, missing }: Finding): HTMLElement[] {
  const whole = withoutLimits(state);
  const lines = relaxed
    .filter((relaxation) => searchOf(relaxation.state) !== searchOf(whole))
    .map(({ without, state: wider, count }) =>
      sentence(link(wider, `Without ${without}`), `: ${count}.`),
    );
  if (!isNarrow(state) || missing.length > 0) return lines;
  if (!isBlank(whole)) {
    const alone = link(whole, `Search for “${state.q}” alone`);
    return [...lines, sentence(alone, ', in all names and dates.')];
  }
  const none = 'No article is filed under all that was chosen. ';
  return [sentence(none, link(whole, 'Choose anew'), '.'), ...lines];
}
