import { shownWords } from '../archive/problem.ts';
import { articleProblems } from '../loaders/article.ts';
import type { Records } from '../loaders/record.ts';

/** What a build would say of an entry if this text stood in its file; nothing where it would take it. */
export async function faultIn(
  { path, id }: { path: string; id: string },
  text: string,
  records: Records,
): Promise<string | undefined> {
  const [problem] = await articleProblems(path, id, text, records, '/');
  if (!problem) return undefined;
  const { words, rule, fix } = problem;
  return `${words === '' ? '' : `“${shownWords(words)}”: `}${rule} ${fix}`;
}
