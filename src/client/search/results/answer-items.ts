import type { SoundSearch } from '../../../domain/search/address.ts';
import { make } from '../../dom.ts';
import { faultNotice, pastEnd } from '../address-notice.ts';
import { correctedNotice, likelierNotices } from '../corrections/notice.ts';
import { chosenFilters } from '../filters/chosen-filters.ts';
import type { Answer, SearchSession } from '../session.ts';
import { explanation } from './explanation.ts';
import { readingNotes } from './reading-notes.ts';
import { hitItem, type PageContext, pager } from './results.ts';
import { exportBar } from './results-export.ts';
import { versionsOf } from './versions.ts';

/**
 * All that is shown of an answer: what it is filtered by, notes, hits, further pages, and what can be saved.
 *
 * @param nearest for parts of the query what was probably meant, by the words as written
 */
export const answerItems = (
  { state, faults }: SoundSearch,
  { finding, corrected, page, pages, first, hits }: Answer,
  nearest: ReadonlyMap<string, string>,
  session: SearchSession,
  context: PageContext,
): (HTMLElement | string)[] => [
  faultNotice(
    [...faults, ...(hits.length > 0 ? pastEnd(state, pages) : [])],
    state,
    context.lang,
  ) ?? '',
  chosenFilters(state, finding.limits, context.lang) ?? '',
  corrected ? correctedNotice(state, corrected) : '',
  ...readingNotes(corrected ?? state, finding, context.lang),
  ...likelierNotices(corrected ?? state, finding, nearest),
  ...explanation(corrected ?? state, finding, nearest),
  make(
    'ol',
    { class: 'entries' },
    ...versionsOf(hits).flatMap(([hit, ...others]) =>
      hit ? [hitItem(hit, others, first + hits.indexOf(hit), context)] : [],
    ),
  ),
  pager({ ...state, page }, pages, context.lang) ?? '',
  hits.length > 0 ? exportBar(session, finding, context) : '',
];
