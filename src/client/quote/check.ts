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
import { paragraphPath } from '../../domain/url.ts';
import { formerPlace, type Place, textsOf } from './place.ts';

/** The result of checking a passage. */
export interface Verdict {
  passage: Passage;
  /**
   * Whether the archive `says` it, `said` it before a correction, says it `nearly` (other capitals or punctuation), or
   * `never` said it. `short`: too few words to prove anything.
   */
  answer: 'says' | 'said' | 'nearly' | 'never' | 'short';
  places: Place[];
}

/** Reads what a check needs. */
export interface Sources {
  /** A JSON file of the site; undefined where there is none. */
  file: <T>(path: string) => Promise<T | undefined>;
  /** The data of an article; undefined where there are none. */
  article: (id: string) => Promise<ArticleData | undefined>;
  /** The articles that have these words next to each other. */
  holding: (words: string) => Promise<ArticleData[]>;
}

/** The most places to show for a passage. */
const SHOWN = 5;

async function standingsOf(passage: Passage, { file }: Sources) {
  const index = await file<QuoteIndex>(QUOTE_INDEX_PATH);
  if (!index) throw new Error(`${QUOTE_INDEX_PATH} is missing.`);
  // Both with quotation marks around it, as it was pasted, and without.
  const ids = new Set([passage.text, passage.pieces.join(' ')].map(paragraphId));
  const found = [...ids].map(async (id) => {
    const mark = markOfId(id);
    const part = await file<ParagraphsFile>(paragraphsPath(mark, index.bits));
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
    if (until === undefined) return { article, path: paragraphPath(article.id, id) };
    const correction = article.corrections.find(({ was }) => was?.startsWith(id));
    return formerPlace(article, correction?.was ?? id, until);
  });
  return (await Promise.all(places)).filter((place) => place !== undefined);
}

/** The places where a passage stands in a text of an article, or of what goes with it. */
async function partsIn(
  passage: Passage,
  sources: Sources,
  how: 'exact' | 'near',
): Promise<Place[]> {
  const longest = passage.pieces.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const articles = await sources.holding(longest);
  return articles
    .flatMap((article) =>
      textsOf(article)
        .filter(({ text }) => agreement(text, passage) === how)
        .map(({ place }) => place),
    )
    .slice(0, SHOWN);
}

async function formerParts(passage: Passage, sources: Sources): Promise<Place[]> {
  const former = (await sources.file<FormerText[]>(FORMER_TEXTS_PATH)) ?? [];
  const found = former.filter(({ text }) => agreement(text, passage) === 'exact').slice(0, SHOWN);
  const places = found.map(async ({ article: at, was, date }): Promise<Place | undefined> => {
    const article = await sources.article(at);
    return article && formerPlace(article, was, date);
  });
  return (await Promise.all(places)).filter((place) => place !== undefined);
}

/** Checks whether the archive has or had a passage. @throws Error where a file cannot be read */
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
