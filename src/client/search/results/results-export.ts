import { make } from '../../dom.ts';
import { save } from '../../save.ts';
import type { Finding } from '../finding/finding.ts';
import type { SearchSession } from '../session.ts';
import { csvOf, jsonOf, rowsOf } from './export.ts';
import type { Hit } from './hit.ts';
import type { PageContext } from './results.ts';

const AT_ONCE = 8;

/** All hits of a search, in order. @param tell is called with how many have been fetched */
async function allHits(
  session: SearchSession,
  finding: Finding,
  tell: (count: number) => void,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (let at = 0; at < finding.articles.length; at += AT_ONCE) {
    const some = finding.articles.slice(at, at + AT_ONCE);
    hits.push(...(await Promise.all(some.map((article) => session.hit(article, finding)))));
    tell(hits.length);
  }
  return hits;
}

/** Buttons that save the results of a search. The browser makes the files, from data that the archive publishes. */
export function exportBar(
  session: SearchSession,
  finding: Finding,
  { base, site }: PageContext,
): HTMLElement {
  const told = make('span', { role: 'status' });
  const button = (label: string, type: string, ending: string, write: (hits: Hit[]) => string) => {
    const made = make('button', { type: 'button', class: 'button' }, label);
    made.addEventListener('click', async () => {
      made.disabled = true;
      try {
        const hits = await allHits(session, finding, (count) => {
          if (finding.articles.length > AT_ONCE * 4)
            told.textContent = `${count} of ${finding.articles.length} articles…`;
        });
        save([write(hits)], type, `search-results.${ending}`);
        told.textContent = `${label} saved.`;
      } catch {
        told.textContent = 'It could not be made: an article did not come. Try again.';
      }
      made.disabled = false;
    });
    return made;
  };
  return make(
    'p',
    { class: 'export' },
    'Take these results along: ',
    button('CSV', 'text/csv;charset=utf-8', 'csv', (hits) => csvOf(rowsOf(hits, site, base))),
    ' ',
    button('JSON', 'application/json', 'json', (hits) =>
      jsonOf(rowsOf(hits, site, base), location.href, new Date().toISOString()),
    ),
    ' ',
    told,
  );
}
