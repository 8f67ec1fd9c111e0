import type { Article } from '../../domain/article/article.ts';
import { KINDS, spellings } from '../../domain/authorities/authority.ts';
import { because } from '../../domain/fault.ts';
import { claimKey } from '../../domain/figures/claim-key.ts';
import type { Problem } from '../../domain/problem.ts';
import type { YamlText } from '../files/yaml.ts';
import type { Facts } from '../markdown/rehype-record.ts';
import type { Records } from '../reading/record.ts';
import { givenAway, isGivenAway } from './withholding.ts';

const SHOWN_SPELLINGS = 6;

/** Faults of names that an article lists as mentioned but that do not occur in its text. */
export function mentionFaults(
  article: Article,
  prose: Pick<Facts, 'mentions' | 'stated'>,
  yaml: YamlText,
  records: Records,
): Problem[] {
  // A withdrawn text may be gone from the file.
  if (article.withdrawn) return [];
  const problems: Problem[] = [];
  for (const kind of KINDS) {
    article[kind].forEach((id, index) => {
      const record = records.get(kind, id);
      if (record && isGivenAway(record, article)) {
        problems.push(yaml.problem([kind, index], givenAway(`Take the id out of ${kind}`)));
        return;
      }
      if (!record || prose.mentions.some((mention) => mention.kind === kind && mention.id === id))
        return;
      const all = spellings(record.data);
      const shown = all
        .slice(0, SHOWN_SPELLINGS)
        .map((spelling) => `“${spelling}”`)
        .join(', ');
      const rest = all.length > SHOWN_SPELLINGS ? ` or ${all.length - SHOWN_SPELLINGS} more` : '';
      const fault = because(
        'mention/missing',
        'A name that is listed as mentioned occurs in the text under one of its spellings, capitals as there.',
        `The text has none of ${shown}${rest}. Add the spelling that it uses to ${kind}/${id}.yaml, or list the id under about.`,
      );
      problems.push(yaml.problem([kind, index], fault));
    });
  }
  article.figures.forEach((_, index) => {
    if (prose.stated.has(claimKey(article.figures, index))) return;
    const fault = because(
      'figure/words',
      'The words of a figure stand in one paragraph of the text, to the letter.',
      'Copy them from the text.',
    );
    problems.push(yaml.problem(['figures', index, 'asStated'], fault));
  });
  return problems;
}
