/** The persons of a byline, which is one line. */

/** What is written small within a name. */
const PARTICLE =
  /^(?:al|af|av|ben|bin|da|de|del|della|den|der|di|do|dos|du|e|el|ibn|la|le|ten|ter|van|vom|von|y|zu|zum|zur)$/u;
/** A word of a name: it begins with a capital, or with a letter of a script that has none. */
const WORD = /^(?:[dDlLO]['’])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*$/u;
/** Words of offices and of bodies, which are no names of persons. */
const NO_PERSON = new Set(
  'agency association authority board bureau chief club commission committee company correspondent council department desk editor editors foundation gazette group herald inc institute journal ltd ministry news newspaper office organisation organization party photographer post press reporter reporters service society staff times tribune union university writer writers'.split(
    ' ',
  ),
);
const MOST_WORDS = 6;

/** Whether words look like the whole name of a person: two or more. */
function isFullName(words: string): boolean {
  const parts = words.split(' ');
  const [first = ''] = parts;
  return (
    parts.length >= 2 &&
    parts.length <= MOST_WORDS &&
    WORD.test(first) &&
    parts.every((part) => WORD.test(part) || PARTICLE.test(part)) &&
    !parts.some((part) => NO_PERSON.has(part.toLowerCase().replace(/[.,]$/u, '')))
  );
}

const partsAt = (text: string, sign: string | RegExp) =>
  text
    .split(sign)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * The authors of a byline, each by itself. Semicolons part them always; commas and “and” only between what look like
 * whole names, so that “Varga, Ada” and “Department of Trade and Industry” stay what they are.
 */
export function authorsIn(byline: string): string[] {
  const listed = partsAt(byline, ';');
  if (listed.length > 1) return listed;
  const parts = partsAt(byline, /, (?:and|und|et) | and | und | et | & |, |، /u);
  return parts.length > 1 && parts.every(isFullName) ? parts : [byline];
}

/** Authors in one line, so that `authorsIn` finds the same again: with commas where these are enough. */
export function bylineOfAuthors(authors: readonly string[]): string {
  const byline = authors.join(', ');
  const found = authorsIn(byline);
  const isSame = found.length === authors.length && found.every((one, at) => one === authors[at]);
  return isSame || authors.some((one) => one.includes(';')) ? byline : authors.join('; ');
}
