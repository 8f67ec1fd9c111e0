// Nouns that take “the” in a name: the State Department, the Gaza Strip, the Ministry of Health.
const HEADS = new Set(
  `administration agency alliance archipelago army assembly association authority board brigade brigades bureau cabinet
  centre center coalition commission committee confederation congress cooperative coast corps corporation council court
  crescent cross delegation department desk directorate district emirates federation fleet forces foundation front fund
  government guard guards gulf hospital infirmary initiative institute institution islands isle isles kingdom league legion marines
  military militia ministry mission movement municipality nations navy network observatory office organisation
  organization panel parliament party peninsula plain plateau police presidency programme project province region registry
  republic secretariat senate service services society squadron states strip syndicate tribunal trust union university
  valley`.split(/\s+/),
);
const INITIALS = new Set(['UN', 'EU', 'US', 'USA', 'UK', 'UAE', 'ICRC', 'IDF', 'WHO']);

/** A name of a place or an organisation as it stands in an English sentence: “the Gaza Strip”, “Israel”. */
export function inSentence(name: string): string {
  if (/^the /i.test(name)) return `the ${name.slice(4)}`;
  const words = name.split(/\s+/);
  // In “Ministry of Health” and “Union of Fishers” the noun is the word before “of”.
  const of = words.indexOf('of');
  const noun = (of > 0 ? words[of - 1] : words.at(-1))?.toLowerCase() ?? '';
  return INITIALS.has(name) || (words.length > 1 && HEADS.has(noun)) ? `the ${name}` : name;
}
