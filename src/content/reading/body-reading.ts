import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemAt, problemWith } from '../files/problem-place.ts';
import { excessIn } from '../markdown/body/extent.ts';
import { isDeep, NESTED } from '../markdown/body/nesting.ts';
import { looseFacts } from '../markdown/loose-prose.ts';
import { bodyProblems } from '../markdown/mdx-fault.ts';
import { type Prose, readProse } from '../markdown/prose.ts';
import type { Facts, FileContext } from '../markdown/rehype-record.ts';

/** The result of reading a body, as far as it can be read. */
export interface ReadBody {
  /** The body, if it can be read. */
  prose: Prose | undefined;
  /** The facts of the article that its body gives, if they can be told. */
  facts: Facts | undefined;
  problems: Problem[];
}

const lineOf = (text: string, line: number) => text.split('\n')[line - 1]?.trim() ?? '';

const FILLED = because(
  'article/text',
  'An article with “text: none” has nothing below its frontmatter: the archive holds its record alone.',
  'Take the text out, or write text: verbatim (the source’s words) or text: account (the archive’s own).',
);

/**
 * Reads the body of an article from its file.
 *
 * @param start the index in the text of the file at which the body begins
 * @param held whether the archive holds its text: `gone` where the file may have none, as that of a withdrawn article
 */
export async function readBody(
  { path, text, start }: { path: string; text: string; start: number },
  context: FileContext,
  held: 'text' | 'none' | 'gone',
): Promise<ReadBody> {
  const body = text.slice(start);
  const there = held === 'none' && body.trim() !== '';
  if (there) {
    const at = start + body.search(/\S/u);
    const problem = problemAt(
      path,
      text,
      at,
      lineOf(text, text.slice(0, at).split('\n').length),
      FILLED,
    );
    return { prose: undefined, facts: undefined, problems: [problem] };
  }
  const offset = text.slice(0, start).split('\n').length - 1;
  const excess = excessIn(body);
  if (excess) {
    const line = offset + excess.line + 1;
    const problem = { ...problemWith(path, lineOf(text, line), excess.fault), line };
    return { prose: undefined, facts: undefined, problems: [problem] };
  }
  const nested = problemAt(path, text, start, '', NESTED);
  try {
    const prose = await readProse(body, offset, context);
    const problems = isDeep(prose.html ?? JSON.stringify(prose.parts)) ? [nested] : [];
    if (prose.paragraphs.length > 0 || held !== 'text') return { prose, facts: prose, problems };
    const fault = because(
      'article/no-text',
      'An article has a text.',
      'Write the text below the frontmatter; if the archive holds the record of the article alone, write text: none.',
    );
    // If there is no text, no other problem with it is reported.
    problems.push(problemAt(path, text, start, '', fault));
    return { prose, facts: undefined, problems };
  } catch (error) {
    // The body nests too deep for the parser.
    if (error instanceof RangeError)
      return { prose: undefined, facts: undefined, problems: [nested] };
    const problems = bodyProblems(path, text, error);
    const facts = await looseFacts(body, offset, context);
    // What looks like a link on the line of a problem may be the problem itself, so it is left out.
    const lines = new Set(problems.map(({ line }) => line));
    const links = facts.links.filter(({ line }) => !lines.has(line));
    return { prose: undefined, facts: { ...facts, links }, problems };
  }
}
