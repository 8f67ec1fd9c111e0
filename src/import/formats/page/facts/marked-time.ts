import { possibleTimes, type Time, timesIn } from '../../../time/time.ts';
import { mainArticle, namesOf, nearest, wordsOf } from './page-element.ts';

/** Names of classes by which an element says that it is the day of publication, or the line that has it. */
const DAY_NAMES =
  /^(?:date|dates|datum|datetime|time|timestamp|published|publish|publishdate|publishingdate|pubdate|publication|posted|postdate|postedon|fecha|dateline|created|authored|erstellt|datestamp|articledate|newsdate|creationdate|(?:artikel|beitrags?|news|text)datum)$/;
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

/** An element of a page, with the words of its names. */
interface Marked {
  element: Element;
  names: string[];
}

const PROPERTIES = new Set(['datepublished', 'dc:date', 'dc:issued']);

/** Whether microdata, RDFa or microformats say of an element that it is the time of publication. */
function isMicrodata({ element, names }: Marked): boolean {
  const said = ['itemprop', 'property'].flatMap(
    (name) => element.getAttribute(name)?.toLowerCase().split(/\s+/) ?? [],
  );
  const isProperty = said.some(
    (name) => PROPERTIES.has(name) || name.endsWith(':datepublished') || name === 'pubdate',
  );
  if (isProperty) return element.localName !== 'meta' || isOfItem(element);
  if (element.localName === 'time' && element.hasAttribute('pubdate')) return true;
  if (element.hasAttribute('data-pubdate')) return true;
  const isPublished = names.includes('published');
  if (element.localName !== 'abbr')
    return isPublished && element.classList.contains('dt-published');
  return (
    (isPublished && element.classList.contains('published')) ||
    (element.parentElement?.closest('.entry-date') ?? null) !== null
  );
}

const isOfItem = (element: Element) => element.closest('[itemscope], [typeof]') !== null;

/** What a page marks as the time of publication: with microdata or RDFa, microformats, `time`, and the names of classes. */
const MARKS: readonly ((one: Marked) => boolean)[] = [
  isMicrodata,
  ({ element }) => element.localName === 'time',
  ({ names }) => names.some((name) => DAY_NAMES.test(name)),
  ({ names }) => names.some((name) => LINE_NAMES.test(name)),
];

/** The time of the candidates that belong to the article, or stand by its headline; several days there cannot be told apart. */
function timesNear(
  candidates: readonly Candidate[],
  headline: Element | undefined,
  main: Element | undefined,
  isNear: (node: Node) => boolean,
): Time[] {
  const single = (inside: readonly Candidate[]) => {
    const days = new Set(inside.map(({ times }) => times[0]?.date));
    return days.size === 1 ? inside[0]?.times : undefined;
  };
  for (const isStrict of [true, false]) {
    const times = single(nearest(candidates, headline, main, isStrict));
    if (times) return times;
  }
  return single(candidates.filter(({ element }) => isNear(element))) ?? [];
}

/** The times that a page marks as that of its publication, by the kinds of marks: the surest first. */
export function markedTimes(
  document: Document,
  lang: string | undefined,
  headline: Element | undefined,
  isNear: (node: Node) => boolean,
): Time[][] {
  const main = mainArticle(document);
  const marksOf = (part: Element) =>
    [...part.querySelectorAll('*')].map((element) => ({ element, names: namesOf(element) }));
  const shown = marksOf(document.body);
  const all = [...marksOf(document.head), ...shown];
  const known = new Map<Element, Time[]>();
  const timesOnce = (element: Element) => {
    const times = known.get(element) ?? (hasChanged(element) ? [] : timesAt(element, lang));
    known.set(element, times);
    return times;
  };
  return MARKS.map((isMarked) => {
    const candidates = (isMarked === isMicrodata ? all : shown)
      .filter(isMarked)
      .map(({ element }) => ({ element, times: timesOnce(element) }))
      .filter(({ times }) => times.length > 0);
    return timesNear(candidates, headline, main, isNear);
  });
}
