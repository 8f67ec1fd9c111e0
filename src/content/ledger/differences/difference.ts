import type { ListedChange } from '../../../domain/article/change.ts';
import {
  COMPONENT,
  COMPONENT_RULE,
  type Difference,
  type FieldRule,
  type Fields,
  LISTED_OF_MEDIUM_RULE,
  MEDIUM_RULE,
} from '../statements/field.ts';
import { LISTED_OF_MEDIUM } from '../statements/media-statements.ts';
import type { Statement } from '../statements/statement.ts';
import type { Answers } from './answers.ts';
import { partDifferences } from './part-difference.ts';

/** The kind of change as the list of changes names it. */
export const listedHow = (how: Difference['how']): ListedChange['how'] =>
  how === 'added' || how === 'removed' ? how : 'changed';

/** The statements of each field. */
const byField = (statements: readonly Statement[]) => Map.groupBy(statements, ({ field }) => field);

/** Compares a field that has one value. */
function single(
  field: string,
  { added, changed, clear }: FieldRule,
  sealed: Statement | undefined,
  now: Statement | undefined,
  answers: Answers,
): Difference[] {
  if (sealed?.value === now?.value) return [];
  if (!sealed) return answers.adds(field) ? [] : [{ field, how: 'added', rule: added }];
  if (answers.takes(field, sealed.value)) return [];
  const was = clear && changed === 'listed' ? { value: sealed.value } : {};
  return [{ field, how: now ? 'changed' : 'removed', rule: changed, ...was }];
}

/** Compares a field that is a list, whatever its order. */
function list(
  field: string,
  { added, changed }: FieldRule,
  sealed: readonly Statement[],
  now: readonly Statement[],
  answers: Answers,
): Difference[] {
  const present = new Map(now.map((one) => [one.value, one]));
  const known = new Set(sealed.map(({ value }) => value));
  const gone = sealed.flatMap(({ value, form }): Difference[] => {
    const same = present.get(value);
    if (same?.form === form && same) return [];
    if (answers.takes(field, value)) return [];
    return [{ field, how: same ? 'changed' : 'removed', rule: changed, value }];
  });
  const fresh = now.filter(({ value }) => !known.has(value));
  return [
    ...gone,
    ...fresh.map(({ value }): Difference => ({ field, how: 'added', rule: added, value })),
  ];
}

/** Compares figures by id. Figures that are added later are listed. */
function figures(sealed: readonly Statement[], now: readonly Statement[], answers: Answers) {
  const isFigure = ({ field }: Statement) => field.startsWith('f-');
  const [was, is] = [sealed.filter(isFigure), now.filter(isFigure)].map(
    (all) => new Map(all.map((one) => [one.field, one])),
  ) as [Map<string, Statement>, Map<string, Statement>];
  const rule: FieldRule = { added: 'listed', changed: 'refused' };
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) =>
    single(field, rule, was.get(field), is.get(field), answers),
  );
}

/** Compares media by their ids, which are made from their files. What is said of one that is gone went with it. */
function media(sealed: readonly Statement[], now: readonly Statement[], answers: Answers) {
  const ofMedia = (all: readonly Statement[]) =>
    new Map(all.flatMap((one) => (one.field.startsWith('m-') ? [[one.field, one] as const] : [])));
  const [was, is] = [ofMedia(sealed), ofMedia(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [id = '', part] = field.split('.');
    if (part !== undefined && !(was.has(id) && is.has(id))) return [];
    const rule = LISTED_OF_MEDIUM.includes(part ?? '') ? LISTED_OF_MEDIUM_RULE : MEDIUM_RULE;
    return single(field, rule, was.get(field), is.get(field), answers);
  });
}

/** The fields that are compared for a withdrawn article, or for one that was never shown. */
const TOLD = ['date', 'formerly', 'withdrawn'];

/**
 * Changes since something was sealed that no correction explains. Each correction counts once: a change after the next
 * sealing needs another.
 *
 * @param textOf the words of a present paragraph, by its id
 */
export function differences(
  sealed: readonly Statement[],
  now: readonly Statement[],
  fields: Fields,
  answers: Answers,
  textOf: (paragraph: string) => string = () => '',
): Difference[] {
  const [was, is] = [byField(sealed), byField(now)];
  const isHidden = is.has('withdrawn') || (was.has('withdrawn') && !was.has('text'));
  // Where there was no text, all its parts come with it: one correction says so, of the field `text`.
  const hadNoText = was.get('text')?.[0]?.value === 'none';
  const parts =
    isHidden || hadNoText
      ? { found: [], isSame: isHidden }
      : partDifferences(sealed, now, answers, textOf);
  const components = [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => field.startsWith(COMPONENT))
    .map((field): [string, FieldRule] => [field, COMPONENT_RULE]);
  const changes = [...fields, ...components].flatMap(([field, rule]): Difference[] => {
    if (isHidden && !TOLD.includes(field)) return [];
    // If the parts differ, the layout differs because of them.
    if (field === 'layout' && !parts.isSame) return [];
    const [before = [], after = []] = [was.get(field), is.get(field)];
    if (rule.many) return list(field, rule, before, after, answers);
    return single(field, rule, before[0], after[0], answers);
  });
  if (isHidden) return changes;
  return [
    ...changes,
    ...figures(sealed, now, answers),
    ...media(sealed, now, answers),
    ...parts.found,
    ...answers.faults,
  ];
}
