import { shownPath } from '../../content/files/archive-path.ts';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { NOTHING_KNOWN, readProse } from '../../content/markdown/prose.ts';
import { paragraphIds } from '../../domain/article/paragraph.ts';
import { mediaId } from '../../domain/media/media-id.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { shownText } from '../../domain/problem.ts';
import { articlePath, mediumPath } from '../../domain/url.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { fileMedium } from '../../import/adding/added-medium.ts';
import { contradiction } from '../../import/adding/contradiction.ts';
import { withMedium } from '../../import/adding/media-list.ts';
import type { AddingArchive } from '../../import/adding/medium-file.ts';
import { entryNamed, type NamedEntry } from '../../import/adding/named-entry.ts';
import { openAuthorityFile } from '../../import/matching/authority-file.ts';
import { FiledMedia } from '../../import/media/filed-media.ts';
import type { MediumFields } from '../../import/writing/medium-fields.ts';
import { addWords, filedIn } from './added-words.ts';
import { type GivenFile, givenFile, statedLines } from './given-file.ts';
import { givenWords } from './given-words.ts';
import { withKnown } from './known-fields.ts';
import { refuseUnknown } from './known-ids.ts';
import {
  canBeCorrected,
  correctedAnswers,
  mediumAnswers,
  withoutBlanks,
} from './medium-answers.ts';
import { fieldsFrom, positionIn, refuseFields, takenFields, wordsFields } from './medium-fields.ts';
import { MEDIUM_OPTIONS, type MediumSaid } from './medium-options.ts';
import { QUESTIONS } from './medium-questions.ts';
import type { Asked } from './question.ts';
import { OF_WORDS } from './words-questions.ts';

/** What a command says of a new medium, and its file, looked at before anything is written. */
export interface NewMedium {
  /** What the options say. */
  given: MediumSaid;
  /** What the options say, and where they say nothing what another entry says of the same file. */
  said: MediumSaid;
  file: GivenFile;
  /** What is told of that. */
  told: string[];
}

const canAsk = () => process.stdin.isTTY && process.stdout.isTTY;

/**
 * The medium that a command names; nothing where it names none.
 *
 * @throws Refusal where it cannot be filed, as far as that is known without its entry
 */
export async function newMedium(given: MediumSaid, root: string): Promise<NewMedium | undefined> {
  const { media } = given;
  if (media === undefined) {
    const other = Object.keys(MEDIUM_OPTIONS).find(
      (name) => name !== 'media' && Object.hasOwn(given, name),
    );
    if (other !== undefined)
      throw new Refusal(`--${other} is of a medium: name its file with --media.`);
    return undefined;
  }
  const file = await givenFile(media);
  refuseUnknown(given, openAuthorityFile(root).records);
  const known = new FiledMedia(root).of(file.facts.sha256);
  const { said, taken } = known ? withKnown(given, known) : { said: given, taken: [] };
  const told =
    known && taken.length > 0
      ? [`As ${known.entry}, which shows the same file, says it: ${taken.join(', ')}`]
      : [];
  // On a terminal it is said before anything is asked.
  if (canAsk()) for (const line of told) console.log(shownText(line));
  // Those of an entry that is there may be words of a medium that it has, and lie beside it.
  if (said.entry === undefined) {
    if (!canAsk()) refuseFields(fieldsFrom(said, file));
    givenWords(said, file);
  }
  return { given, said, file, told: canAsk() ? [] : told };
}

/** The paragraphs of an entry, by their ids. */
async function paragraphsOf({ path }: NamedEntry, text: string) {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return [];
  const { paragraphs } = await readProse(text.slice(bounds.bodyStart), 0, NOTHING_KNOWN);
  const texts = paragraphs.map((paragraph) => paragraph.text);
  return paragraphIds(texts).map((id, at) => ({ id, text: texts[at] ?? '' }));
}

/** Finds the entry that a command names. @throws ImportFault where there is none */
export const entryOf = (root: string, name: string): NamedEntry =>
  entryNamed(root, name, process.env['INIT_CWD'] ?? '.');

