import { shownPath } from '../../content/files/archive-path.ts';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { NOTHING_KNOWN, readProse } from '../../content/markdown/prose.ts';
import { paragraphIds } from '../../domain/article/paragraph.ts';
import { mediaId } from '../../domain/media/media-id.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { shownText } from '../../domain/problem.ts';
import { articlePath, mediumPath } from '../../domain/url.ts';
import { changeWithFiles } from '../../import/adding/added-medium.ts';
import { contradiction } from '../../import/adding/contradiction.ts';
import { withMedium } from '../../import/adding/media-list.ts';
import { type AddingArchive, placeable } from '../../import/adding/medium-file.ts';
import type { NamedEntry } from '../../import/adding/named-entry.ts';
import { FiledMedia } from '../../import/media/filed-media.ts';
import type { MediumFields } from '../../import/writing/medium-fields.ts';
import { filedLines, namedMedium, namedWords } from './filed-lines.ts';
import { statedLines } from './given-file.ts';
import { unknownIds } from './known-ids.ts';
import type { NewMedium } from './medium.ts';
import { correctedAnswers, mediumAnswers, withoutBlanks } from './medium-answers.ts';
import { fieldsFrom, takenFields, wordsFields } from './medium-fields.ts';
import type { MediumSaid } from './medium-options.ts';
import { QUESTIONS } from './medium-questions.ts';
import { positionIn } from './position.ts';
import type { Asked } from './question.ts';
import { canBeCorrected, Refusals } from './refusals.ts';
import { canAsk } from './terminal.ts';
import { addWords, filedIn } from './words/added.ts';
import { givenWords } from './words/given.ts';
import { OF_WORDS } from './words/questions.ts';

/** The paragraphs of an entry, by their ids. */
async function paragraphsOf({ path }: NamedEntry, text: string) {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return [];
  const { paragraphs } = await readProse(text.slice(bounds.bodyStart), 0, NOTHING_KNOWN);
  const texts = paragraphs.map((paragraph) => paragraph.text);
  return paragraphIds(texts).map((id, at) => ({ id, text: texts[at] ?? '' }));
}

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

/** Files a medium as it is said. @returns what is said of it, in lines. @throws Refusal or ImportFault, and then nothing of it is there */
async function fileAs(
  said: MediumSaid,
  { file, told }: NewMedium,
  entry: NamedEntry,
  places: Asked['places'],
  archive: AddingArchive,
): Promise<string[]> {
  const { facts, path } = file;
  const refusals = new Refusals();
  const ids = places.map(({ id }) => id);
  const position = refusals.made(() => positionIn(said.position, ids));
  const found = refusals.made(() => fieldsFrom(said, file));
  refusals.add(...unknownIds(said, archive.authorityFile.records));
  const words = refusals.made(() => givenWords(said, file, entry)) ?? [];
  const known = new FiledMedia(archive.root).of(facts.sha256);
  const against = found && known && contradiction(found, known);
  if (against !== undefined) refusals.add(shownText(against));
  const { kind, ...others } = refusals.unless(found);
  const files = [placeable({ from: path, called: path, facts, kind }), ...words];
  const placed = await changeWithFiles(entry, archive, files, (before, [name = '', ...names]) => {
    const nameOf = (as: string) => names[words.findIndex((one) => one.as === as)];
    const fields = { ...others, ...(position !== undefined && { position }) };
    const named = wordsFields(said, nameOf);
    return withMedium(entry.path, before, { file: name, kind, ...fields, ...named });
  });
  return [
    ...filedLines([namedMedium(path, kind), ...namedWords(words, said.lang)], placed),
    `Named in: ${shownPath(entry.path)}`,
    ...told,
    ...(canAsk() ? [] : statedLines(file, takenFields(said.take, file))),
    ...(position === undefined
      ? [
          `It stands at the end. To place it in the text, write ![](${placed[0]?.name}) there, on a line of its own.`,
        ]
      : []),
    `Its page: ${mediumPath(mediaId(facts.sha256))}; its article: ${articlePath(entry.id)}`,
  ];
}

/**
 * Files a medium with an entry, or words with one that it has. On a terminal, what is not given is asked, and where it is
 * refused an answer may be corrected.
 *
 * @returns what is said of it, in lines
 * @throws Refusal or ImportFault, and then nothing of it is there
 */
export async function addToEntry(
  medium: NewMedium,
  entry: NamedEntry,
  archive: AddingArchive,
): Promise<string[]> {
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
