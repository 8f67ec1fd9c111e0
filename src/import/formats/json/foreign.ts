import { own } from '../../../domain/own.ts';

/** Telling JSON of other programs by the names of its fields. */

const has = (value: unknown, ...names: string[]) =>
  names.every((name) => own(value, name) !== undefined);
const hasList = (value: unknown, name: string) => Array.isArray(own(value, name));

const FORMS: readonly [is: (value: object) => boolean, what: string][] = [
  [(value) => hasList(value, 'posts'), 'posts of a content API'],
  [(value) => has(value, 'jsonapi'), 'an answer of a JSON:API, such as Drupal’s'],
  [(value) => hasList(value, 'articles'), 'an answer of NewsAPI'],
  [
    (value) => has(value, 'publishedAt', 'content') || has(value, 'publishedDate', 'content'),
    'an article of NewsAPI',
  ],
  [(value) => typeof own(value, 'response') === 'object', 'an answer of a newspaper’s API'],
  [(value) => has(value, '@context'), 'JSON-LD'],
  [(value) => has(value, 'nbformat', 'cells'), 'a Jupyter notebook'],
  [(value) => /^Feature(?:Collection)?$/.test(`${own(value, 'type')}`), 'GeoJSON'],
  [(value) => has(value, 'contentTypes', 'entries'), 'an export of Contentful'],
];

/** What a value of JSON is, where it is known and not read. */
export const jsonForm = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? FORMS.find(([is]) => is(value))?.[1] : undefined;
