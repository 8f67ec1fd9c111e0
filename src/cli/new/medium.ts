import { shownPath } from '../../content/files/archive-path.ts';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { NOTHING_KNOWN, readProse } from '../../content/markdown/prose.ts';
import { paragraphIds } from '../../domain/article/paragraph.ts';
import { mediaId } from '../../domain/media/media-id.ts';
import { shownText } from '../../domain/problem.ts';
import { articlePath, mediumPath } from '../../domain/url.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { fileMedium } from '../../import/adding/added-medium.ts';
import { contradiction } from '../../import/adding/contradiction.ts';
import { withMedium } from '../../import/adding/media-list.ts';
import type { AddingArchive } from '../../import/adding/medium-file.ts';
import { entryNamed, type NamedEntry } from '../../import/adding/named-entry.ts';
import { FiledMedia } from '../../import/media/filed-media.ts';
import { type GivenFile, givenFile, statedLines } from './given-file.ts';
import { givenWords } from './given-words.ts';
import { withKnown } from './known-fields.ts';
import { mediumAnswers } from './medium-answers.ts';
import { fieldsFrom, refuseFields, takenFields, wordsFields } from './medium-fields.ts';
import { MEDIUM_OPTIONS, type MediumSaid } from './medium-options.ts';

/** What a command says of a new medium, and its file, looked at before anything is written. */
export interface NewMedium {
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
  const known = new FiledMedia(root).of(file.facts.sha256);
  const { said, taken } = known ? withKnown(given, known) : { said: given, taken: [] };
  const told =
    known && taken.length > 0
      ? [`As ${known.entry}, which shows the same file, says it: ${taken.join(', ')}`]
      : [];
  // On a terminal it is said before anything is asked.
  if (canAsk()) for (const line of told) console.log(shownText(line));
  if (!canAsk()) refuseFields(fieldsFrom(said, file));
  // Those of words of an entry that is there may lie beside it.
  if (said.entry === undefined) givenWords(said, file);
  return { said, file, told: canAsk() ? [] : told };
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

/**
 * Files a medium with an entry, and says what was written. What is not given is asked on a terminal.
 *
 * @throws Refusal or ImportFault, and then nothing of it is there
 */
export async function addToEntry(
  { said, file, told }: NewMedium,
  entry: NamedEntry,
  archive: AddingArchive,
): Promise<void> {
  const places = await paragraphsOf(entry, archive.disk.read(entry.path));
  const fields = await mediumAnswers(said, file, places);
  const { facts, path } = file;
  const words = givenWords(said, file, entry);
  const known = new FiledMedia(archive.root).of(facts.sha256);
  // Of one that the entry has already, its own check tells.
  const against = known && known.entry !== entry.id ? contradiction(fields, known) : undefined;
  if (against !== undefined) throw new Refusal(against);
  const found = { from: path, called: path, facts, kind: fields.kind };
  const { kind, ...others } = fields;
  const placed = await fileMedium(
    found,
    entry,
    archive,
    (before, name, names) => {
      const nameOf = (as: string) => names[words.findIndex((one) => one.as === as)];
      // What is said of words on a terminal is in the fields alone: that there are none.
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
    ...(fields.position === undefined
      ? [
          `It stands at the end. To place it in the text, write ![](${placed.name}) there, on a line of its own.`,
        ]
      : []),
    `Its page: ${mediumPath(mediaId(facts.sha256))}; its article: ${articlePath(entry.id)}`,
  ];
  console.log(shownText(lines.join('\n')));
}
