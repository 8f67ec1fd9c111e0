import { possibleTimes, type Time, timesIn } from '../../../time/time.ts';
import { mainArticle, namesOf, nearest, wordsOf } from './page-element.ts';

/** Names of classes by which an element says that it is the day of publication, or the line that has it. */
const DAY_NAMES =
  /^(?:date|dates|datum|datetime|time|timestamp|published|publish|publishdate|publishingdate|pubdate|publication|posted|postdate|postedon|fecha|dateline|created|authored|erstellt|datestamp|articledate|newsdate|creationdate)$/;
const LINE_NAMES =
  /^(?:meta|metadata|postmeta|entrymeta|byline|submitted|info|infos|articleinfo|articleinfos|details?|credits?|subline|autor|author|kicker)$/;
const CHANGED = /^(?:updated?|modified|changed|lastmod|aktualisiert|update)$/;
/** Words that come before the day of a change. */
export const CHANGE =
  /(?:updat|aktualis|modifi|actualiz|atualiz|aggiorn|änder|stand\b|changed|edited|bijgewerkt|oppdatert|opdateret|uppdatera|päivitetty|обновл|оновл|更新)[^\p{N}]{0,40}$/iu;

export const LONGEST_LINE = 200;

/** A time in the page, and the element that says it. */
export interface Candidate {
  element: Element;
  times: Time[];
}

/** The times of publication that an element says in words, but for changes. */
const timesOf = (text: string, lang: string | undefined): Time[] => {
  const found = timesIn(text, lang).filter(({ before }) => !CHANGE.test(before));
  return found.length === 1 ? (found[0]?.times ?? []) : [];
};

const timesAt = (element: Element, lang: string | undefined): Time[] => {
  for (const name of ['content', 'datetime', 'title', 'data-datetime']) {
    const times = possibleTimes(element.getAttribute(name), lang);
    if (times.length > 0) return times;
  }
  const text = wordsOf(element);
  return text.length > LONGEST_LINE ? [] : timesOf(text, lang);
};

/** Whether an element has the time of a change, by its name or by the words before it. */
export function hasChanged(element: Element): boolean {
  const names = namesOf(element);
  if (
    names.some((name) => CHANGED.test(name)) &&
    !names.some((name) => /^(?:published|pubdate)$/.test(name))
  )
    return true;
  let before = '';
  for (let one = element.previousSibling; one && before.trim() === ''; one = one.previousSibling)
    before = one.textContent ?? '';
  return CHANGE.test(before.slice(-60));
}

/** What a page marks as the time of publication: with microdata or RDFa, microformats, `time`, and the names of classes. */
const MARKS: readonly ((document: Document) => Element[])[] = [
  (document) =>
    [
      ...document.querySelectorAll(
        '[itemprop~="datePublished" i], [property~="datePublished" i], [property$=":datePublished" i], [property~="dc:date" i], [property~="dc:issued" i], time[pubdate], .dt-published, abbr.published, .entry-date abbr, [data-pubdate]',
      ),
    ].filter((one) => one.localName !== 'meta' || one.closest('[itemscope], [typeof]')),
  (document) => [...document.querySelectorAll('time')],
  (document) => named(document, DAY_NAMES),
  (document) => named(document, LINE_NAMES),
];

const named = (document: Document, names: RegExp) =>
  [...document.body.querySelectorAll('[class], [id], [data-testid]')].filter((element) =>
    namesOf(element).some((name) => names.test(name)),
  );

/** The time of the candidates that belong to the article; several days there cannot be told apart. */
function timesNear(
  candidates: readonly Candidate[],
  headline: Element | undefined,
  main: Element | undefined,
): Time[] {
  for (const isStrict of [true, false]) {
    const inside = nearest(candidates, headline, main, isStrict);
    const days = new Set(inside.map(({ times }) => times[0]?.date));
    const [first] = inside;
    if (first && days.size === 1) return first.times;
  }
  return [];
}

/** The times that a page marks as that of its publication, by the kinds of marks: the surest first. */
export function markedTimes(
  document: Document,
  lang: string | undefined,
  headline: Element | undefined,
): Time[][] {
  const main = mainArticle(document);
  return MARKS.map((marks) => {
    const candidates = marks(document).flatMap((element) => {
      const times = hasChanged(element) ? [] : timesAt(element, lang);
      return times.length > 0 ? [{ element, times }] : [];
    });
    return timesNear(candidates, headline, main);
  });
}
