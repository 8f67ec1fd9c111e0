/** Words of a text that look like a name: in capitals, with what stands around them. */
export interface Candidate {
  words: string;
  /** The word before it in its sentence, in lower case; empty where it opens one. */
  before: string;
  /** The words after it, in lower case. */
  after: string;
  /** A title that stands directly before it: “Prime Minister”. */
  titled: boolean;
  /** The words with the form of address before them, “Mr Varga”, where they have one. */
  addressed: string | undefined;
}

const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:[.'’&‑-][\\p{L}\\p{M}\\p{N}]+)*";
const INNER = '(?:of the|of|for|de|da|do|du|della|van|van der|von|bin|ibn|al|el|y)';
const INNER_LAST = new RegExp(` ${INNER}$`, 'u');
const PHRASE = new RegExp(
  `(?:\\p{Lu}\\.(?:\\p{Lu}\\.)+|${CAPITALISED})(?:(?: ${INNER})? (?:\\p{Lu}\\.(?= )|${CAPITALISED}))*`,
  'gu',
);

// biome-ignore format: a list reads better than a column
const TITLES = [
  'Secretary of State', 'Secretary of Defence', 'Secretary of Defense', 'Prime Minister', 'Deputy Prime Minister', 'Foreign Minister', 'Foreign Secretary', 'Home Secretary', 'Defence Minister', 'Defense Minister', 'Defence Secretary', 'Defense Secretary', 'Finance Minister', 'Interior Minister', 'Health Minister', 'Justice Minister', 'Vice President', 'Vice-President', 'Secretary-General', 'Secretary General', 'Attorney General', 'Police Chief', 'Chief Justice', 'Chief Executive', 'Treasury Secretary',
  'President', 'Chancellor', 'Minister', 'Secretary', 'King', 'Queen', 'Prince', 'Princess', 'Pope', 'Archbishop', 'Bishop', 'Cardinal', 'Father', 'Sister', 'Rabbi', 'Imam', 'Ayatollah', 'Sheikh', 'Sheik', 'Emir', 'Sultan', 'Governor', 'Mayor', 'Senator', 'Congressman', 'Congresswoman', 'Representative', 'Ambassador', 'Judge', 'Justice', 'General', 'Colonel', 'Major', 'Captain', 'Lieutenant', 'Sergeant', 'Corporal', 'Admiral', 'Commander', 'Inspector', 'Superintendent', 'Constable', 'Chairman', 'Chairwoman', 'Director', 'Professor', 'Doctor', 'Dame', 'Lord', 'Lady', 'Sir', 'Mr', 'Mrs', 'Ms', 'Miss', 'Dr', 'Prof', 'Gen', 'Col', 'Maj', 'Capt', 'Lt', 'Sgt', 'Adm', 'Sen', 'Rep', 'Gov', 'Rev', 'Hon', 'M',
].toSorted((a, b) => b.length - a.length);
const TITLE = new RegExp(
  `^(?:(?:US|U\\.S\\.|UK|British|Former|Deputy|Acting|\\p{Lu}\\p{L}+(?:an|ian|ish|ese|i)) )?(?:${TITLES.join('|')})(?:\\.|(?= )|$) ?`,
  'u',
);

const SENTENCE_END = /[.!?:;“”"«»()]\s*$/u;

const lastWord = (text: string) =>
  text
    .slice(-40)
    .trimEnd()
    .split(/[^\p{L}\p{N}'’-]/u)
    .at(-1)
    ?.toLowerCase() ?? '';

/** A name, and a title before it, have no more characters; a longer run of capitals is a headline or a table. */
const LONGEST = 120;

/** Every candidate of a paragraph, in order. Titles are taken off, and what ends a name as a possessive. */
export function candidatesOf(paragraph: string): Candidate[] {
  return Array.from(paragraph.matchAll(PHRASE)).flatMap((match) => {
    if (match[0].length > LONGEST) return [];
    const prior = paragraph.slice(Math.max(0, match.index - 60), match.index);
    const opens = match.index === 0 || SENTENCE_END.test(prior);
    const after = paragraph
      .slice(match.index + match[0].length, match.index + match[0].length + 60)
      .toLowerCase();
    let words = match[0].replace(/['’]s?$/u, '');
    let titled = false;
    let address: string | undefined;
    for (let title = TITLE.exec(words); title && title[0] !== ''; title = TITLE.exec(words)) {
      words = words.slice(title[0].length);
      titled = true;
      address = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? $/.exec(title[0])?.[0];
    }
    words = words.replace(INNER_LAST, '').replace(/^The (?=\p{Lu})/u, '');
    if (words.length < 2) return [];
    const before = opens && !titled ? '' : lastWord(prior);
    const addressed = address && `${address}${words}`;
    return [{ words, before, after: after.trimStart(), titled, addressed }];
  });
}
