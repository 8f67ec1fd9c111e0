import { existsSync, mkdirSync } from 'node:fs';
import { log } from '@clack/prompts';
import { contentRoot } from '../content/files/archive-path.ts';
import { shownText } from '../domain/problem.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { ImportFault } from '../import/source-document.ts';
import { withLock } from '../lock/lock.ts';
import { readArguments } from './arguments.ts';
import { articleOf } from './new/article/answers.ts';
import { givenArticle } from './new/article/given.ts';
import { ARTICLE_HELP, ARTICLE_OPTIONS } from './new/article/options.ts';
import { addMedium, writeEntry } from './new/entry.ts';
import { entryOf, type NewMedium, newMedium } from './new/medium.ts';
import { entryAsked, fileAsked } from './new/medium-answers.ts';
import { MEDIUM_HELP, MEDIUM_OPTIONS } from './new/medium-options.ts';
import { canBeCorrected, Refusals } from './new/refusals.ts';
import { canAsk } from './new/terminal.ts';
import { refuseSettings } from './site/refuse-settings.ts';

const HELP = `${ARTICLE_HELP}

${MEDIUM_HELP}`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  ...ARTICLE_OPTIONS,
  ...MEDIUM_OPTIONS,
} as const;

/** The file of a medium for a new entry, which is asked until it can be filed; nothing where there is none. */
async function mediumAsked(root: string): Promise<NewMedium | undefined> {
  for (let name = ''; ; ) {
    name = await fileAsked(name);
    try {
      return await newMedium({ media: name || undefined }, root);
    } catch (error) {
      if (!canBeCorrected(error)) throw error;
      log.error(shownText(error.message));
    }
  }
}

/** Why an entry cannot be found; nothing where it can. */
function entryObjection(root: string, name: string): string | undefined {
  try {
    entryOf(root, name);
    return undefined;
  } catch (error) {
    if (error instanceof ImportFault) return shownText(error.message);
    throw error;
  }
}

await command(async () => {
  const { help, ...values } = readArguments({ options: OPTIONS }, HELP).values;
  if (help) {
    console.log(HELP);
    return 0;
  }
  refuseSettings('written');
  const root = contentRoot();
  const ofArticle = Object.keys(ARTICLE_OPTIONS).filter((name) => Object.hasOwn(values, name));
  const isNew = values.entry === undefined;
  const refusals = new Refusals();
  let medium = await refusals.awaited(() => newMedium(values, root));
  const given = isNew ? await refusals.awaited(() => givenArticle(values)) : undefined;
  if (!isNew && ofArticle.length > 0)
    refusals.add(
      `${ofArticle.map((name) => `--${name}`).join(', ')} ${ofArticle.length === 1 ? 'is' : 'are'} of a new entry, and --entry names one that is there.`,
    );
  refusals.tell();
  const entry =
    canAsk() && medium && isNew && ofArticle.length === 0
      ? (await entryAsked((name) => entryObjection(root, name))) || undefined
      : values.entry;
  const written = entry === undefined ? await articleOf(given ?? {}) : undefined;
  if (written && canAsk() && !medium) medium = await mediumAsked(root);
  // The lock is made in the archive's folder, so it must exist.
  if (!existsSync(root)) mkdirSync(root, { recursive: true });
  return withLock([root], 'npm run new', async () => {
    try {
      if (written) return await writeEntry(root, written, medium);
      return medium && entry !== undefined
        ? await addMedium(root, entryOf(root, entry), medium)
        : 0;
    } catch (error) {
      if (error instanceof ImportFault) throw new Refusal(shownText(error.message));
      throw error;
    }
  });
});
