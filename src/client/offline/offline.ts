import { longDay } from '../../domain/date.ts';
import type { OfflineNames } from '../../domain/search/offline-names.ts';
import { make } from '../dom.ts';
import { match } from './matching.ts';

/** The search of a packed site, as a script that a page on a disk can load. Another script before it sets the names. */
declare const archiveNames: OfflineNames;

const MOST = 50;

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

function list(title: string, items: HTMLElement[], all: number): HTMLElement {
  return make(
    'section',
    {},
    make('h2', {}, title),
    make('ul', { class: 'plain' }, ...items),
    all > items.length &&
      make(
        'p',
        { class: 'meta' },
        `The first ${items.length} of ${all}: add a word to find fewer.`,
      ),
  );
}

function entry(href: string, name: string, note: string): HTMLElement {
  return make(
    'li',
    {},
    make('a', { href }, make('bdi', {}, name)),
    ' ',
    make('span', { class: 'meta' }, note),
  );
}

function online(query: string): HTMLElement {
  const latest = archiveNames.articles[0]?.[1];
  const until = latest
    ? ` The latest article of this copy is of ${longDay(latest, document.documentElement.lang)}.`
    : '';
  const asked = query ? `?${new URLSearchParams({ q: query })}` : '';
  return make(
    'p',
    { class: 'meta' },
    make('a', { href: `${archiveNames.address}search/${asked}` }, 'Search the words of all texts'),
    ` at the archive’s public address.${until}`,
  );
}

function show(query: string): void {
  const status = document.querySelector('[role="status"]');
  const results = document.querySelector('.offline-results');
  if (!status || !results) return;
  const { records, articles } = match(query, archiveNames);
  status.textContent =
    query.trim() === ''
      ? ''
      : `${count(records.length, 'name', 'names')} and ${count(articles.length, 'headline', 'headlines')} found.`;
  const names = records
    .slice(0, MOST)
    .map(({ kind, id, name, description, articles: filed }) =>
      entry(
        `../${kind}/${id}/index.html`,
        name,
        [count(filed, 'article', 'articles'), ...(description ? [description] : [])].join(' · '),
      ),
    );
  const headings = articles
    .slice(0, MOST)
    .map(([heading, day, path]) =>
      entry(`../${path}/index.html`, heading, longDay(day, document.documentElement.lang)),
    );
  results.replaceChildren(
    ...(names.length > 0 ? [list('Names', names, records.length)] : []),
    ...(headings.length > 0 ? [list('Headlines', headings, articles.length)] : []),
    online(query),
  );
}

const asked = new URLSearchParams(location.search);
const chosen = archiveNames.records.find(({ kind, id }) =>
  asked
    .getAll({ people: 'person', places: 'place', organisations: 'organisation' }[kind])
    .includes(id),
);
const query = asked.get('q') || chosen?.name || '';
const box = document.querySelector<HTMLInputElement>('input[name="q"]');
if (box) box.value = query;
show(query);
