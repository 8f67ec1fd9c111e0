import type { Article } from '../../domain/article/article.ts';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Path } from '../../domain/schema-fault.ts';
import type { YamlText } from '../files/yaml.ts';

/** Faults of the fields of an article of which the archive holds no text: its headline is all there is, and is quoted by none. */
export function textFaults(
  { text, title, figures, withdrawn }: Article,
  yaml: YamlText,
  isSound: (...path: Path) => boolean,
): Problem[] {
  if (text !== 'none' || !isSound('text') || withdrawn) return [];
  const problems: Problem[] = [];
  if (title === undefined && isSound('title'))
    problems.push(
      yaml.problem(
        ['text'],
        because(
          'article/no-title',
          'An article of which the archive holds no text has a headline: nothing else names it.',
          'Write its title.',
        ),
      ),
    );
  if (figures.length > 0)
    problems.push(
      yaml.problem(
        ['figures', 0],
        because(
          'figure/no-text',
          'A figure quotes the text; of an article with “text: none” the archive holds none.',
          'Take the figures out, or add the text and write text: verbatim.',
        ),
      ),
    );
  return problems;
}
