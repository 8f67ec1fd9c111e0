/** What stands in a query, in its order. */
export type Sign =
  | { type: 'words'; text: string; prefix: Prefix }
  | { type: 'quoted'; text: string; prefix: Prefix }
  | { type: 'open'; prefix: Prefix }
  | { type: 'close' }
  | { type: 'or' }
  | { type: 'and' }
  | { type: 'not' }
  /** An operator of other searches that this one does not have. */
  | { type: 'unknown'; text: string };

/** What a sign before words says of them. */
interface Prefix {
  excluded: boolean;
  inTitle: boolean;
}

const QUOTE = '["“”„«»]';
const SIGN = new RegExp(
  [
    '(?<open>\\()',
    '(?<close>\\))',
    '(?<or>\\|+|OR(?![^\\s()]))',
    '(?<and>&&|AND(?![^\\s()]))',
    '(?<not>NOT(?![^\\s()]))',
    // Words near each other, as other searches write it: NEAR/5, w/10, AROUND(3).
    '(?<near>(?:NEAR(?:/\\d+)?|AROUND(?:\\(\\d+\\))?|ADJ\\d*|(?:[Nn][Ee][Aa][Rr]|[WwNn]|[Pp][Rr][Ee]|[Ww][Ii][Tt][Hh][Ii][Nn])/\\d+)(?![^\\s()]))',
    '(?<title>(?:title|Title|TITLE|headline|Headline|HEADLINE|intitle):\\s*)',
    `(?<field>[a-z][a-z_-]{1,20}:)(?=[\\p{L}\\p{N}(]|${QUOTE})`,
    `${QUOTE}(?<quoted>[^"“”„«»]+)${QUOTE}`,
    `(?<minus>[-−–](?=[("“”„«\\p{L}\\p{N}]))`,
    `(?<plain>[^\\s"“”„«»()|]+|\\S)`,
  ].join('|'),
  'gu',
);

/** Signs that stand for letters in other searches. */
const WILD = /[*~^]+\d*|\?(?=[\p{L}\p{N}])/gu;

/** Splits a query into its signs. */
export function signsOf(q: string): Sign[] {
  const signs: Sign[] = [];
  const prefix = { excluded: false, inTitle: false };
  const put = (sign: Sign) => {
    signs.push(sign);
    prefix.excluded = false;
    prefix.inTitle = false;
  };
  let end = 0;
  for (const { 0: whole, index, groups = {} } of q.matchAll(SIGN)) {
    const { quoted, plain } = groups;
    const isApart = index !== end || index === 0 || signs.at(-1)?.type === 'open';
    const of = { ...prefix };
    end = index + whole.length;
    if (groups['open']) put({ type: 'open', prefix: of });
    else if (groups['close']) put({ type: 'close' });
    else if (groups['or']) put({ type: 'or' });
    else if (groups['and']) put({ type: 'and' });
    else if (groups['not']) put({ type: 'not' });
    else if (groups['near']) put({ type: 'unknown', text: whole });
    else if (groups['title']) prefix.inTitle = true;
    else if (groups['field']) signs.push({ type: 'unknown', text: whole });
    else if (quoted !== undefined) put({ type: 'quoted', text: quoted, prefix: of });
    else if (groups['minus'] && isApart) prefix.excluded = true;
    else {
      const text = plain ?? whole;
      const wild = text.match(WILD);
      const bare = text.replace(WILD, ' ');
      if (wild && /[\p{L}\p{N}]/u.test(bare)) {
        signs.push({ type: 'unknown', text });
        put({ type: 'words', text: bare, prefix: of });
      } else put({ type: 'words', text, prefix: of });
    }
  }
  return signs;
}
