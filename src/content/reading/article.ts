import { basename } from 'node:path';
import { type Article, articleSchema } from '../../domain/article/article.ts';
import { withAdded } from '../../domain/article/correction.ts';
import { KINDS, spellings } from '../../domain/authorities/authority.ts';
import { needles, type Spelling } from '../../domain/authorities/mention.ts';
import { isDay } from '../../domain/date.ts';
import { because } from '../../domain/fault.ts';
import { claimsOf } from '../../domain/figures/claim-key.ts';
import { idFault } from '../../domain/identifier.ts';
import { labelLanguage } from '../../domain/language/language.ts';
import type { Problem } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import { figureFaults } from '../checks/figure.ts';
import { outwardFaults } from '../checks/link.ts';
import { masked, namesInYaml } from '../checks/mask.ts';
import { mentionFaults } from '../checks/mention.ts';
import { blankOutline, type Outline, outlineOf } from '../checks/outline.ts';
import { referenceFaults } from '../checks/reference.ts';
import {
  linkFaults,
  shownArticle,
  unwithheldArticle,
  withholdingFaults,
} from '../checks/withholding.ts';
import { frontmatterOf } from '../files/frontmatter.ts';
import { notYetTold, problemWith } from '../files/problem-place.ts';
import { readText, textProblem } from '../files/text-file.ts';
import { type Validated, validate } from '../files/validate.ts';
import { readYaml, type YamlText } from '../files/yaml.ts';
import { articleStatements } from '../ledger/statements/article-statements.ts';
import type { Statement } from '../ledger/statements/statement.ts';
import type { Prose } from '../markdown/prose.ts';
import { readBody } from './body-reading.ts';
import type { Records } from './record.ts';

/** An article read from its file, whole and sound. */
export interface ArticleFile {
  /** Path below `articles/` without the ending. */
  id: string;
  path: string;
  /** As it is shown: withheld words are what stands for them. */
  data: Article;
  prose: Prose;
  /** With withheld words in place, where there are any. */
  unwithheld: ReturnType<typeof unwithheldArticle> | undefined;
  /** What it states, for the ledger. */
  statements: Statement[];
}

