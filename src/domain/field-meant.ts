import { nearestTo } from './nearest.ts';

/** What programs and other archives call fields that have another name here, the likeliest first. */
const CALLED: ReadonlyMap<string, readonly string[]> = new Map([
  ['alt', ['altText']],
  ['alternative', ['altText']],
  ['author', ['creator', 'authors']],
  ['photographer', ['creator']],
  ['artist', ['creator']],
  ['description', ['caption', 'summary']],
  ['title', ['caption', 'name']],
  ['credit', ['creditLine']],
  ['byline', ['creditLine']],
  ['copyright', ['copyrightNotice']],
  ['rights', ['usageTerms']],
  ['license', ['licence']],
  ['date', ['dateCreated']],
  ['place', ['locationShown']],
  ['location', ['locationShown']],
  ['person', ['personsShown']],
  ['people', ['personsShown']],
  ['type', ['kind']],
  ['src', ['file']],
  ['path', ['file']],
  ['language', ['lang']],
  ['subtitles', ['captions']],
]);

/**
 * The field that is meant by a key that is none; undefined where none is likely.
 *
 * @param known the fields that there are
 */
export const fieldMeant = (key: string, known: readonly string[]): string | undefined =>
  CALLED.get(key.toLowerCase())?.find((name) => known.includes(name)) ?? nearestTo(key, known);
