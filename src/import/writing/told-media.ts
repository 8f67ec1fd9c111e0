import { shownPath } from '../../content/files/archive-path.ts';
import { WORDLESS } from '../../domain/media/gap.ts';
import { shownWords } from '../../domain/problem.ts';
import type { MediaPlan } from './media-plan.ts';
import type { MediumFields } from './medium-fields.ts';

/** What a report says of the media of an article. */
export interface ToldMedia {
  /** How many files came in. */
  files: number;
  /** Each of them as its entry names it, and where it lay; left out where it is a part of its source, or was fetched. */
  filed: { file: string; from?: string }[];
  /** Those that did not, each with why. */
  gaps: NonNullable<MediumFields['missing']>[];
  /** Files of pictures whose caption stands for their alternative text: they need words of their own. */
  captioned: string[];
  /** Files for which no source says whose work they are. */
  uncredited: string[];
}

/** What became of the media of an article; nothing where it has none. */
export function toldOfMedia({ media }: Pick<MediaPlan, 'media'>): { media?: ToldMedia } {
  if (media.length === 0) return {};
  const filed = media.flatMap(({ stated, fields }) =>
    fields.file === undefined ? [] : [{ stated, fields, file: fields.file }],
  );
  return {
    media: {
      files: filed.length,
      filed: filed.map(({ stated: { local }, file }) => ({
        file,
        ...(local && 'path' in local && { from: shownPath(local.path) }),
      })),
      gaps: media.flatMap(({ fields }) => fields.missing ?? []),
      captioned: filed
        .filter(
          ({ stated, fields }) => stated.altText === undefined && fields.altText !== undefined,
        )
        .map(({ file }) => file),
      uncredited: filed
        .filter(({ fields }) => fields.creditLine === 'unknown')
        .map(({ file }) => file),
    },
  };
}

const say = (count: number, one: string, many: string) =>
  count === 1 ? `one ${one}` : `${count.toLocaleString('en')} ${many}`;

const LONGEST = 80;
/** So many files are named on a line. */
const NAMED = 5;

/** The files that came in, by where they lay. */
function namesOf(filed: ToldMedia['filed']): string {
  const named = filed.slice(0, NAMED).map(({ file, from = file }) => shownWords(from));
  const more = filed.length - named.length;
  return [...named, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join(', ');
}

/** What the archivist is told of the media of an article, in a few words; the report that is kept names each. */
export function mediaNotes(plan: Pick<MediaPlan, 'media' | 'small' | 'notes'>): string[] {
  const { media: told } = toldOfMedia(plan);
  const notes = [...plan.notes];
  if (plan.small > 0)
    notes.push(`${say(plan.small, 'picture of a point', 'pictures of a point')} left out`);
  return told ? [...notes, ...summaryOfMedia(told)] : notes;
}

/** What is told of the media of an article in sums; whoever names each needs none of it. */
export function summaryOfMedia(told: ToldMedia): string[] {
  const notes: string[] = [];
  const wordless = told.gaps.filter(({ reason }) => reason === WORDLESS);
  const others = told.gaps.filter(({ reason }) => reason !== WORDLESS);
  const [first] = others;
  const { files, filed, captioned, uncredited } = told;
  if (files > 0)
    notes.push(
      `with ${say(files, 'picture or other file', 'pictures and other files')}: ${namesOf(filed)}`,
    );
  if (first)
    notes.push(
      `${say(others.length, 'picture is', 'pictures are')} missing, ${others.length === 1 ? 'because' : 'the first because'}: ${shownWords(first.reason)}${first.name ? ` (${shownWords(first.name.slice(0, LONGEST))})` : ''}`,
    );
  if (wordless.length > 0)
    notes.push(
      `${say(wordless.length, 'picture waits', 'pictures wait')} for alternative text, which ${wordless.length === 1 ? 'its' : 'their'} source does not have`,
    );
  if (captioned.length > 0)
    notes.push(
      `the caption of ${say(captioned.length, 'picture', 'pictures')} stands for the alternative text`,
    );
  if (uncredited.length > 0)
    notes.push(`nobody is credited with ${say(uncredited.length, 'of its files', 'of its files')}`);
  return notes;
}