const PLACE = /^(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/;

function pathFault(id: string, path: string): Problem[] {
  const [, year, month, day, slug] = PLACE.exec(id) ?? [];
  if (slug === undefined || !isDay(`${year}-${month}-${day}`)) {
    const fault = because(
      'article/folder',
      'An article lies in articles/YYYY/MM/DD/<slug>.mdx, in the folder of a day of the calendar.',
      'Move the file to the folder of its day.',
    );
    return [problemWith(path, id, fault)];
  }
  const fault = idFault(slug);
  return fault ? [problemWith(path, slug, fault)] : [];
}

/** The spellings under which the records that an article lists may occur in its text. */
function listedSpellings(
  article: Pick<Article, (typeof KINDS)[number]>,
  records: Records,
): Spelling[] {
  return KINDS.flatMap((kind) =>
    article[kind].flatMap((id) => {
      const record = records.get(kind, id);
      return record ? spellings(record.data).map((spelling) => ({ kind, id, spelling })) : [];
    }),
  );
}

interface ReadArticle {
  article: ArticleFile | undefined;
  /** What others can know of it where it has faults. */
  outline?: Outline;
  problems: Problem[];
}

/** Reads one article's file: the article, or everything that is wrong with it, withheld words masked. */
export async function readArticle(
  path: string,
  id: string,
  records: Records,
  base: string,
): Promise<ReadArticle> {
  const source = readText(path);
  if (source.problems.length > 0) {
    const outline = blankOutline(id, path);
    return { article: undefined, outline, problems: source.problems };
  }
  return readSource(path, id, source.text, records, base);
}

/**
 * What would be wrong with an article if `text` stood in the file at `path`; it need not be there. Left out is only what
 * the other articles of the archive decide: where links within it lead, and which figure replaces which.
 */
export async function articleProblems(
  path: string,
  id: string,
  text: string,
  records: Records,
  base: string,
): Promise<Problem[]> {
  const fault = textProblem(path, text);
  if (fault) return [fault];
  const { article, problems } = await readSource(path, id, text, records, base);
  return article ? [...problems, ...outwardFaults(path, article.prose.links)] : problems;
}

async function readSource(
  path: string,
  id: string,
  text: string,
  records: Records,
  base: string,
): Promise<ReadArticle> {
  const frontmatter = frontmatterOf(path, text);
  if ('problem' in frontmatter) {
    const outline = blankOutline(id, path);
    return { article: undefined, outline, problems: [frontmatter.problem] };
  }
  const yaml = readYaml(path, text, frontmatter.start, frontmatter.end);
  const { problems, ...read } = await checkArticle(
    { id, path },
    { text, bodyStart: frontmatter.bodyStart, yaml },
    records,
    base,
  );
  return { ...read, problems: masked(problems, namesInYaml(yaml.value)) };
}

/**
 * What is sound of an article’s fields, to be checked as if it were all: what is not means nothing, a withholding without
 * a name is none, and a withdrawal is one whatever is wrong with it.
 */
function partsOf({ parts, isSound }: Validated<Article>): Article | undefined {
  if (!parts || isSound()) return parts;
  return {
    ...parts,
    withheld: parts.withheld.filter((_, at) => isSound('withheld', at, 'name')),
    ...(!isSound('withdrawn') && { withdrawn: { date: '', reason: '' } }),
  };
}

async function checkArticle(
  { id, path }: { id: string; path: string },
  { text, bodyStart, yaml }: { text: string; bodyStart: number; yaml: YamlText },
  records: Records,
  base: string,
): Promise<ReadArticle> {
  const read = validate(articleSchema, yaml);
  const problems = [...pathFault(id, path), ...read.problems];
  const written = partsOf(read);
  const following: Problem[] = [];
  if (written)
    following.push(
      ...dateFault(written, id, yaml),
      ...referenceFaults(written, yaml, records),
      ...withholdingFaults(written, { id, path }, yaml, records),
    );
  const data = written && shownArticle(written);
  const context = {
    article: id,
    needles: needles(data ? listedSpellings(data, records) : []),
    figures: claimsOf(data?.figures ?? []),
    corrections: (data?.corrections ?? []).filter((_, at) => read.isSound('corrections', at)),
    lang: data?.lang ?? site.lang,
    withheld: data?.withheld ?? [],
    base,
    labelLang: labelLanguage(data?.lang, site.lang),
  };
  const file = { path, text, start: bodyStart };
  const { prose, facts, problems: ofBody } = await readBody(file, context, !!data?.withdrawn);
  problems.push(...ofBody);
  if (data && facts) {
    following.push(...mentionFaults(data, facts, yaml, records));
    following.push(...figureFaults(data, facts, yaml, read.isSound));
    following.push(...linkFaults(path, facts.links, data));
  }
  problems.push(...notYetTold(following, problems));
  if (!read.data || !data || !written || !prose || problems.length > 0) {
    const unsure = {
      frontmatter: text.slice(0, bodyStart),
      body: !prose,
      withheld: namesInYaml(yaml.value),
    };
    const outline = outlineOf({ id, path }, data, read, facts, unsure);
    return { article: undefined, outline, problems };
  }
  const shown =
    data.withheld.length === 0 ? { data, unwithheld: undefined } : published(written, data, prose);
  const statements = articleStatements({ ...written, ...shown.unwithheld }, prose.textParts);
  return { article: { id, path, prose, ...shown, statements }, problems };
}

/** Fields as they are shown and as they were, their corrections naming the paragraphs by the ids of each. */
function published(written: Article, data: Article, { paragraphs, unwithheldIds }: Prose) {
  const ids = paragraphs.map(({ id }) => id);
  const unwithheld = unwithheldArticle(written);
  return {
    data: { ...data, corrections: withAdded(data.corrections, unwithheldIds, ids) },
    unwithheld: {
      ...unwithheld,
      corrections: withAdded(unwithheld.corrections, ids, unwithheldIds),
    },
  };
}

function dateFault(article: Article, id: string, yaml: YamlText): Problem[] {
  const day = id.slice(0, 10).replaceAll('/', '-');
  // A file in no folder of a day is told as such.
  if (article.date === day || !isDay(day)) return [];
  const fault = because(
    'article/date',
    'The date of an article is that of the folders it lies in.',
    `Write date: ${day}, or move ${basename(id)}.mdx to articles/${article.date.replaceAll('-', '/')}/.`,
  );
  return [yaml.problem(['date'], fault)];
}
