import type { Difference } from '../statements/field.ts';
import type { Statement } from '../statements/statement.ts';
import type { Answers } from './answers.ts';
import { hunksOf, newParts } from './hunk.ts';

/** True for the statement of a part of a text. */
const isPart = ({ field }: Pick<Statement, 'field'>): boolean => /^[po]-/.test(field);

/** The field of a listed change of characters to others that look the same. */
const CHARACTERS = 'characters';

/** Compares two statements with the same id: markup and exact characters may differ, and words that make the same id. */
function samePart(was: Statement, is: Statement, answers: Answers): Difference[] {
  const { field } = was;
  // An id has only 40 bits of a digest, so other words for it can be found on purpose.
  if (was.value !== is.value || was.form !== is.form)
    return answers.takes(field) ? [] : [{ field, how: 'changed', rule: 'refused', now: [field] }];
  if (was.exact === is.exact) return [];
  return [{ field: CHARACTERS, how: 'changed', rule: 'listed', value: field }];
}

/**
 * How the parts of a text differ from those that were sealed.
 *
 * @param textOf the words of a present paragraph, by its id
 */
export function partDifferences(
  sealed: readonly Statement[],
  now: readonly Statement[],
  answers: Answers,
  textOf: (paragraph: string) => string,
): { found: Difference[]; isSame: boolean } {
  const [was, is] = [sealed.filter(isPart), now.filter(isPart)];
  const present = new Map(is.map((part) => [part.field, part]));
  const ids = (parts: readonly Statement[]) => parts.map(({ field }) => field);
  const stays = new Set(ids(was));
  const found: Difference[] = [];
  const differing = hunksOf(ids(was), ids(is));
  for (const { removed, added } of differing) {
    const silent = removed.filter((field) => !answers.takes(field));
    for (const field of silent) {
      const how = present.has(field) ? 'moved' : added.length > 0 ? 'changed' : 'removed';
      found.push({ field, how, rule: 'refused', now: added });
    }
    if (silent.length > 0) continue;
    const fresh = added.filter((field) => !stays.has(field) && !answers.adds(field));
    for (const kind of ['p-', 'o-']) {
      const isOfKind = (id: string) => id.startsWith(kind);
      // A part that was only moved has not become another.
      const gone = removed.filter((id) => isOfKind(id) && !present.has(id));
      const corrected = gone.map((id) => answers.correctedOf(id));
      for (const field of newParts(corrected, fresh.filter(isOfKind), textOf))
        found.push({ field, how: 'added', rule: 'refused', now: [field] });
    }
  }
  for (const part of was) {
    const same = present.get(part.field);
    if (same) found.push(...samePart(part, same, answers));
  }
  const isSame = differing.length === 0 && found.every(({ rule }) => rule === 'listed');
  return { found, isSame };
}
