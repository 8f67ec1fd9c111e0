import { parse } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { regularBytes } from '../../content/files/regular-file.ts';
import type { Entry } from '../writing/entry.ts';

/** An entry that the archive has, as far as an import must know it. */
export interface FiledEntry {
  /** Path below `articles/` without the ending. */
  id: string;
  path: string;
  sha256: string | undefined;
  url: string | undefined;
  title: string | undefined;
  publisher: string | undefined;
  page: string | undefined;
  lang: string | undefined;
  /** True where it is the record of an article, without a text. */
  isRecord: boolean;
}

/** The day under which an entry is filed. */
export const dayIn = (id: string): string => id.split('/').slice(0, 3).join('-');

/** An entry that is written, as an import must know it. */
export const filedEntry = (
  id: string,
  path: string,
  { data }: Pick<Entry, 'data'>,
): FiledEntry => ({
  id,
  path,
  sha256: data.source?.sha256,
  url: data.source?.url,
  title: data.title,
  publisher: data.source?.publisher,
  page: data.source?.page,
  lang: data.lang,
  isRecord: data.text === 'none',
});

/**
 * The texts by which an entry is known again: its own; of one without a text, which newspaper has it and on which page.
 */
const comparedTexts = (
  data: { text?: unknown; source?: { publisher?: unknown; page?: unknown } | undefined },
  texts: readonly string[],
): readonly string[] =>
  data.text === 'none'
    ? [data.source?.publisher, data.source?.page].map((words) => `${words ?? ''}`)
    : texts;

interface ReadEntry {
  entry: Omit<FiledEntry, 'id' | 'path'>;
  formerUrls: string[];
  isWithdrawn: boolean;
  formerly: string[];
  texts: readonly string[];
}

const UNREADABLE: ReadEntry = {
  entry: {
    sha256: undefined,
    url: undefined,
    title: undefined,
    publisher: undefined,
    page: undefined,
    lang: undefined,
    isRecord: false,
  },
  formerUrls: [],
  isWithdrawn: false,
  formerly: [],
  texts: [],
};

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined);
const asTexts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** Those of an entry that is written. */
export const comparedIn = ({ data, paragraphs }: Pick<Entry, 'data' | 'paragraphs'>) =>
  comparedTexts(data, paragraphs);

/** What an entry says of itself. A faulty one is the build’s to report; here it only holds its place. */
export function readEntry(path: string): ReadEntry {
  try {
    const text = regularBytes(path).toString('utf8');
    const bounds = frontmatterOf(path, text);
    if ('problem' in bounds) return UNREADABLE;
    const data = (parse(text.slice(bounds.start, bounds.end)) ?? {}) as {
      text?: unknown;
      title?: unknown;
      lang?: unknown;
      withdrawn?: unknown;
      source?: { [name in 'sha256' | 'url' | 'publisher' | 'page' | 'formerUrls']?: unknown };
      formerly?: unknown;
    };
    const { source } = data;
    return {
      entry: {
        sha256: asText(source?.sha256),
        url: asText(source?.url),
        title: asText(data.title),
        publisher: asText(source?.publisher),
        page: asText(source?.page),
        lang: asText(data.lang),
        isRecord: data.text === 'none',
      },
      formerUrls: asTexts(source?.formerUrls),
      isWithdrawn: data.withdrawn !== undefined,
      formerly: asTexts(data.formerly),
      texts: comparedTexts(data, [plainWords(text.slice(bounds.bodyStart))]),
    };
  } catch {
    return UNREADABLE;
  }
}

/** The texts of an entry that an archive has, by which it is known again. */
export const textsOfEntry = (path: string): readonly string[] => readEntry(path).texts;

/** The words of a body, roughly: enough to tell whether two say the same. */
function plainWords(body: string): string {
  return body
    .replace(/\]\([^()]*\)/gu, ']')
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '');
}
