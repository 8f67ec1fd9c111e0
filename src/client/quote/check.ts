import type { ArticleData } from '../../domain/article/article-data.ts';
import { paragraphId } from '../../domain/article/paragraph.ts';
import { own } from '../../domain/own.ts';
import type {
  FormerText,
  ParagraphsFile,
  QuoteIndex,
  Standing,
} from '../../domain/quotation/layout.ts';
import {
  FORMER_TEXTS_PATH,
  markOfId,
  paragraphsPath,
  QUOTE_INDEX_PATH,
} from '../../domain/quotation/layout.ts';
import { agreement, isTooShort, type Passage } from '../../domain/quotation/passage.ts';

/** Where a passage stands, or stood. */
export interface Place {
  article: ArticleData;
  /** Id of the paragraph; of a former one what it became, or its own. */
  paragraph: string;
  /** The day of the correction that replaced it. */
  until?: string;
}

/** What the archive says to a passage. */
export interface Verdict {
  passage: Passage;
  /** `short`: too few words to say anything of. */
  answer: 'says' | 'said' | 'nearly' | 'never' | 'short';
  places: Place[];
}

/** What a check reads: files of the site by path, and the articles that hold some words next to each other. */
export interface Sources {
  file: <T>(path: string) => Promise<T | undefined>;
  article: (id: string) => Promise<ArticleData | undefined>;
  holding: (words: string) => Promise<ArticleData[]>;
}

/** So many places of a passage are shown. */
const SHOWN = 5;

async function standingsOf(passage: Passage, { file }: Sources) {
  const index = await file<QuoteIndex>(QUOTE_INDEX_PATH);
  if (!index) throw new Error(`${QUOTE_INDEX_PATH} is missing.`);
  // Pasted with quotation marks around it, or without.
  const ids = new Set([passage.text, passage.pieces.join(' ')].map(paragraphId));
  const found = [...ids].map(async (id) => {
    const mark = markOfId(id);
    const part = await file<ParagraphsFile>(paragraphsPath(mark.slice(0, index.length)));
    return ((own(part, mark) ?? []) as Standing[]).map(([article, until]) => ({
      id,
      article,
      until,
    }));
  });
  return (await Promise.all(found)).flat();
}

/** The places of a passage that is a whole paragraph, found by its id. */
async function wholeParagraphs(passage: Passage, sources: Sources): Promise<Place[]> {
  const standings = (await standingsOf(passage, sources)).slice(0, SHOWN);
  const places = standings.map(async ({ id, article: at, until }): Promise<Place | undefined> => {
    const article = await sources.article(at);
    if (!article) return undefined;
    if (until === undefined) return { article, paragraph: id };
    const correction = article.corrections.find(({ was }) => was?.startsWith(id));
    return { article, paragraph: correction?.was ?? id, until };
  });
  return (await Promise.all(places)).filter((place) => place !== undefined);
}

/** The places of a passage that is a part of a paragraph. */
async function partsIn(
  passage: Passage,
  sources: Sources,
  how: 'exact' | 'near',
): Promise<Place[]> {
  const longest = passage.pieces.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const articles = await sources.holding(longest);
  return articles
    .flatMap((article) =>
      article.paragraphs
        .filter(({ text }) => agreement(text, passage) === how)
        .map(({ id }) => ({ article, paragraph: id })),
    )
    .slice(0, SHOWN);
}

async function formerParts(passage: Passage, sources: Sources): Promise<Place[]> {
  const former = (await sources.file<FormerText[]>(FORMER_TEXTS_PATH)) ?? [];
  const found = former.filter(({ text }) => agreement(text, passage) === 'exact').slice(0, SHOWN);
  const places = found.map(async ({ article: at, was, date }): Promise<Place | undefined> => {
    const article = await sources.article(at);
    return article && { article, paragraph: was, until: date };
  });
  return (await Promise.all(places)).filter((place) => place !== undefined);
}

/** Says whether the archive has a passage: now, formerly, nearly so, or never. */
export async function check(passage: Passage, sources: Sources): Promise<Verdict> {
  const verdict = (answer: Verdict['answer'], places: Place[] = []) => ({
    passage,
    answer,
    places,
  });
  const whole = await wholeParagraphs(passage, sources);
  const present = whole.filter(({ until }) => until === undefined);
  if (present.length > 0) return verdict('says', present);
  if (whole.length > 0) return verdict('said', whole);
  if (isTooShort(passage)) return verdict('short');
  const parts = await partsIn(passage, sources, 'exact');
  if (parts.length > 0) return verdict('says', parts);
  const former = await formerParts(passage, sources);
  if (former.length > 0) return verdict('said', former);
  const near = await partsIn(passage, sources, 'near');
  return near.length > 0 ? verdict('nearly', near) : verdict('never');
}
