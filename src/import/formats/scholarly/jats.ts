import { shownWords } from '../../../domain/problem.ts';
import { bodyOfHtml } from '../../markup/markup.ts';
import { asAddress, asLanguage, asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import type { Part } from '../format.ts';
import type { Skipped } from '../skipped.ts';
import type { Source } from '../source.ts';
import { fieldFault, isHeld } from '../status.ts';
import { at, firstText, textOf, within, type XmlElement } from '../xml/element.ts';
import { footnotes } from '../xml/footnotes.ts';
import { htmlOf, tag } from '../xml/html.ts';
import { elementsOf, partsOfItems } from '../xml/stream.ts';
import { type Counts, jatsHtml, jatsWriter } from './jats-body.ts';

/** JATS, the form in which journals keep articles. */

const TAKEN_BACK = /^\s*\[?(?:retracted|withdrawn|removed)\b/iu;

function whyNot(article: XmlElement, meta: readonly XmlElement[]): Skipped | undefined {
  const type = article.attributes.get('article-type')?.toLowerCase() ?? '';
  const title = firstText(meta.flatMap((one) => at(one, 'title-group', 'article-title'))) ?? '';
  // The notice that another article is retracted is one itself.
  if (/retracted|withdrawn|draft/u.test(type) || TAKEN_BACK.test(title))
    return {
      skipped: `it is marked as “${shownWords(TAKEN_BACK.test(title) ? title.trim() : type)}”`,
      as: type.includes('draft') ? 'draft' : 'withdrawn',
    };
  for (const one of [article, ...meta.flatMap((one) => at(one, 'article-version'))]) {
    const use = `${one.attributes.get('specific-use') ?? ''} ${one === article ? '' : textOf(one)}`;
    if (/\bdraft\b/iu.test(use)) return { skipped: 'it is a draft', as: 'draft' };
  }
  for (const own of meta.flatMap((one) => within(one, 'custom-meta'))) {
    const fault = fieldFault(
      firstText(at(own, 'meta-name')) ?? '',
      firstText(at(own, 'meta-value')) ?? '',
    );
    if (fault) return fault;
  }
  for (const date of meta.flatMap((one) => within(one, 'pub-date', 'date')))
    if (/embargo/iu.test(typeOf(date)) && isHeld(dayOf(date) ?? ''))
      return { skipped: `it is embargoed until ${shownWords(textOf(date))}`, as: 'embargoed' };
  return undefined;
}

const typeOf = ({ attributes }: XmlElement): string =>
  attributes.get('date-type') ?? attributes.get('pub-type') ?? '';

/** The day of a date in parts; nothing where it has no day. */
function dayOf(date: XmlElement): string | undefined {
  const iso = date.attributes.get('iso-8601-date');
  if (asTime(iso)) return asTime(iso)?.date;
  const [year, month, day] = ['year', 'month', 'day'].map((name) =>
    firstText(at(date, name))?.trim().padStart(2, '0'),
  );
  return asTime(`${year}-${month}-${day}`)?.date ?? asTime(`${day} ${month} ${year}`)?.date;
}

/** When it was published: on the web, else on paper, as far as a day is given. */
function dateOf(meta: readonly XmlElement[]): { date: string | undefined; notes: string[] } {
  const dates = meta.flatMap((one) => at(one, 'pub-date'));
  const rank = (date: XmlElement) => (/^(?:e|pub|electronic)/u.test(typeOf(date)) ? 0 : 1);
  const [date] = dates.toSorted((a, b) => rank(a) - rank(b)).flatMap((one) => dayOf(one) ?? []);
  const [said] = dates;
  return {
    date,
    notes:
      date === undefined && said
        ? [`it gives no day, but “${asLine(textOf(said).replace(/\s+/gu, ' '), 40)}”`]
        : [],
  };
}

/** The authors, by the names that they sign with. */
const authorsIn = (meta: readonly XmlElement[]): string =>
  meta
    .flatMap((one) => at(one, 'contrib-group', 'contrib'))
    .filter(({ attributes }) => /^(?:author)?$/u.test(attributes.get('contrib-type') ?? ''))
    .flatMap((one) => {
      const names = [...at(one, 'name'), ...at(one, 'name-alternatives', 'name')].slice(0, 1);
      const parts = names.flatMap((name) =>
        ['prefix', 'given-names', 'surname', 'suffix'].flatMap(
          (part) => firstText(at(name, part)) ?? [],
        ),
      );
      const whole =
        parts.length > 0
          ? parts.join(' ')
          : firstText([...at(one, 'string-name'), ...at(one, 'collab')]);
      return asLine(whole, 200) ?? [];
    })
    .join(', ');

const plural = (count: number, one: string, more: string) =>
  count === 0 ? [] : [count === 1 ? `one ${one} left out` : `${count} ${more} left out`];

const LONGEST_SUMMARY = 1000;

/** What stands after the text: notes and thanks are of it, the list of references is not. */
function backOf(article: XmlElement) {
  const back = at(article, 'back');
  return {
    kept: back.flatMap(({ children }) =>
      children.filter(
        (child) => typeof child !== 'string' && !['ref-list', 'fn-group'].includes(child.name),
      ),
    ),
    notes: back.flatMap((one) => within(one, 'fn-group')).flatMap((one) => at(one, 'fn')),
    references: back.flatMap((one) => within(one, 'ref')).length,
  };
}

/** Reads an article of JATS, given the digest of what holds it. */
export function readJats(article: XmlElement, sha256: string): Reading {
  const meta = at(article, 'front', 'article-meta');
  const fault = whyNot(article, meta);
  if (fault) return fault;
  const doi = meta
    .flatMap((one) => at(one, 'article-id'))
    .find(({ attributes }) => attributes.get('pub-id-type') === 'doi');
  const self = meta
    .flatMap((one) => at(one, 'self-uri'))
    .map(({ attributes }) => attributes.get('href'));
  const url =
    self.map(asAddress).find(Boolean) ??
    (doi && asAddress(`https://doi.org/${textOf(doi).trim()}`));
  const notes = footnotes();
  const counts: Counts = { formulas: 0, files: 0 };
  const written = jatsWriter(notes, counts);
  const back = backOf(article);
  htmlOf(back.notes, written);
  const [abstract] = meta.flatMap((one) => at(one, 'abstract'));
  const summary = abstract && textOf(abstract).replace(/\s+/gu, ' ').trim();
  const isLong = abstract !== undefined && (summary?.length ?? 0) > LONGEST_SUMMARY;
  const html = [
    isLong ? tag('h2', 'Abstract') + jatsHtml(abstract.children, written) : '',
    ...at(article, 'body').map(({ children }) => jatsHtml(children, written)),
    jatsHtml(back.kept, written),
  ].join('');
  const read = bodyOfHtml(html, url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  notes.into(read.body);
  const { date, notes: dated } = dateOf(meta);
  const line = (from: readonly XmlElement[], ...path: string[]) =>
    asLine(firstText(from.flatMap((one) => at(one, ...path))), 300);
  const subtitle = line(meta, 'title-group', 'subtitle');
  const journal = at(article, 'front', 'journal-meta');
  const subjects = [
    ...new Set(
      meta
        .flatMap((one) => [...within(one, 'subject'), ...at(one, 'kwd-group', 'kwd')])
        .flatMap((one) => asLine(textOf(one), 200) ?? []),
    ),
  ];
  return {
    document: {
      sha256,
      title: line(meta, 'title-group', 'article-title'),
      date,
      published: date,
      author: asLine(authorsIn(meta), 200),
      publisher:
        line(journal, 'journal-title-group', 'journal-title') ??
        line(journal, 'journal-title') ??
        line(journal, 'publisher', 'publisher-name'),
      url,
      lang: asLanguage(article.attributes.get('lang')),
      summary: isLong ? undefined : asLine(summary, LONGEST_SUMMARY),
      ...(subjects.length > 0 && { subjects }),
      named: noNames(),
      body: read.body,
      notes: [
        ...read.notes,
        ...dated,
        ...(subtitle ? [`its subtitle left out: “${subtitle}”`] : []),
        ...plural(back.references, 'reference', 'references'),
        ...plural(counts.files, 'file with it', 'files with it'),
        ...(counts.formulas > 0
          ? ['its formulas are written as their signs follow each other']
          : []),
      ],
    },
  };
}

/** The articles of a source of JATS. */
export async function* partsOfJats(source: Source): AsyncGenerator<Part> {
  const sha256 = await source.sha256();
  const articles = elementsOf(source, (name) => name === 'article');
  yield* partsOfItems(articles, (article) => readJats(article, sha256));
}
