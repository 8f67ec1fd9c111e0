const TEXT = { type: 'string' } as const;

/** What a command says of an article that it writes. */
export const ARTICLE_OPTIONS = {
  title: TEXT,
  date: TEXT,
  text: TEXT,
  kind: TEXT,
  publisher: TEXT,
  url: TEXT,
  'article-lang': TEXT,
} as const;

/** What --help says of them. */
export const ARTICLE_HELP = `npm run new                 asks for headline, date and text, and writes an entry that builds
npm run new -- --title TEXT --date YYYY-MM-DD --text FILE

  --title TEXT       the headline; left out where the source has none
  --date YYYY-MM-DD  the day of the report
  --text FILE        a plain text with a blank line between paragraphs; - for standard input
  --kind KIND        verbatim, the source’s words (which is taken for granted), account, the archive’s own, or
                     none: the archive holds the record of the article alone, and --text is left out
  --publisher NAME   who published the report
  --url ADDRESS      where it was published
  --article-lang TAG its language (en, pt-BR), where that is not the language of the archive`;
