/** Telling JSON of other programs by the names of its fields. */

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const hasAll = (value: Fields, ...names: string[]) =>
  names.every((name) => Object.hasOwn(value, name));
const inner = (value: Fields, name: string): Fields => {
  const found = Object.hasOwn(value, name) ? value[name] : undefined;
  return isObject(found) ? found : {};
};

const FORMS: readonly [is: (value: Fields) => boolean, what: string][] = [
  [
    (value) => Array.isArray(value['db']) || Array.isArray(inner(value, 'data')['posts']),
    'an export of Ghost',
  ],
  [(value) => Array.isArray(value['posts']), 'posts of a content API'],
  [
    (value) => isObject(value['title']) && hasAll(inner(value, 'title'), 'rendered'),
    'posts of WordPress’s REST API',
  ],
  [(value) => hasAll(value, 'jsonapi'), 'an answer of a JSON:API, such as Drupal’s'],
  [(value) => Array.isArray(value['articles']), 'an answer of NewsAPI'],
  [
    (value) => hasAll(value, 'publishedAt', 'content') || hasAll(value, 'publishedDate', 'content'),
    'an article of NewsAPI',
  ],
  [
    (value) => hasAll(value, 'response') && isObject(value['response']),
    'an answer of a newspaper’s API',
  ],
  [(value) => hasAll(value, '@context'), 'JSON-LD'],
  [(value) => hasAll(value, 'nbformat', 'cells'), 'a Jupyter notebook'],
  [(value) => value['type'] === 'FeatureCollection' || value['type'] === 'Feature', 'GeoJSON'],
  [(value) => hasAll(value, 'contentTypes', 'entries'), 'an export of Contentful'],
  [
    (value) =>
      hasAll(value, 'id', 'type') && (hasAll(value, 'issued') || hasAll(value, 'container-title')),
    'CSL-JSON, a reference',
  ],
];

/** What a value of JSON is, where it is known and not read. */
export const jsonForm = (value: unknown): string | undefined =>
  isObject(value) ? FORMS.find(([is]) => is(value))?.[1] : undefined;
