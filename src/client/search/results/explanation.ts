import {
  narrowed,
  queryWithout,
  type SearchState,
  searchOf,
} from '../../../domain/search/state.ts';
import { KIND_NOUNS } from '../../../messages/wording.ts';
import { make } from '../../dom.ts';
import { failures } from '../failure.ts';
import type { Finding } from '../finding/finding.ts';

/** Notes on a search besides its results: names with several meanings, what was ignored, what failed, what to try. */
export function explanation(
  state: SearchState,
  finding: Finding,
  nearest: ReadonlyMap<string, string>,
): HTMLElement[] {
  return [
    ...choices(state, finding),
    ...begun(finding),
    ...ignored(finding),
    ...failures(state, finding, nearest),
  ];
}

/** Where several records have the same name, a list to choose from. */
function choices(state: SearchState, { parts, seldomMeant }: Finding): HTMLElement[] {
  return parts.flatMap((part) => {
    if (part.type !== 'name' || part.records.length < 2 || part.excluded) return [];
    if (seldomMeant.has(part)) return [];
    if (part.records.some(({ kind, id }) => state.chosen[kind].includes(id))) return [];
    const links = part.records.map(({ kind, id, name, description }) => {
      const address = searchOf(narrowed(queryWithout(state, part.written), kind, id));
      return make(
        'li',
        {},
        make('a', { href: address }, make('bdi', {}, name)),
        ` (${description ?? KIND_NOUNS[kind]})`,
      );
    });
    return make(
      'div',
      { class: 'notice' },
      make(
        'p',
        {},
        `“${part.written}” is the name of ${part.records.length} in this archive. Which one?`,
      ),
      make('ul', {}, ...links),
    );
  });
}

/** How many of the words that were found in place of another are named. */
const NAMED = 5;

function begun({ begun }: Finding): HTMLElement[] {
  if (!begun) return [];
  // Words of a script from the right are told apart from those beside them.
  const quoted = (word: string) => ['“', make('bdi', {}, word), '”'];
  const words = begun.words
    .slice(0, NAMED)
    .flatMap((word, at) => [...(at > 0 ? [', '] : []), ...quoted(word)]);
  const more = begun.words.length > NAMED ? ' and others' : '';
  return [
    make(
      'p',
      { class: 'meta' },
      ...['No text holds ', ...quoted(begun.part.written), ' as a word. '],
      ...['Found are words that begin with it: ', ...words, `${more}.`],
    ),
  ];
}

function ignored({ ignored, parts }: Finding): HTMLElement[] {
  if (ignored.length === 0 || parts.length === 0) return [];
  const signs = ignored.map((sign) => `“${sign}”`).join(', ');
  return [
    make(
      'p',
      { class: 'meta' },
      `${signs} ${ignored.length > 1 ? 'have' : 'has'} no letter or figure in it, and was ignored.`,
    ),
  ];
}
