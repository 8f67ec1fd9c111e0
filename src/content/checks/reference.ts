import type { Article } from '../../domain/article/article.ts';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { didYouMean } from '../files/validate.ts';
import type { YamlText } from '../files/yaml.ts';
import type { Records } from '../reading/record.ts';

/** Faults of references in an article's fields to records that the archive does not have. */
export function referenceFaults(article: Article, yaml: YamlText, records: Records): Problem[] {
  const problems: Problem[] = [];
  const refers = (path: PropertyKey[], kind: Kind, id: string | undefined, besides = '') => {
    if (id === undefined || records.knows(kind, id)) return;
    const other = records.named(id)[0];
    const known = [...records.ids(kind), ...(besides ? ['unknown'] : [])];
    const isListed = typeof path.at(-1) === 'number';
    const renamed = records.all.find((one) => one.kind === kind && one.data.formerly.includes(id));
    let fix = `${didYouMean(id, known)}Correct the id, or add ${kind}/${id}.yaml.`;
    if (renamed) fix = `“${id}” is “${renamed.id}” now: write that.`;
    else if (other)
      fix = `“${id}” is in ${other.kind}/: ${isListed ? `list it under ${other.kind}` : `name one of ${kind}/`}.`;
    else if (id === 'unknown') fix = 'Leave the field out where it is not known.';
    problems.push(
      yaml.problem(
        path,
        because('reference/missing', `This is the id of a record in ${kind}/${besides}.`, fix),
      ),
    );
  };
  for (const kind of KINDS) {
    for (const [index, id] of article[kind].entries()) refers([kind, index], kind, id);
  }
  refers(['dateline'], 'places', article.dateline);
  article.about.forEach((id, index) => {
    if (KINDS.some((kind) => records.knows(kind, id))) return;
    const known = KINDS.flatMap((kind) => records.ids(kind));
    const fix = `${didYouMean(id, known)}Correct the id, or add its authority record.`;
    problems.push(
      yaml.problem(
        ['about', index],
        because('reference/missing', 'This is the id of an authority record.', fix),
      ),
    );
  });
  const seen = new Set<string>();
  article.figures.forEach((figure, index) => {
    const path = ['figures', index];
    if (figure.place !== 'unknown')
      refers([...path, 'place'], 'places', figure.place, ', or unknown');
    if (figure.countedBy !== 'unknown')
      refers([...path, 'countedBy'], 'organisations', figure.countedBy, ', or unknown');
    refers([...path, 'reportedBy'], 'organisations', figure.reportedBy);
    if (seen.has(figure.id)) {
      problems.push(
        yaml.problem(
          [...path, 'id'],
          because(
            'figure/id',
            'The id of a figure stands once in an article.',
            'Give the second figure an id of its own.',
          ),
        ),
      );
    }
    seen.add(figure.id);
  });
  return problems;
}
