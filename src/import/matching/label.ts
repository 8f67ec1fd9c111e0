import type { Kind } from '../../domain/authorities/authority.ts';
import { fold } from '../../domain/language/fold.ts';

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/** The words of a text that match a name except for capitals: “OPEC” for `opec`, “James Baker” for `james-baker`. */
function asInText(name: string, text: string): string | undefined {
  const folded = fold(name).split(' ');
  if (!text.toLowerCase().includes(folded[0] ?? '')) return undefined;
  const words = folded.map(escaped);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.join('[\\s-]+')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  for (const [found] of text.matchAll(pattern)) {
    if (/^\p{Lu}/u.test(found) && !/(?:^|[\s-])\p{Ll}/u.test(found))
      return found.replace(/\s+/gu, ' ');
  }
  return undefined;
}

const PARTICLES = new Set([
  'of',
  'and',
  'the',
  'de',
  'da',
  'do',
  'du',
  'la',
  'le',
  'der',
  'den',
  'van',
  'von',
  'al',
  'el',
  'bin',
  'y',
]);

const capitalised = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\p{L}\p{N}\p{M}']+/gu, (word, at: number) =>
      at > 0 && PARTICLES.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );

/** Whether a name is written as no reader would write it: a code in small letters, or a line of capitals. */
const isCode = (name: string) => /^[a-z][a-z0-9]*(?:[ -][a-z0-9]+)*$/.test(name);
const isShouted = (name: string) =>
  /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name) && /\p{L}{4}|\s/u.test(name);

/** A short code of a body or a country is an abbreviation: `usa`, `ec`; of a body also a longer one, `unctad`. */
const isAbbreviation = (kind: Kind, name: string) =>
  /^[a-z]+$/.test(name) &&
  kind !== 'people' &&
  (name.length <= 3 ||
    !/[aeiouy]/.test(name.slice(1)) ||
    (kind === 'organisations' && name.length <= 6));

/** The name by which a record is shown: as the source gives it, but where that is a code or all in capitals. */
export function labelOf(kind: Kind, name: string, text: string): string {
  if (isCode(name))
    return (
      asInText(name, text) ??
      (isAbbreviation(kind, name) ? name.toUpperCase() : capitalised(name.replaceAll('-', ' ')))
    );
  return isShouted(name)
    ? (asInText(name, text.replace(/\p{Lu}{2,}[\p{Lu} ]+/gu, '')) ?? capitalised(name))
    : name;
}
