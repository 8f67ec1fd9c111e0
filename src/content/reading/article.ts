import { basename } from 'node:path';
import { type Article, articleSchema } from '../../domain/article/article.ts';
import { withAdded } from '../../domain/article/correction.ts';
import { KINDS, spellings } from '../../domain/authorities/authority.ts';
import { needles, type Spelling } from '../../domain/authorities/mention.ts';
import { isDay } from '../../domain/date.ts';
import { idFault } from '../../domain/identifier.ts';
import { labelLanguage } from '../../domain/language/language.ts';
import { because, type Problem } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import { outwardFaults } from '../checks/between-articles.ts';
import { figureFaults } from '../checks/figure.ts';
import { masked, namesInYaml } from '../checks/mask.ts';
import { mentionFaults } from '../checks/mention.ts';
import { referenceFaults } from '../checks/reference.ts';
import {
  linkFaults,
  shownArticle,
  unwithheldArticle,
  withholdingFaults,
} from '../checks/withholding.ts';
import { problemAt, problemWith, readText, textProblem } from '../files/archive-file.ts';
import { frontmatterOf } from '../files/frontmatter.ts';
import { validate } from '../files/validate.ts';
import { readYaml, type YamlText } from '../files/yaml.ts';
import { articleStatements } from '../ledger/statements/article-statements.ts';
import type { Statement } from '../ledger/statements/statement.ts';
import { excessIn } from '../markdown/body/extent.ts';
import { isDeep, NESTED } from '../markdown/body/nesting.ts';
import { bodyProblems } from '../markdown/mdx-fault.ts';
import { type Prose, readProse } from '../markdown/prose.ts';
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
    const message = because(
      'An article lies in articles/YYYY/MM/DD/<slug>.mdx, in the folder of a day of the calendar.',
      'Move the file to the folder of its day.',
    );
    return [problemWith(path, id, message)];
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

const lineOf = (text: string, line: number) => text.split('\n')[line - 1]?.trim() ?? '';

interface ReadArticle {
  article: ArticleFile | undefined;
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
  if (source.problems.length > 0) return { article: undefined, problems: source.problems };
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
): Promise<{ article: ArticleFile | undefined; problems: Problem[] }> {
  const frontmatter = frontmatterOf(path, text);
  if ('problem' in frontmatter) return { article: undefined, problems: [frontmatter.problem] };
  const yaml = readYaml(path, text, frontmatter.start, frontmatter.end);
  const { article, problems } = await checkArticle(
    { id, path },
    { text, bodyStart: frontmatter.bodyStart, yaml },
    records,
    base,
  );
  return { article, problems: masked(problems, namesInYaml(yaml.value)) };
}

async function checkArticle(
  { id, path }: { id: string; path: string },
  { text, bodyStart, yaml }: { text: string; bodyStart: number; yaml: YamlText },
  records: Records,
  base: string,
): Promise<ReadArticle> {
  const { data: written, problems } = validate(articleSchema, yaml);
  problems.unshift(...pathFault(id, path));
  if (written && problems.length === 0)
    problems.push(
      ...dateFault(written, id, yaml),
      ...referenceFaults(written, yaml, records),
      ...withholdingFaults(written, { id, path }, yaml, records),
    );
  const data = written && shownArticle(written);
  const body = text.slice(bodyStart);
  const offset = text.slice(0, bodyStart).split('\n').length - 1;
  const context = {
    article: id,
    needles: needles(data ? listedSpellings(data, records) : []),
    figures: data?.figures ?? [],
    corrections: data?.corrections ?? [],
    lang: data?.lang ?? site.lang,
    withheld: data?.withheld ?? [],
    base,
    labelLang: labelLanguage(data?.lang, site.lang),
  };
  const excess = excessIn(body);
  if (excess) {
    const line = offset + excess.line + 1;
    problems.push({ ...problemWith(path, lineOf(text, line), excess.reason), line });
    return { article: undefined, problems };
  }
  let prose: Prose;
  try {
    prose = await readProse(body, offset, context);
  } catch (error) {
    // Where no parser gets to the ground of it.
    problems.push(
      ...(error instanceof RangeError
        ? [problemAt(path, text, bodyStart, '', NESTED)]
        : bodyProblems(path, text, error)),
    );
    return { article: undefined, problems };
  }
  if (isDeep(prose.html ?? JSON.stringify(prose.parts))) {
    problems.push(problemAt(path, text, bodyStart, '', NESTED));
    return { article: undefined, problems };
  }
  // A withdrawn text may be gone from the file.
  if (prose.paragraphs.length === 0 && !data?.withdrawn) {
    const message = because('An article has a text.', 'Write the text below the frontmatter.');
    problems.push(problemAt(path, text, bodyStart, '', message));
  } else if (data) {
    problems.push(...mentionFaults(data, prose, yaml, records));
    problems.push(...figureFaults(data, prose, yaml));
    problems.push(...linkFaults(path, prose.links, data));
  }
  if (!data || !written || problems.length > 0) return { article: undefined, problems };
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
  if (article.date === day) return [];
  const message = because(
    'The date of an article is that of the folders it lies in.',
    `Write date: ${day}, or move ${basename(id)}.mdx to articles/${article.date.replaceAll('-', '/')}/.`,
  );
  return [yaml.problem(['date'], message)];
}
