import type { SpeltName } from '../../domain/data/name-list.ts';

/**
 * The definitions of the indexes, as `PUT /INDEX` takes them. https://docs.opensearch.org/latest/mappings/
 * Elasticsearch reads the same.
 */

const KEYWORD = { type: 'keyword' };
const WORDS = { type: 'text', analyzer: 'words', search_analyzer: 'words_and_names' };
const DAY = { type: 'date', format: 'strict_date' };
const FILED = { people: KEYWORD, places: KEYWORD, organisations: KEYWORD };

/** How words are compared: without case, and without the signs on Latin letters. */
const FOLDING = ['lowercase', 'asciifolding'];

const analysis = (synonyms: readonly string[]) => ({
  filter: {
    // A rule that says nothing once it is folded is passed over.
    spellings: { type: 'synonym_graph', lenient: true, synonyms },
  },
  analyzer: {
    words: { type: 'custom', tokenizer: 'standard', filter: FOLDING },
    words_and_names: { type: 'custom', tokenizer: 'standard', filter: [...FOLDING, 'spellings'] },
  },
});

const defined = (properties: object, synonyms: readonly string[]) => ({
  settings: { analysis: analysis(synonyms) },
  // A field that is not named here is a fault, and no guess is made of it.
  mappings: { dynamic: 'strict', properties },
});

/** A spelling in a rule, in which commas and arrows have a meaning. */
const inRule = (spelling: string) => spelling.replace(/[\\,=>]/gu, '\\$&');

/** The spellings of each record as one rule. A spelling of several records is left out: it would make one of them. */
export function spellingRules(names: readonly Pick<SpeltName, 'spellings'>[]): string[] {
  const folded = (spelling: string) => spelling.normalize('NFKC').toLowerCase();
  const owners = new Map<string, number>();
  for (const { spellings } of names)
    for (const spelling of new Set(spellings.map(folded)))
      owners.set(spelling, (owners.get(spelling) ?? 0) + 1);
  return names.flatMap(({ spellings }) => {
    const own = [...new Set(spellings.filter((one) => owners.get(folded(one)) === 1))];
    return own.length > 1 ? [own.map(inRule).join(', ')] : [];
  });
}

/** The index of articles. @param synonyms as `spellingRules` gives them */
export const articlesIndex = (synonyms: readonly string[]) =>
  defined(
    {
      ...{ id: KEYWORD, url: KEYWORD, date: DAY, lang: KEYWORD },
      ...{ heading: WORDS, headingStated: { type: 'boolean' }, summary: WORDS, text: WORDS },
      ...{ textKind: KEYWORD, publisher: KEYWORD, ...FILED, about: KEYWORD, names: WORDS },
    },
    synonyms,
  );

/** The index of paragraphs. @param synonyms as `spellingRules` gives them */
export const paragraphsIndex = (synonyms: readonly string[]) =>
  defined(
    {
      ...{ article: KEYWORD, paragraph: KEYWORD, url: KEYWORD, date: DAY, lang: KEYWORD },
      ...{ heading: WORDS, position: { type: 'integer' }, text: WORDS, ...FILED },
    },
    synonyms,
  );

/** The index of names. It needs no rules: each record has all its spellings. */
export const namesIndex = () =>
  defined(
    {
      ...{ kind: KEYWORD, id: KEYWORD, url: KEYWORD, description: WORDS },
      name: { ...WORDS, fields: { whole: KEYWORD } },
      spellings: { ...WORDS, fields: { whole: KEYWORD } },
    },
    [],
  );
