import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'astro/zod';
import { because } from '../../domain/fault.ts';
import { own } from '../../domain/own.ts';
import type { Problem } from '../../domain/problem.ts';
import { faultOf } from '../../domain/schema-fault.ts';
import { settingsSchema } from '../../domain/settings.ts';
import { defaults } from '../../site.ts';
import { problemAt } from '../files/problem-place.ts';
import { readSettings } from '../files/settings-file.ts';

const SITE = 'src/site.ts';

/** Faults in the settings of the archive below `root`, and in the defaults that hold where it has none. */
export const settingFaults = (root: string): Problem[] => [
  ...siteFaults(),
  ...readSettings(root).problems,
];

/** Faults in the default settings, with their lines in the file that has them. */
export function siteFaults(settings: object = defaults): Problem[] {
  const { error } = settingsSchema.safeParse({ url: '', ...settings });
  if (!error) return [];
  const path = resolve(SITE);
  const text = readFileSync(path, 'utf8');
  return error.issues.map((issue) => {
    const [name = ''] = issue.code === 'unrecognized_keys' ? issue.keys : issue.path.map(String);
    const [, before = '', value = ''] =
      new RegExp(`^([^]*\\n {2}${name}:\\s*)([^\\n]*)`).exec(text) ?? [];
    const fault =
      faultOf(issue, own(settingsSchema.shape, name) as z.ZodType | undefined) ??
      because(
        'site/setting',
        `The settings of the site are ${Object.keys(settingsSchema.shape).join(', ')}, each of its kind.`,
        `Write “${name}” as the project has it, or take it out where it is none of these.`,
      );
    return problemAt(path, text, before.length, value.replace(/,$/, ''), fault);
  });
}
