import { basename } from 'node:path';
import type { Article } from '../../domain/article/article.ts';
import { withParatext } from '../../domain/article/paratext.ts';
import { filingName, spellings } from '../../domain/authorities/authority.ts';
import { because, type Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { articlePath } from '../../domain/url.ts';
import { isNameAlone } from '../../domain/withholding/exception.ts';
import { holdsName, unwithheldText, withheldText } from '../../domain/withholding/withholding.ts';
import { problemWith } from '../files/problem-place.ts';
import type { YamlText } from '../files/yaml.ts';
import type { Link } from '../markdown/link.ts';
import type { RecordFile, Records } from '../reading/record.ts';

const holdsWithheld = (text: string, { withheld }: Article) =>
  withheld.some((one) => holdsName(text, one));

/**
 * The fields of an article as readers see them, with withheld words replaced. The checksum of the imported file is
 * removed, because anyone could use it to test a guess at the words. Old paths that contain the words are removed too.
 */
export function shownArticle(article: Article): Article {
  const { withheld } = article;
  if (withheld.length === 0) return article;
  const shown = withParatext(article, (words) => withheldText(words, withheld));
  const { sha256: _, ...source } = shown.source ?? {};
  return {
    ...shown,
    ...(shown.source && { source }),
    formerly: article.formerly.filter((path) => !holdsWithheld(path, article)),
  };
}

/**
 * The fields of an article without replacing withheld words, as they were or would have been published. Never
 * published.
 */
export function unwithheldArticle(article: Article) {
  const { title, summary, figures, corrections, source, formerly, media } = article;
  const around = { title, summary, figures, corrections, source, media };
  const whole = withParatext(around, (words) => unwithheldText(words, article.withheld));
  return { ...whole, formerly };
}

/** True if the page of a record reveals words that an article withholds. */
export const isGivenAway = ({ id, data }: RecordFile, article: Article): boolean =>
  [id, filingName(data), ...spellings(data)].some((spelling) => holdsWithheld(spelling, article));

const HELD =
  'Nothing that an article publishes of itself holds the words that it withholds, in whatever form';
const TAKE_OUT =
  'Take them out, or, where readers see these words, withhold them in this form too.';

const OWN_PAGE = because(
  'withheld/exception',
  'An article that withholds a name does not say that on its own page the name alone is another’s.',
  'Write an exception with the words beside it for each place where it is.',
);

/** Every text within a value, with its path. */
function textsIn(value: unknown, path: readonly PropertyKey[]): [PropertyKey[], string][] {
  if (typeof value === 'string') return [[[...path], value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** What is published of a medium. Its files get other names in the site, and ids of records are looked at by themselves. */
function saidOfMedium(medium: Article['media'][number]) {
  const { file, ocr, transcript, captions, locationShown, personsShown, ...said } = medium;
  return said;
}

/** Faults where an article publishes words that it withholds: in its path, its fields, or the records it is about. */
export function withholdingFaults(
  article: Article,
  file: { id: string; path: string },
  yaml: YamlText,
  records: Records,
): Problem[] {
  if (article.withheld.length === 0) return [];
  const problems: Problem[] = [];
  const slug = basename(file.id);
  if (holdsWithheld(slug, article)) {
    const fault = because(
      'withheld/address',
      'The address of an article does not hold words that it withholds.',
      'Rename the file. The old path may stand under formerly, so that it is known; it is not redirected, for it holds them too.',
    );
    problems.push(problemWith(file.path, slug, fault));
  }
  article.withheld.forEach(({ name, except }, index) => {
    for (const [at, exception] of except.entries())
      if (isNameAlone(exception, name) && exception.at.includes(articlePath(file.id)))
        problems.push(yaml.problem(['withheld', index, 'except', at, 'at'], OWN_PAGE));
  });
  const { withdrawn } = article;
  // Names in the text are checked with the mentions; notes about withheld words are checked by the schema.
  const shown = shownArticle(article);
  const { withheld, suggested, people, places, organisations, about, dateline, ...fields } = shown;
  const said = { ...fields, media: shown.media.map(saidOfMedium) };
  for (const [path, text] of textsIn(withdrawn ? { withdrawn } : said, []))
    if (holdsWithheld(text, article))
      problems.push(yaml.problem(path, because('withheld/field', `${HELD}.`, TAKE_OUT)));
  if (withdrawn) return problems;
  const referred: [PropertyKey[], string | undefined][] = [
    ...about.map((id, index): [PropertyKey[], string] => [['about', index], id]),
    [['dateline'], dateline],
    ...article.media.flatMap(({ locationShown, personsShown }, index) => [
      ...personsShown.map((id, at): [PropertyKey[], string] => [
        ['media', index, 'personsShown', at],
        id,
      ]),
      [['media', index, 'locationShown'], locationShown] as [PropertyKey[], string | undefined],
    ]),
  ];
  for (const [path, id = ''] of referred) {
    if (!records.named(id).some((record) => isGivenAway(record, article))) continue;
    problems.push(
      yaml.problem(
        path,
        givenAway(`Take the id out of ${String(path.findLast((key) => typeof key === 'string'))}`),
      ),
    );
  }
  return problems;
}

/** Why an article may not refer to a record. */
export const givenAway = (fix: string): Fault =>
  because(
    'withheld/record',
    'An article does not refer to a record that goes by words that the article withholds: the page of the record has them.',
    `${fix}; the page then neither names the record nor leads to it.`,
  );

/** Faults of links of a body whose address contains withheld words. */
export function withheldLinkFaults(
  path: string,
  links: readonly Link[],
  article: Article,
): Problem[] {
  const decoded = (href: string) => {
    try {
      return decodeURIComponent(href);
    } catch {
      return href;
    }
  };
  return links
    .filter(({ href }) => holdsWithheld(decoded(href), article))
    .map(({ href, line, column }) => {
      const fault = because(
        'withheld/link',
        `${HELD}; the address of a link is published too.`,
        'Take the link out and leave its words.',
      );
      return { ...problemWith(path, href, fault), line, column };
    });
}
