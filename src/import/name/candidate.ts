/** Words of a text that look like a name: in capitals, with what stands around them. */
export interface Candidate {
  words: string;
  /** The word before it in its sentence, in lower case; empty where it opens one. */
  before: string;
  /** The words after it, in lower case. */
  after: string;
  /** A title that stands directly before it: “Prime Minister”. */
  titled: boolean;
}

const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:[.'’&‑-]?[\\p{L}\\p{M}\\p{N}]+)*";
const INNER = '(?:of the|of|for|de|da|do|du|della|van|van der|von|bin|ibn|al|el|y)';
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
  /[\p{L}\p{N}'’-]+(?=\s*$)/u.exec(text.slice(-40))?.[0].toLowerCase() ?? '';

/** Every candidate of a paragraph, in order. Titles are taken off, and what ends a name as a possessive. */
export function candidatesOf(paragraph: string): Candidate[] {
  return Array.from(paragraph.matchAll(PHRASE)).flatMap((match) => {
    const prior = paragraph.slice(Math.max(0, match.index - 60), match.index);
    const opens = match.index === 0 || SENTENCE_END.test(prior);
    const after = paragraph
      .slice(match.index + match[0].length, match.index + match[0].length + 60)
      .toLowerCase();
    let words = match[0].replace(/['’]s?$/u, '');
    let titled = false;
    for (let title = TITLE.exec(words); title && title[0] !== ''; title = TITLE.exec(words)) {
      words = words.slice(title[0].length);
      titled = true;
    }
    words = words.replace(new RegExp(` ${INNER}$`, 'u'), '').replace(/^The (?=\p{Lu})/u, '');
    if (words.length < 2) return [];
    return [
      { words, before: opens && !titled ? '' : lastWord(prior), after: after.trimStart(), titled },
    ];
  });
}
