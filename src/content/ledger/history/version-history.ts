import { basename, dirname } from 'node:path';
import type { Figure } from '../../../domain/figures/figure.ts';
import { frontmatterOf } from '../../files/frontmatter.ts';
import { readYaml } from '../../files/yaml.ts';
import { NOTHING_KNOWN, readProse } from '../../markdown/prose.ts';
import { fileAt, git } from './git.ts';

/** What an article or a record said once. */
export interface EarlierVersion {
  /** Its fields, as they were written. */
  data: unknown;
  figures?: readonly Figure[] | undefined;
  /** The words of each part of its text, by the id of the part. */
  parts: ReadonlyMap<string, string>;
  /** How the parts were laid out, where that is known and not the usual way. */
  layout?: string | undefined;
}

const LOOKED_AT = 50;

async function versionOf(file: string, text: string): Promise<EarlierVersion | undefined> {
  if (file.endsWith('.yaml'))
    return { data: readYaml(file, text, 0, text.length).value, parts: new Map() };
  const frontmatter = frontmatterOf(file, text);
  if ('problem' in frontmatter) return undefined;
  const { start, end, bodyStart } = frontmatter;
  const data = readYaml(file, text, start, end).value as { figures?: Figure[] };
  // A body that could be read then may be refused now.
  const prose = await readProse(text.slice(bodyStart), 0, NOTHING_KNOWN).catch(() => undefined);
  if (!prose) return undefined;
  const words = prose.paragraphs.map(({ id, text: said }): [string, string] => [id, said]);
  const parts = new Map([...words, ...prose.textParts.notations]);
  return { data, figures: data.figures, parts, layout: prose.textParts.layout };
}

/**
 * The earlier versions of the file of an article or a record, the latest first, where the archive is kept in git. None
 * where it is not, or git is not there.
 */
export async function* earlierVersions(file: string): AsyncGenerator<EarlierVersion> {
  try {
    const [folder, name] = [dirname(file), basename(file)];
    const commits = git(folder, 'log', `-n${LOOKED_AT}`, '--format=%H', '--', name);
    for (const commit of commits.split('\n').filter((line) => line !== '')) {
      const version = await versionOf(file, fileAt(folder, commit, name));
      if (version) yield version;
    }
  } catch {
    // What cannot be had from there is not had.
  }
}
