import { createRequire } from 'node:module';
import type nlp from 'compromise/two';
import type { Kind } from '../../domain/authorities/authority.ts';
import type { Candidate } from './name-candidate.ts';

/** What kind of name words are: by their own ending, by the words around them, and by compromise’s dictionary. */

const ORGANISATION =
  /(?:^| )(?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|AG|SA|NV|GmbH|Group|Party|Ministry|Department|Bank|Commission|Council|Agency|University|College|Association|Union|Organi[sz]ation|Committee|Court|Front|Movement|Army|Navy|Force|Forces|Corporation|Company|Institute|Institution|Federation|League|Fund|Foundation|Board|Office|Bureau|Authority|Administration|Parliament|Congress|Senate|Assembly|Service|News|Times|Post|Herald|Gazette|Tribune|Guardian|Television|Radio|Airlines|Airways|Industries|International|Society|Trust|Exchange|Club|Cross|Crescent|Nations|Guard|Brigade|Brigades|Church|Hospital|School|Academy)$|^(?:Ministry|Department|University|Bank|House|Board|Office|Bureau|Institute|Church|Council|Court) of /u;
const PLACE =
  /(?:^| )(?:Strip|City|Island|Islands|River|Province|County|Bay|Sea|Ocean|Valley|Mountains|Mount|Gulf|Peninsula|Republic|Kingdom|Emirates|States|Coast|Harbour|Airport|Desert|Lake|Street|Square|Beach|Heights|Village|District|Territories|Region)$|^(?:Port|Lake|Mount|Fort|Gulf of|Bay of|Cape|Isle of|City of|Republic of) \p{Lu}/u;
const ACRONYM = /^(?:\p{Lu}{2,6}|\p{Lu}\.(?:\p{Lu}\.)+)$/u;
const NO_NAME =
  /^(?:GMT|UTC|EST|EDT|CST|PST|CET|BST|AM|PM|TV|CEO|CFO|GDP|GNP|CPI|MLN|BLN|DLRS?|PCT|CTS|SHR|NET|REVS|NOTE|QTR|USD|EUR|GBP|ID|OK|FAQ|PDF|COVID|AIDS|HIV|DNA|SUV|IPO|VAT)$/u;
const PLACE_ACRONYM = /^(?:US|USA|UK|UAE|USSR|U\.S\.|U\.K\.|U\.S\.A\.|U\.A\.E\.|DRC|PNG)$/u;

const GROUP =
  'group|organi[sz]ation|party|company|firm|militia|movement|agency|union|newspaper|broadcaster|charity|network|faction|army|alliance|ministry|body';
const IS_GROUP = new RegExp(
  `^(?:\\([^)]*\\) ?)?(?:,|is|was) (?:an?|the) (?:[\\p{L}-]+ ){0,4}(?:${GROUP})\\b`,
  'u',
);
const GROUP_FOLLOWS =
  /^(?:militants?|fighters?|gunmen|spokes(?:man|woman|person)|officials?|leaders?|members|forces|rebels|guerrillas|executives|shares)\b/u;
const IN = new Set([
  'in',
  'at',
  'near',
  'from',
  'to',
  'across',
  'outside',
  'throughout',
  'around',
  'into',
  'through',
  'toward',
  'towards',
]);
const SPEAKS = /^(?:said|says|told|added|warned|announced|argued|wrote|insisted|denied)\b/u;

interface Tags {
  person: boolean;
  firstName: boolean;
  place: boolean;
  organisation: boolean;
  /** A people, a language, a day, a month, a holiday, a plain word: no name of its own. */
  common: boolean;
}

const known = new Map<string, Tags>();
const MOST_KNOWN = 50_000;

const require = createRequire(import.meta.url);
let dictionary: typeof nlp | undefined;

/** Terms of a text with their tags. The dictionary takes a second to load: an import that meets no new text needs none. */
function termsOf(words: string) {
  dictionary ??= require('compromise/two') as typeof nlp;
  return (dictionary(words).docs[0] ?? []).map(({ tags }) => tags ?? new Set<string>());
}

/** What compromise says of words alone. It is asked once for each: a text has few names, and many times the same. */
function tagsOf(words: string): Tags {
  const cached = known.get(words);
  if (cached) return cached;
  const terms = termsOf(words);
  const any = (...names: string[]) => terms.some((tags) => names.some((name) => tags.has(name)));
  const all = (...names: string[]) =>
    terms.length > 0 && terms.every((tags) => names.some((name) => tags.has(name)));
  const tags: Tags = {
    person: any('Person') && !any('Place', 'Organization'),
    firstName: terms[0]?.has('FirstName') ?? false,
    place: all('Place') || (any('Country', 'City', 'Region') && !(terms[0]?.has('Value') ?? false)),
    organisation: terms.at(-1)?.has('Organization') ?? false,
    common:
      all(
        'Demonym',
        'Date',
        'Pronoun',
        'Determiner',
        'Conjunction',
        'Preposition',
        'Adverb',
        'QuestionWord',
        'Value',
      ) ||
      (terms.length === 2 && (terms[0]?.has('Demonym') ?? false)),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(words, tags);
  return tags;
}

const DEMONYM = /(?:[aeiou]ns?|ese|ish|ians?|ites?|aqis?|elis?|anis?|mis?)$/u;
const MONTHS_AND_DAYS =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** The kind of a name, asked with every place of a text where it stands; nothing where it is none that can be told. */
export function kindOf(words: string, places: readonly Candidate[]): Kind | undefined {
  if (MONTHS_AND_DAYS.test(words) || NO_NAME.test(words)) return undefined;
  if (PLACE_ACRONYM.test(words)) return 'places';
  if (ORGANISATION.test(words) && words.includes(' ')) return 'organisations';
  const tags = tagsOf(words);
  if (places.some(({ titled }) => titled) && !tags.place) return 'people';
  if (PLACE.test(words)) return 'places';
  // A word that only ever begins sentences may owe its capital to that.
  const within = places.filter(({ before }) => before !== '');
  if (places.some(({ after }) => IS_GROUP.test(after)) && !tags.place) return 'organisations';
  if (ACRONYM.test(words)) return within.length > 0 && !tags.common ? 'organisations' : undefined;
  if (tags.common) return undefined;
  const afterIn = within.filter(({ before }) => IN.has(before)).length;
  if ((tags.firstName || tags.person) && !words.includes(' '))
    return afterIn > 0 && afterIn * 2 >= within.length ? 'places' : undefined;
  if (tags.place && !tags.person) return 'places';
  if (tags.person && words.includes(' ')) return 'people';
  if (tags.organisation && words.includes(' ')) return 'organisations';
  if (
    within.length > 1 &&
    within.some(({ after }) => GROUP_FOLLOWS.test(after)) &&
    !DEMONYM.test(words)
  )
    return 'organisations';
  // Two capitalised words before a verb of saying are a person, whatever the dictionary says.
  if (
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)? \p{Lu}[\p{L}'’-]+$/u.test(words) &&
    places.some(({ after }) => SPEAKS.test(after))
  )
    return 'people';
  return undefined;
}
