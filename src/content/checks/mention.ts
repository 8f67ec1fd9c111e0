import type { Article } from '../../domain/article/article.ts';
import { KINDS, spellings } from '../../domain/authorities/authority.ts';
import { findMentions, type needles } from '../../domain/authorities/mention.ts';
import { because } from '../../domain/fault.ts';
import { claimKey } from '../../domain/figures/claim-key.ts';
import type { Problem } from '../../domain/problem.ts';
import type { YamlText } from '../files/yaml.ts';
import type { Facts } from '../markdown/rehype-record.ts';
import type { Records } from '../reading/record.ts';
import { givenAway, isGivenAway } from './withholding.ts';

const SHOWN_SPELLINGS = 6;

/** The records that an article mentions: in its text; where the archive holds none, in its headline or summary. */
function mentionedIn(
  { text, title = '', summary = '' }: Article,
  { mentions }: Pick<Facts, 'mentions'>,
  spellingsOf: ReturnType<typeof needles>,
): ReadonlySet<string> {
  const records =
    text === 'none'
      ? [title, summary].flatMap((words) =>
          findMentions(words, spellingsOf).flatMap((mention) => mention.records),
        )
      : mentions;
  return new Set(records.map(({ kind, id }) => `${kind}/${id}`));
}

/**
 * Faults of names that an article lists as mentioned but that do not occur in its text.
 *
 * @param listed the spellings of the records that it lists
 */
export function mentionFaults(
  article: Article,
  prose: Pick<Facts, 'mentions' | 'stated'>,
  listed: ReturnType<typeof needles>,
  yaml: YamlText,
  records: Records,
): Problem[] {
  // A withdrawn text may be gone from the file.
  if (article.withdrawn) return [];
  const problems: Problem[] = [];
  const isRecord = article.text === 'none';
  const found = mentionedIn(article, prose, listed);
  for (const kind of KINDS) {
    article[kind].forEach((id, index) => {
      const record = records.get(kind, id);
      if (record && isGivenAway(record, article)) {
        problems.push(yaml.problem([kind, index], givenAway(`Take the id out of ${kind}`)));
        return;
      }
      if (!record || found.has(`${kind}/${id}`)) return;
      const all = spellings(record.data);
      const shown = all
        .slice(0, SHOWN_SPELLINGS)
        .map((spelling) => `“${spelling}”`)
        .join(', ');
      const rest = all.length > SHOWN_SPELLINGS ? ` or ${all.length - SHOWN_SPELLINGS} more` : '';
      const fault = because(
        'mention/missing',
        isRecord
          ? 'Where the archive holds no text, a name that is listed as mentioned occurs in the title or the summary under one of its spellings, capitals as there.'
          : 'A name that is listed as mentioned occurs in the text under one of its spellings, capitals as there.',
        `${isRecord ? 'They have' : 'The text has'} none of ${shown}${rest}. Add the spelling that ${isRecord ? 'they use' : 'it uses'} to ${kind}/${id}.yaml, or list the id under about.`,
      );
      problems.push(yaml.problem([kind, index], fault));
    });
  }
  // That there are figures at all is the fault where there is no text.
  if (isRecord) return problems;
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