/** The questions about words that a medium lacks. */
const wordsLacked = ({ kind, ocr, transcript = NO_TRANSCRIPT }: MediumFields) =>
  OF_WORDS.filter(
    ({ isOf, options }) =>
      isOf(kind) &&
      !(ocr !== undefined && options.includes('ocr')) &&
      !(transcript !== NO_TRANSCRIPT && options.includes('transcript')),
  );

/** What is said of words alone, without the kind that their questions are asked of, and that there are none. */
const wordsOnly = ({ 'media-kind': _, transcript, ...said }: MediumSaid): MediumSaid => ({
  ...said,
  ...(transcript !== undefined && transcript !== NO_TRANSCRIPT && { transcript }),
});

/** Files a medium as it is said, and says what was written. @throws Refusal or ImportFault, and then nothing of it is there */
async function fileAs(
  said: MediumSaid,
  { file, told }: NewMedium,
  entry: NamedEntry,
  places: Asked['places'],
  archive: AddingArchive,
): Promise<void> {
  const ids = places.map(({ id }) => id);
  const position = positionIn(said.position, ids);
  const fields = { ...fieldsFrom(said, file), ...(position !== undefined && { position }) };
  refuseFields(fields);
  refuseUnknown(said, archive.authorityFile.records);
  const { facts, path } = file;
  const words = givenWords(said, file, entry);
  const known = new FiledMedia(archive.root).of(facts.sha256);
  const against = known ? contradiction(fields, known) : undefined;
  if (against !== undefined) throw new Refusal(against);
  const found = { from: path, called: path, facts, kind: fields.kind };
  const { kind, ...others } = fields;
  const placed = await fileMedium(
    found,
    entry,
    archive,
    (before, name, names) => {
      const nameOf = (as: string) => names[words.findIndex((one) => one.as === as)];
      const named = wordsFields(said, nameOf);
      return withMedium(entry.path, before, { file: name, kind, ...others, ...named });
    },
    words,
  );
  const lines = [
    `Filed: ${shownPath(placed.path)}`,
    `Named in: ${shownPath(entry.path)}`,
    ...told,
    ...(canAsk() ? [] : statedLines(file, takenFields(said.take, file))),
    ...(position === undefined
      ? [
          `It stands at the end. To place it in the text, write ![](${placed.name}) there, on a line of its own.`,
        ]
      : []),
    `Its page: ${mediumPath(mediaId(facts.sha256))}; its article: ${articlePath(entry.id)}`,
  ];
  console.log(shownText(lines.join('\n')));
}

/**
 * Files a medium with an entry, or words with one that it has, and says what was written. On a terminal, what is not given
 * is asked, and where it is refused an answer may be corrected.
 *
 * @throws Refusal or ImportFault, and then nothing of it is there
 */
export async function addToEntry(
  medium: NewMedium,
  entry: NamedEntry,
  archive: AddingArchive,
): Promise<void> {
  const { given, said, file } = medium;
  const places = await paragraphsOf(entry, archive.disk.read(entry.path));
  const of = { file, entry, places };
  const filed = filedIn(entry, file, archive);
  const act = (answers: MediumSaid) =>
    filed
      ? addWords(answers, file, entry, filed, archive)
      : fileAs(answers, medium, entry, places, archive);
  if (!canAsk()) return act(filed ? given : said);
  const [first, questions] = filed
    ? [{ ...given, 'media-kind': filed.medium.kind }, wordsLacked(filed.medium)]
    : [said, QUESTIONS];
  let answers = await mediumAnswers(first, of, questions);
  for (;;) {
    try {
      const whole = withoutBlanks(answers);
      return await act(filed ? wordsOnly(whole) : whole);
    } catch (error) {
      if (!canBeCorrected(error) || questions.length === 0) throw error;
      answers = await correctedAnswers(answers, error, of, questions);
    }
  }
}
