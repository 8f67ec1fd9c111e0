import { lyingAt } from '../../content/files/regular-file.ts';
import { mediumFile } from '../../content/media/media-path.ts';
import { articleProblems } from '../../content/reading/article.ts';
import type { Records } from '../../content/reading/record.ts';
import { faultSentence, type Problem, quotedWords } from '../../domain/problem.ts';
import type { Disk } from './disk.ts';

interface ProvenEntry {
  path: string;
  id: string;
}

/** Whether a file that is not there would be if this were no dry run. */
function wouldBeThere({ code, words }: Problem, entry: ProvenEntry, disk: Pick<Disk, 'has'>) {
  if (code !== 'media/missing') return false;
  const path = mediumFile(entry, words.replace(/^(["'])(.*)\1$/u, '$2'));
  return lyingAt(path) === undefined && disk.has(path);
}

/** What a build would say of an entry if this text stood in its file; nothing where it would take it. */
export async function faultIn(
  entry: ProvenEntry,
  text: string,
  records: Records,
  disk: Pick<Disk, 'has'>,
): Promise<string | undefined> {
  const problems = await articleProblems(entry.path, entry.id, text, records, '/');
  const problem = problems.find((one) => !wouldBeThere(one, entry, disk));
  if (!problem) return undefined;
  const { words } = problem;
  return `${words === '' ? '' : `${quotedWords(words)}: `}${faultSentence(problem)}`;
}
