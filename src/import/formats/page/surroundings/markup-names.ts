const LONGEST = 400;

/** The words, in lower case, that the classes or the id of an element are made of: `articleBody` and `article-body` are two. */
export const wordsOfNames = (names: string): string[] =>
  names
    .slice(0, LONGEST)
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]/u)
    .filter(Boolean);
