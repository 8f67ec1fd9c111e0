import { KINDS } from '../../domain/authorities/authority.ts';
import { shownText, shownWords } from '../../domain/problem.ts';
import { counted } from '../../messages/wording.ts';
import { PASSED_OVER, type PassedOver } from '../formats/status.ts';
import type { Outcome } from '../importer.ts';
import type { Suggested } from '../suggestions/suggestion.ts';
import type { Summary } from './report.ts';

const say = (count: number, one: string, many: string) => counted(count, one, many, 'en');

function waiting(suggested: Suggested): { names: number; figures: number } {
  return {
    names: KINDS.reduce((sum, kind) => sum + suggested[kind].length, 0),
    figures: suggested.figures.length,
  };
}

function waitingWords(suggested: Suggested): string | undefined {
  const { names, figures } = waiting(suggested);
  const parts = [
    ...(names > 0 ? [say(names, 'name', 'names')] : []),
    ...(figures > 0 ? [say(figures, 'figure', 'figures')] : []),
  ];
  return parts.length > 0 ? `${parts.join(' and ')} to review` : undefined;
}

/** Whether an outcome has a line of its own: of pictures and style sheets in a folder there are thousands, which are counted. */
export const isTold = (outcome: Outcome): boolean =>
  outcome.outcome !== 'skipped' || outcome.as !== 'file';

/** What a reader of the log wants to know of an item, on a line. */
export function lineOf(outcome: Outcome, isDry: boolean): string {
  const origin = shownWords(outcome.origin);
  switch (outcome.outcome) {
    case 'imported': {
      const remarks = [
        ...(outcome.entry.data.title
          ? []
          : ['no headline: the page shows its opening words, and says so']),
        waitingWords(outcome.entry.suggested),
        ...outcome.entry.notes,
        outcome.like && `likely a duplicate of ${outcome.like}`,
      ].filter(Boolean);
      return `${isDry ? 'would import' : 'imported'} ${outcome.id} from ${origin}${remarks.length > 0 ? ` (${remarks.map((remark) => shownText(`${remark}`)).join('; ')})` : ''}`;
    }
    case 'unchanged':
      return `unchanged ${outcome.id} from ${origin}`;
    case 'changed':
      return `${outcome.taken ? (isDry ? 'would update' : 'updated') : 'changed'} ${outcome.id} from ${origin}${outcome.taken ? '' : ' (left as it was)'}\n${outcome.diff.trimEnd()}`;
    case 'skipped':
      return `skipped ${origin}: ${outcome.reason}`;
    default:
      return `failed ${origin}: ${outcome.reason}`;
  }
}

/** The files that a dry run would have written, as lines. */
export function dryText(outcome: Outcome): string {
  if (outcome.outcome !== 'imported') return '';
  const records = outcome.entry.records
    .filter(({ made }) => made)
    .map(({ kind, id, made }) => `  + ${kind}/${id}.yaml (${made?.name})`);
  return [...records, ...outcome.text.split('\n').map((line) => `  | ${line}`)].join('\n');
}

/** “3 drafts, 1 private, 2 attachments”, in a fixed order. */
const reasons = (passedOver: Summary['passedOver']): string =>
  Object.entries(PASSED_OVER)
    .flatMap(([as, [one, many]]) => {
      const count = passedOver[as as PassedOver] ?? 0;
      return count > 0 ? [say(count, one, many)] : [];
    })
    .join(', ');

/** The end of an import, in sentences. */
export function summaryLines(summary: Summary, isDry: boolean): string[] {
  const { imported, records, unchanged, changed, taken, skipped, failed, duplicates, toReview } =
    summary;
  const done = isDry ? 'Would import' : 'Imported';
  return [
    `${done} ${say(imported, 'article', 'articles')}${records > 0 && !isDry ? `, with ${say(records, 'new authority record', 'new authority records')}` : ''}.`,
    ...(unchanged > 0
      ? [`${say(unchanged, 'article was', 'articles were')} in already, unchanged.`]
      : []),
    ...(taken > 0 ? [`${say(taken, 'article was', 'articles were')} brought up to date.`] : []),
    ...(changed > 0
      ? [
          `${say(changed, 'article differs', 'articles differ')} from what ${changed === 1 ? 'its source says' : 'their sources say'} now, and ${changed === 1 ? 'was' : 'were'} left; --update takes it over.`,
        ]
      : []),
    ...(duplicates > 0
      ? [`${say(duplicates, 'article is', 'articles are')} likely a duplicate of another.`]
      : []),
    ...(skipped > 0
      ? [`${say(skipped, 'item was', 'items were')} skipped: ${reasons(summary.passedOver)}.`]
      : []),
    ...(failed > 0
      ? [`${say(failed, 'input', 'inputs')} could not be imported; the reasons are above.`]
      : []),
    ...(toReview > 0
      ? [
          `${say(toReview, 'article has', 'articles have')} suggested names or figures, which are not published until accepted.`,
        ]
      : []),
  ];
}
