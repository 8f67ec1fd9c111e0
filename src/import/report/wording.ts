import { KINDS } from '../../domain/authorities/authority.ts';
import { shownText, shownWords } from '../../domain/problem.ts';
import { counted } from '../../messages/wording.ts';
import type { PassedOver } from '../formats/skipped.ts';
import type { Outcome } from '../outcome.ts';
import { mediumWords } from '../suggestions/medium-word.ts';
import type { Suggested } from '../suggestions/suggestion.ts';
import type { Mode, Summary } from './report.ts';
import { notTaken, recallInWords } from './reported-item.ts';
import { passedOverInWords } from './tally.ts';

const say = (count: number, one: string, many: string) => counted(count, one, many, 'en');

function waiting(suggested: Suggested) {
  return {
    fields: mediumWords(suggested).length,
    names: KINDS.reduce((sum, kind) => sum + suggested[kind].length, 0),
    figures: suggested.figures.length,
  };
}

function waitingWords(suggested: Suggested): string | undefined {
  const { names, figures, fields } = waiting(suggested);
  const parts = [
    ...(names > 0 ? [say(names, 'name', 'names')] : []),
    ...(figures > 0 ? [say(figures, 'figure', 'figures')] : []),
    ...(fields > 0 ? [say(fields, 'field of a file', 'fields of files')] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')} to review` : undefined;
}

/** What there are thousands of in a folder of a site or a web archive: it is counted, and has no line of its own. */
const UNTOLD: ReadonlySet<PassedOver> = new Set(['file', 'answer', 'capture']);

/** Whether an outcome is told on a terminal, where a bar counts the rest. */
export const needsAttention = (outcome: Outcome, { imported }: Summary, mode: Mode): boolean => {
  if (!isTold(outcome, mode)) return false;
  if (outcome.outcome === 'unchanged') return outcome.untaken.length > 0;
  return (
    outcome.outcome !== 'imported' ||
    outcome.like !== undefined ||
    imported <= 20 ||
    mode !== 'import'
  );
};

/** Whether an outcome has a line of its own. */
export const isTold = (outcome: Outcome, mode: Mode): boolean =>
  mode === 'check'
    ? outcome.outcome !== 'unchanged' && outcome.outcome !== 'skipped'
    : outcome.outcome !== 'skipped' || !UNTOLD.has(outcome.as);

const titleOf = ({ entry }: { entry: { data: { title?: string | undefined } } }): string =>
  entry.data.title === undefined ? '' : ` (“${shownWords(entry.data.title)}”)`;

function changeWord({ taken }: { taken: boolean }, mode: Mode): string {
  if (mode === 'check') return 'differs:';
  if (!taken) return 'changed';
  return mode === 'dry-run' ? 'would update' : 'updated';
}

function leftWords({ taken, hasText }: { taken: boolean; hasText: boolean }, mode: Mode): string {
  if (taken || mode === 'check') return '';
  return hasText
    ? ' (left as it was: it is a record, and the text is here now; add --update)'
    : ' (left as it was)';
}

/** What is told of options that change nothing of what is in. */
const untakenWords = (untaken: readonly string[]): string =>
  untaken.length === 0 ? '' : ` (${notTaken(untaken)})`;

/** Which item it is that is passed over: nobody counts the items of an export. */
const identifierWords = ({ identifier }: { identifier?: string }): string =>
  identifier === undefined ? '' : ` (${shownWords(identifier)})`;

/** What a reader of the log wants to know of an item, on a line. */
export function lineOf(outcome: Outcome, mode: Mode): string {
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
      if (mode === 'check') return `not in the archive: ${origin}${titleOf(outcome)}`;
      return `${mode === 'dry-run' ? 'would import' : 'imported'} ${outcome.id} from ${origin}${remarks.length > 0 ? ` (${remarks.map((remark) => shownText(`${remark}`)).join('; ')})` : ''}`;
    }
    case 'unchanged':
      return `unchanged ${outcome.id} from ${origin}${untakenWords(outcome.untaken)}`;
    case 'changed':
      return `${changeWord(outcome, mode)} ${outcome.id} from ${origin}${leftWords(outcome, mode)}\n${outcome.diff.trimEnd()}`;
    case 'recalled':
      return `recalled ${origin}: ${recallInWords(outcome)}`;
    case 'skipped':
      return `skipped ${origin}: ${outcome.reason}${identifierWords(outcome)}`;
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

const recalledLine = (recalled: number): string[] =>
  recalled > 0
    ? [
        `${say(recalled, 'article is', 'articles are')} in the archive and kept back by ${recalled === 1 ? 'its source' : 'their sources'} now: withdraw ${recalled === 1 ? 'it' : 'them'}, or take ${recalled === 1 ? 'it' : 'them'} out.`,
      ]
    : [];

/** What is told of pictures in the end. */
function mediaLines({ media, gaps }: Summary, isDry: boolean): string[] {
  const files = say(media, 'picture or other file', 'pictures and other files');
  return [
    ...(media > 0 ? [`${isDry ? 'Would bring in' : 'Brought in'} ${files} of theirs.`] : []),
    ...(gaps > 0
      ? [
          `${say(gaps, 'picture or other file is', 'pictures and other files are')} missing, and ${gaps === 1 ? 'stands' : 'stand'} in ${gaps === 1 ? 'its entry' : 'their entries'} as such; --report names each, with why.`,
        ]
      : []),
  ];
}

/** The end of a check, in sentences. */
function checkLines({
  imported,
  unchanged,
  changed,
  recalled,
  skipped,
  failed,
  passedOver,
}: Summary): string[] {
  return [
    `${say(unchanged, 'article is', 'articles are')} as ${unchanged === 1 ? 'its source has it' : 'their sources have them'}, ${say(changed, 'differs', 'differ')}, ${say(imported, 'is', 'are')} not in the archive.`,
    ...recalledLine(recalled),
    ...(skipped > 0
      ? [`${say(skipped, 'item is', 'items are')} not for it: ${passedOverInWords(passedOver)}.`]
      : []),
    ...(failed > 0 ? [`${say(failed, 'input', 'inputs')} could not be read.`] : []),
  ];
}

/** The end of an import, in sentences. */
export function summaryLines(summary: Summary, mode: Mode): string[] {
  if (mode === 'check') return checkLines(summary);
  const isDry = mode === 'dry-run';
  const { imported, records, unchanged, changed, taken, skipped, failed, duplicates, toReview } =
    summary;
  const done = isDry ? 'Would import' : 'Imported';
  return [
    `${done} ${say(imported, 'article', 'articles')}${records > 0 && !isDry ? `, with ${say(records, 'new authority record', 'new authority records')}` : ''}.`,
    ...mediaLines(summary, isDry),
    ...(unchanged > 0
      ? [`${say(unchanged, 'article was', 'articles were')} in already, unchanged.`]
      : []),
    ...(taken > 0 ? [`${say(taken, 'article was', 'articles were')} brought up to date.`] : []),
    ...(changed > 0
      ? [
          `${say(changed, 'article differs', 'articles differ')} from what ${changed === 1 ? 'its source says' : 'their sources say'} now, and ${changed === 1 ? 'was' : 'were'} left; --update takes it over.`,
        ]
      : []),
    ...recalledLine(summary.recalled),
    ...(duplicates > 0
      ? [`${say(duplicates, 'article is', 'articles are')} likely a duplicate of another.`]
      : []),
    ...(skipped > 0
      ? [
          `${say(skipped, 'item was', 'items were')} skipped: ${passedOverInWords(summary.passedOver)}.`,
        ]
      : []),
    ...(failed > 0
      ? [`${say(failed, 'input', 'inputs')} could not be imported; the reasons are above.`]
      : []),
    ...(toReview > 0
      ? [
          `${say(toReview, 'article has', 'articles have')} suggestions (names, figures, what files say of themselves), which are not published until accepted.`,
        ]
      : []),
  ];
}
