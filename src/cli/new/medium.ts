import { shownText } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { entryNamed, type NamedEntry } from '../../import/adding/named-entry.ts';
import { openAuthorityFile } from '../../import/matching/authority-file.ts';
import { FiledMedia } from '../../import/media/filed-media.ts';
import { type GivenFile, givenFile } from './given-file.ts';
import { withKnown } from './known-fields.ts';
import { unknownIds } from './known-ids.ts';
import { fieldsFrom } from './medium-fields.ts';
import { MEDIUM_OPTIONS, type MediumSaid } from './medium-options.ts';
import { refusePosition } from './position.ts';
import { Refusals } from './refusals.ts';
import { canAsk } from './terminal.ts';
import { givenWords } from './words/given.ts';

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

/** Finds the entry that a command names. @throws ImportFault where there is none */
export const entryOf = (root: string, name: string): NamedEntry =>
  entryNamed(root, name, process.env['INIT_CWD'] ?? '.');

/** What is said of a file, with what another entry says of it. */
function saidOf(given: MediumSaid, file: GivenFile, root: string): Omit<NewMedium, 'file'> {
  const known = new FiledMedia(root).of(file.facts.sha256);
  const { said, taken } = known ? withKnown(given, known) : { said: given, taken: [] };
  const told =
    known && taken.length > 0
      ? [`As ${known.entry}, which shows the same file, says it: ${taken.join(', ')}`]
      : [];
  // On a terminal it is said before anything is asked.
  if (canAsk()) for (const line of told) console.log(shownText(line));
  return { given, said, told: canAsk() ? [] : told };
}

/**
 * The medium that a command names; nothing where it names none.
 *
 * @throws Refusal where it cannot be filed, with all of it that is known without its entry
 */
export async function newMedium(given: MediumSaid, root: string): Promise<NewMedium | undefined> {
  const { media } = given;
  if (media === undefined) {
    const others = Object.keys(MEDIUM_OPTIONS).filter(
      (name) => name !== 'media' && Object.hasOwn(given, name),
    );
    if (others.length === 0) return undefined;
    const are = others.length === 1 ? 'is' : 'are';
    throw new Refusal(
      `${others.map((name) => `--${name}`).join(', ')} ${are} of a medium: name its file with --media.`,
    );
  }
  const refusals = new Refusals();
  const file = await refusals.awaited(() => givenFile(media));
  const { entry } = given;
  const isThere = entry !== undefined && refusals.made(() => entryOf(root, entry)) !== undefined;
  // What is said of a medium of an entry that is there is looked at with that entry: it may have the file already.
  if (canAsk() || !isThere || !file)
    refusals.add(...unknownIds(given, openAuthorityFile(root).records));
  const medium = file && { ...saidOf(given, file, root), file };
  if (medium && !isThere) {
    if (!canAsk()) refusals.made(() => fieldsFrom(medium.said, medium.file));
    if (!canAsk()) refusals.made(() => refusePosition(medium.said.position));
    refusals.made(() => givenWords(medium.said, medium.file));
  }
  refusals.tell();
  return medium;
}
