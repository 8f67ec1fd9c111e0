import type { Problem } from '../../domain/problem.ts';
import { unreadArticle } from '../checks/checked-article.ts';
import { outwardFaults } from '../checks/link.ts';
import { masked, namesInYaml } from '../checks/mask.ts';
import { frontmatterOf } from '../files/frontmatter.ts';
import { type KnownFile, knownFile } from '../files/known-file.ts';
import { readText, textProblem } from '../files/text-file.ts';
import { readYaml } from '../files/yaml.ts';
import { checkArticle, type ReadArticle } from './article-check.ts';
import type { Records } from './record.ts';

/**
 * Reads an article from its file. Gives the article or all its problems, in which withheld words are masked; and the file
 * that was read, if it could be.
 */
export async function readArticle(
  path: string,
  id: string,
  records: Records,
  base: string,
): Promise<ReadArticle & { file?: KnownFile }> {
  const { text, problems, file: seen } = readText(path);
  const file = seen && { file: knownFile(seen) };
  if (problems.length > 0) {
    const faulty = unreadArticle(id, path);
    return { article: undefined, faulty, problems, ...file };
  }
  return { ...(await readSource(path, id, text, records, base)), ...file };
}

/**
 * All problems that an article would have if the file at `path` held `text`. The file need not exist. Problems that
 * depend on other articles are left out: where links within the archive lead, and which figure replaces which.
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
    const faulty = unreadArticle(id, path);
    return { article: undefined, faulty, problems: [frontmatter.problem] };
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
