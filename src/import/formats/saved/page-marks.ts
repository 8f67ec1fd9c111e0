import { type Token, type Tokenizer, TokenizerMode } from 'parse5';
import { BoundedTokenizer } from '../../../content/media/words/bounded-tokenizer.ts';
import { MOST_ATTRIBUTES } from '../../markup/attributes.ts';

/** What the markup of a page says of what it is, gathered in one run over its tags. */
export interface PageMarks {
  /** The contents of its meta elements, by name, property or what they stand for, in small letters; of a name that stands twice the first. */
  metas: Map<string, string>;
  /** The types of schema.org that it names. */
  types: Set<string>;
  /** The classes of its body. */
  bodyClasses: Set<string>;
  /** How many article elements it has. */
  articles: number;
  /** True where an element states a day or time, of whatever it is. */
  hasTime: boolean;
  /** True where its data state when it was published. */
  isPublished: boolean;
  title: string;
  canonical: string | undefined;
  /** Addresses that it links to or loads, as it writes them. */
  links: Set<string>;
  /** The comments at its beginning. */
  comments: string[];
}

const MOST = 2000;
/** Comments that name where a page was saved from stand at its beginning. */
const MOST_COMMENTS = 50;

const TYPE = /"@type"\s{0,9}:\s{0,9}(\[[^\]]{0,500}\]|"[^"]{0,200}")/g;

/** Elements whose content is no markup. */
const TEXT_MODES = new Map<string, Tokenizer['state']>([
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
  ...['title', 'textarea'].map((name) => [name, TokenizerMode.RCDATA] as const),
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

const wordsIn = (value = '') => value.toLowerCase().split(/\s+/).filter(Boolean);

/** Gathers what the markup of a page says of it. Nothing of the page runs or is loaded. */
export function marksOf(html: string): PageMarks {
  const marks: PageMarks = {
    metas: new Map(),
    types: new Set(),
    bodyClasses: new Set(),
    articles: 0,
    hasTime: false,
    isPublished: false,
    title: '',
    canonical: undefined,
    links: new Set(),
    comments: [],
  };
  let inside: 'title' | 'data' | undefined;

  function start({ tagName, attrs }: Token.TagToken) {
    const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
    inside = undefined;
    for (const type of wordsIn(value('itemtype')))
      if (type.includes('schema.org/')) marks.types.add(type.slice(type.lastIndexOf('/') + 1));
    const link = value('href') ?? value('src');
    if (link && marks.links.size < MOST && link.length < MOST) marks.links.add(link.trim());
    switch (tagName) {
      case 'meta': {
        const name = (
          value('property') ??
          value('name') ??
          value('itemprop') ??
          value('http-equiv') ??
          ''
        ).toLowerCase();
        if (name && !marks.metas.has(name)) marks.metas.set(name, value('content')?.trim() ?? '');
        break;
      }
      case 'link':
        if (wordsIn(value('rel')).includes('canonical')) marks.canonical ??= value('href')?.trim();
        break;
      case 'body':
        marks.bodyClasses = new Set(wordsIn(value('class')));
        break;
      case 'article':
        marks.articles++;
        break;
      case 'time':
        marks.hasTime ||= value('datetime') !== undefined;
        break;
      case 'title':
        if (marks.title === '') inside = 'title';
        break;
      case 'script':
        if (value('type')?.trim().toLowerCase() === 'application/ld+json') inside = 'data';
        break;
    }
    if (value('itemprop') === 'datePublished') marks.isPublished = true;
  }

  let data = '';
  const text = ({ chars }: Token.CharacterToken) => {
    if (inside === 'title') marks.title += chars;
    if (inside === 'data') data += chars;
  };
  const tokenizer = new BoundedTokenizer(
    {},
    {
      onStartTag: (token) => {
        start(token);
        // An element of a drawing may be closed where it opens.
        if (!token.selfClosing) tokenizer.state = TEXT_MODES.get(token.tagName) ?? tokenizer.state;
        tokenizer.lastStartTagName = token.tagName;
      },
      onEndTag: () => {
        inside = undefined;
      },
      onComment: ({ data: comment }) => {
        if (marks.comments.length < MOST_COMMENTS) marks.comments.push(comment.slice(0, MOST));
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
    MOST_ATTRIBUTES,
    // What stands behind so many says nothing of the page that is looked for here.
    () => undefined,
  );
  tokenizer.write(html, true);
  for (const [, found = ''] of data.matchAll(TYPE))
    for (const [, type = ''] of found.matchAll(/"([^"]*)"/g))
      marks.types.add(type.slice(type.lastIndexOf('/') + 1).toLowerCase());
  if (data.includes('"datePublished"')) marks.isPublished = true;
  return marks;
}
