const TEXT = { type: 'string' } as const;

/** What a command says of a medium that it adds. */
export const MEDIUM_OPTIONS = {
  media: TEXT,
  entry: TEXT,
  'media-kind': TEXT,
  'alt-text': TEXT,
  decorative: { type: 'boolean' },
  caption: TEXT,
  'credit-line': TEXT,
  creator: TEXT,
  source: TEXT,
  copyright: TEXT,
  licence: TEXT,
  'usage-terms': TEXT,
  'date-created': TEXT,
  person: { type: 'string', multiple: true },
  place: TEXT,
  ocr: TEXT,
  transcript: TEXT,
  captions: TEXT,
  lang: TEXT,
  'media-lang': TEXT,
  position: TEXT,
  take: TEXT,
} as const;

/** The values of these options, as they were given. */
export interface MediumSaid {
  media?: string | undefined;
  entry?: string;
  'media-kind'?: string;
  decorative?: boolean;
  person?: string[];
  place?: string;
  ocr?: string;
  transcript?: string;
  captions?: string;
  lang?: string;
  'media-lang'?: string;
  position?: string;
  take?: string;
  'alt-text'?: string;
  caption?: string;
  'credit-line'?: string;
  creator?: string;
  source?: string;
  copyright?: string;
  licence?: string;
  'usage-terms'?: string;
  'date-created'?: string;
}

/** Fields of a medium that are text: the option that gives each, and what a person calls it. */
export const TEXT_FIELDS = [
  ['alt-text', 'altText', 'What is to be seen on it, for those who do not see it'],
  ['caption', 'caption', 'Caption'],
  ['credit-line', 'creditLine', 'Credit line'],
  ['creator', 'creator', 'Who made it'],
  ['source', 'source', 'From whom the archive has it'],
  ['copyright', 'copyrightNotice', 'Copyright notice'],
  ['licence', 'licence', 'Address of its licence'],
  ['usage-terms', 'usageTerms', 'How it may be used'],
  ['date-created', 'dateCreated', 'When it was made'],
] as const;

/** What --help says of them. */
export const MEDIUM_HELP = `npm run new -- --media FILE     a picture, scan, document, sound or film: asks the rest
npm run new -- --media FILE --entry ENTRY --alt-text TEXT --credit-line TEXT

  --media FILE       it is copied beside the entry, unless it lies there or in content/media/ already
  --entry ENTRY      the entry that gets it: its file, or the address of its page; left out, a new one is written
  --media-kind KIND  photograph, graphic, facsimile, document, audio or video; left out, what its file is
  --alt-text TEXT    what is to be seen on it, for those who do not see it; or --decorative, where it says nothing
                     that the text does not
  --caption TEXT     what is told of it beside it
  --credit-line TEXT to whom it is credited; unknown where nobody can say
  --creator TEXT, --source TEXT, --copyright TEXT, --licence ADDRESS, --usage-terms TEXT, --date-created DAY
  --person ID, --place ID  whom and what it shows: ids of records; --person may be given again
  --ocr FILE         of a scan: its words with their places, as ALTO or hOCR
  --transcript FILE  of a sound or film: what is heard, as plain text or WebVTT; or none
  --captions FILE    of a film, as WebVTT; these files are copied beside the entry as --media is. For a file that the
                     entry has already, these three alone are given: its words are added to it
  --lang TAG         the language of the captions (en, pt-BR)
  --media-lang TAG   the language of what is written of it and heard in it, where it is not that of the article
  --position WHERE   head, the number of the paragraph that it follows, or its id; left out, it stands at the end
  --take FIELDS      takes what the file itself says (IPTC, XMP): caption,creator, or all; nothing is taken unasked`;
