import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { Article } from '../archive/article.ts';
import type { Paragraph } from '../archive/paragraph.ts';
import { frontmatterOf } from './frontmatter.ts';
import { NOTHING_KNOWN, readProse } from './prose.ts';
import { readYaml } from './yaml.ts';

/** What an article said once. */
export interface EarlierVersion {
  title?: Article['title'] | null;
  figures?: Article['figures'];
  paragraphs: readonly Paragraph[];
}

const LOOKED_AT = 50;

const git = (file: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: dirname(file),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/**
 * The earlier versions of an article's file, the latest first, where the archive is kept in git. None where it is not,
 * or git is not there.
 */
export async function* earlierVersions(file: string): AsyncGenerator<EarlierVersion> {
  try {
    const commits = git(file, 'log', `-n${LOOKED_AT}`, '--format=%H', '--', basename(file));
    for (const commit of commits.split('\n').filter((line) => line !== '')) {
      const text = git(file, 'show', `${commit}:./${basename(file)}`);
      const frontmatter = frontmatterOf(file, text);
      if ('problem' in frontmatter) continue;
      const { start, end, bodyStart } = frontmatter;
      const data = readYaml(file, text, start, end).value as Partial<Article>;
      // A body that could be read then may be refused now.
      const prose = await readProse(text.slice(bodyStart), 0, NOTHING_KNOWN).catch(() => undefined);
      if (prose) yield { ...data, paragraphs: prose.paragraphs };
    }
  } catch {
    // What cannot be had from there is not had.
  }
}
