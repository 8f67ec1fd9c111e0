import type { Fault } from '../../../domain/fault.ts';
import type { Problem } from '../../../domain/problem.ts';
import { frontmatterOf } from '../../files/frontmatter.ts';
import { problemWith } from '../../files/problem-place.ts';
import { readText } from '../../files/text-file.ts';
import { readYaml } from '../../files/yaml.ts';

/** Where a field of a medium stands: the index of the medium, the field, and what is within it. */
export type MediumPlace = readonly [index: number, field: string, ...within: (string | number)[]];

/** A fault at a field of a medium of an article, or at the medium where it has none. @param path of the article */
export function faultAt(path: string, place: MediumPlace, fault: Fault): Problem {
  const { text } = readText(path);
  const frontmatter = frontmatterOf(path, text);
  if ('problem' in frontmatter) return problemWith(path, '', fault);
  const yaml = readYaml(path, text, frontmatter.start, frontmatter.end);
  return yaml.problem(['media', ...place], fault);
}
