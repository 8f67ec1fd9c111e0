import { basename, dirname } from 'node:path';
import type { Figure } from '../../../domain/figures/figure.ts';
import { frontmatterOf } from '../../files/frontmatter.ts';
import { readYaml } from '../../files/yaml.ts';
import { NOTHING_KNOWN, readProse } from '../../markdown/prose.ts';
import { fileAt, git } from './git.ts';

/** An earlier version of an article or record. */
export interface EarlierVersion {
  /** Its fields, as they were written. */
  data: unknown;
  figures?: readonly Figure[] | undefined;
  /** The words of each part of its text, by the id of the part. */
  parts: ReadonlyMap<string, string>;
  /** The layout of the parts, where it is known and not plain paragraphs. */
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
 * The earlier versions of the file of an article or record, the latest first. None where the archive is not in git, or git
 * is not installed.
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
    // Where git fails there are no versions.
  }
}
