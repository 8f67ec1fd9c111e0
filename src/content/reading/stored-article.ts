import { hash } from 'node:crypto';
import { headingOf } from '../../domain/article/article.ts';
import { articleData } from '../../domain/article/article-data.ts';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { type Mentioned, openingWords, sentenceAround } from '../../domain/language/sentence.ts';
import type { FiledMedium } from '../../domain/media/filed-medium.ts';
import type { Problem } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import { addressOf } from '../../site-address.ts';
import type { FaultyArticle } from '../checks/checked-article.ts';
import type { KnownFile } from '../files/known-file.ts';
import { sealDigest } from '../ledger/seal-digest.ts';
import { componentDigest } from '../ledger/statements/article-statements.ts';
import { statementsText } from '../ledger/statements/statement.ts';
import type { Prose } from '../markdown/prose.ts';
import { mediaDigests } from '../media/media-path.ts';
import type { ArticleEntry } from '../store/article-entry.ts';
import type { StoredArticle } from '../store/article-pieces.ts';
import { readArticle } from './article.ts';
import type { ArticleFile } from './article-check.ts';
import type { Records } from './record.ts';

/** An article's file. The id is its path below `articles/` without the ending. */
export interface FileToRead {
  id: string;
  path: string;
}

/** How many characters of the opening words lists show. */
const OPENING = 180;
/** How many sentences of an article the page of a record shows. */
const CONTEXTS = 5;

/** What the reading of every article depends on besides files and records. */
export interface Terms {
  /** A digest of the code that reads, of the settings of the site, and of the address and base path that links have. */
  code: string;
  /** The site's base path. */
  base: string;
}

/**
 * One digest of all that a reading of an article depended on: its file, the code that reads it, the files of its media,
 * the components in its text, and the records that it names. For records that it refers to without naming them in its
 * text, only their existence counts.
 *
 * @param sha256 of its file
 * @param media the files of its media with their digests
 */
export function readingDigest(
  { code }: Terms,
  sha256: string,
  media: readonly string[],
  data: Pick<ArticleEntry, Kind | 'about' | 'dateline' | 'figures' | 'components' | 'media'>,
  records: Records,
): string {
  const referred = [
    ...data.about,
    data.dateline,
    ...data.media.flatMap(({ locationShown, personsShown }) => [locationShown, ...personsShown]),
    ...data.figures.flatMap(({ place, countedBy, reportedBy }) => [place, countedBy, reportedBy]),
  ];
  const present = referred.map((id = '') => KINDS.filter((kind) => records.knows(kind, id)).join());
  const named = KINDS.flatMap((kind) =>
    data[kind].map((id) => records.get(kind, id)?.digest ?? `no ${id}`),
  );
  const components = (data.components ?? []).map(componentDigest);
  const all = [code, sha256, ...media, ...named, ...present, ...components];
  return hash('sha256', all.join('\n')).slice(0, 32);
}

/** What the pages of the records show of an article. */
function mentionedIn({ paragraphs, mentions }: Prose, lang: string): Map<string, Mentioned> {
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
  const byRecord = Map.groupBy(mentions, ({ kind, id }) => `${kind}/${id}`);
  return new Map(
    [...byRecord].map(([record, all]) => {
      const contexts = all.slice(0, CONTEXTS).map(({ paragraph, start, end }) => ({
        paragraph,
        ...sentenceAround(texts.get(paragraph) ?? '', start, end, lang),
      }));
      return [record, { contexts, rest: all.length - contexts.length }];
    }),
  );
}

/** A medium as lists need it: the words of its pages are fetched only where they are shown. */
function withoutTexts(medium: ArticleFile['media'][number]): FiledMedium {
  if (!medium.facts) return medium;
  const { texts: _, times: __, ...facts } = medium.facts;
  return { ...medium, facts };
}

/** Makes the form in which an article is stored. */
function storedArticle(article: ArticleFile, digest: string, records: Records, base: string) {
  const { suggested: _, ...data } = article.data;
  const { paragraphs, mentions, stated, links, became, marked, html, parts } = article.prose;
  const lang = data.lang ?? site.lang;
  const first = paragraphs[0]?.text ?? '';
  const heading = headingOf(data, first, lang);
  const { media } = article;
  const described = {
    id: article.id,
    data,
    media,
    heading,
    lang,
    paragraphs,
    mentions,
    stated,
    became,
  };
  const nameOf = (kind: Kind, id: string) => records.get(kind, id)?.data.name;
  const mentioned = mentionedIn(article.prose, lang);
  const asData = JSON.stringify(articleData(described, nameOf, base, addressOf, site));
  const { unwithheld } = article;
  const statements = statementsText(article.statements);
  const { components } = article.prose.textParts;
  const entry: ArticleEntry = {
    ...data,
    media: article.media.map(withoutTexts),
    heading,
    opening: heading.stated ? openingWords(first, lang, OPENING) || undefined : undefined,
    paragraphIds: paragraphs.map(({ id }) => id),
    sha256: article.prose.unwithheldSha256,
    ...(unwithheld && { unwithheld, unwithheldIds: article.prose.unwithheldIds }),
    ...(components.size > 0 && { components: [...components] }),
    ...(article.prose.blanked.length > 0 && { blanked: article.prose.blanked }),
    statements: sealDigest(statements),
    mentioned: [...mentioned].map(([record, { contexts, rest }]) => [
      record,
      contexts.length + rest,
    ]),
    stated: [...stated],
    became,
    marked,
    links,
    digest: hash(
      'sha256',
      [asData, html ?? JSON.stringify(parts), JSON.stringify([...mentioned])].join('\n'),
    ).slice(0, 32),
  };
  return { id: article.id, digest, entry, data: asData, html, parts, statements, mentioned };
}

/**
 * Reads articles. Gives those without faults as they are stored, what is known of the others, and what is known of the files
 * by their paths.
 */
export async function storedArticles(
  due: readonly FileToRead[],
  records: Records,
  terms: Terms,
): Promise<{
  set: StoredArticle[];
  faulty: FaultyArticle[];
  problems: Problem[];
  seen: [path: string, file: KnownFile][];
}> {
  const set: StoredArticle[] = [];
  const seen: [string, KnownFile][] = [];
  const faulty: FaultyArticle[] = [];
  const problems: Problem[] = [];
  for (const { id, path } of due) {
    const result = await readArticle(path, id, records, terms.base);
    problems.push(...result.problems);
    if (result.faulty) faulty.push(result.faulty);
    if (result.file) seen.push([path, result.file]);
    if (!result.article) continue;
    const { data, prose, media, known } = result.article;
    seen.push(...known);
    const components = [...prose.textParts.components];
    const sha256 = result.file?.sha256 ?? '';
    const files = mediaDigests({ id, path }, media, (file) => known.get(file)?.sha256 ?? '');
    const digest = readingDigest(terms, sha256, files, { ...data, media, components }, records);
    set.push(storedArticle(result.article, digest, records, terms.base));
  }
  return { set, faulty, problems, seen };
}
