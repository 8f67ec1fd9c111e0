// biome-ignore format: a list of words
/**
 * Words of English, in which this site speaks, that stand in every text and tell nothing of what it is about. Names and nouns
 * are not among them.
 */
const WORDS = new Set(
  `a an the this that these those and or but nor of in on at by to from with without for about into onto upon over under
  between among through during before after since until against as than then so if because while when where which who whom
  whose what why how is are was were be been being am has have had having do does did done will would shall should could
  can cannot must might i you he she it we they me him her them my your his its our their there here not no`.split(/\s+/),
);

/** True for such a word, given in lower case. */
export const isFunctionWord = (word: string): boolean => WORDS.has(word);
