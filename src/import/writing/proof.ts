import { articleProblems } from '../../content/reading/article.ts';
import type { Records } from '../../content/reading/record.ts';
import { faultSentence, quotedWords } from '../../domain/problem.ts';

/** What a build would say of an entry if this text stood in its file; nothing where it would take it. */
export async function faultIn(
  { path, id }: { path: string; id: string },
  text: string,
  records: Records,
): Promise<string | undefined> {
  const [problem] = await articleProblems(path, id, text, records, '/');
  if (!problem) return undefined;
  const { words } = problem;
  return `${words === '' ? '' : `${quotedWords(words)}: `}${faultSentence(problem)}`;
}
