import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { type Settings, settingsSchema } from '../../domain/settings.ts';
import { problemWith } from './problem-place.ts';
import { lyingAt } from './regular-file.ts';
import { readText } from './text-file.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** The file of an archive's settings. */
export const SETTINGS = 'archive.yaml';

/** The settings of an archive that has none of its own. */
export type Defaults = Omit<Settings, 'url'> & Partial<Settings>;

/** The settings in an archive's file, and the faults in them. */
interface Stated {
  /** Empty where the file is not there, or is not sound. */
  stated: Partial<Settings>;
  problems: Problem[];
}

const fileSchema = settingsSchema.partial();

/** Faults of files that are probably the settings under a wrong name: they would be ignored without notice. */
function misnamed(root: string): Problem[] {
  if (lyingAt(root) !== 'folder') return [];
  return readdirSync(root)
    .filter((name) => /^(?:archive|settings|site)\.ya?ml$/i.test(name) && name !== SETTINGS)
    .map((name) =>
      problemWith(
        join(root, name),
        name,
        because(
          'site/file',
          `The settings of an archive are in ${SETTINGS}.`,
          `Rename the file: ${SETTINGS}.`,
        ),
      ),
    );
}

/** Reads the settings file of the archive below `root`. */
export function readSettings(root: string): Stated {
  const path = join(root, SETTINGS);
  const problems = misnamed(root);
  if (lyingAt(path) === undefined) return { stated: {}, problems };
  const { text, problems: unread } = readText(path);
  problems.push(...unread);
  if (problems.length > 0) return { stated: {}, problems };
  const { data, problems: faults } = validate(fileSchema, readYaml(path, text, 0, text.length));
  // Fields that are not in the file are absent, never undefined.
  return { stated: (data ?? {}) as Partial<Settings>, problems: faults };
}

/** The settings of the archive below `root`; where its file is not sound they are the defaults, and the reading tells why. */
export function settledAt(root: string, defaults: Defaults): Settings {
  const { title, description, ...others } = defaults;
  // In the order of the schema, so that scripts which contain the settings are identical to the byte.
  return { title, description, url: '', ...others, ...readSettings(root).stated };
}
