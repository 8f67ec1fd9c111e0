import { isDeepStrictEqual } from 'node:util';
import type { z } from 'astro/zod';
import { isMap, isNode, isSeq, parseDocument, stringify } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import type { mediumSchema } from '../../domain/media/medium.ts';
import { ImportFault } from '../source-document.ts';

/** A medium as it is written in the frontmatter of an entry. */
export type MediumFields = z.input<typeof mediumSchema>;

const read = (yaml: string) => parseDocument(yaml, { schema: 'core' });
const written = (value: unknown) =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** The frontmatter with a medium at the end of its list; undefined where the list is not one of lines. */
function appended(yaml: string, fields: MediumFields): string | undefined {
  const document = read(yaml);
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && (!isMap(contents) || contents.flow)))
    return undefined;
  const media = document.get('media', true);
  if (media === undefined)
    return `${yaml}${yaml === '' || yaml.endsWith('\n') ? '' : '\n'}${written({ media: [fields] })}`;
  const first = isSeq(media) && !media.flow ? media.items[0] : undefined;
  if (!isNode(first) || !isSeq(media)) return undefined;
  const dash = yaml.lastIndexOf('-', (first.range?.[0] ?? 0) - 1);
  const indent = ' '.repeat(dash - (yaml.lastIndexOf('\n', dash) + 1));
  const item = written([fields]).replace(/^(?=.)/gm, indent);
  const end = media.range?.[1] ?? 0;
  // The list ends where its next line begins, or with the frontmatter.
  const at = yaml.lastIndexOf('\n', end - 1) + 1 === end ? end : yaml.indexOf('\n', end) + 1;
  return at === 0 ? undefined : yaml.slice(0, at) + item + yaml.slice(at);
}

/** Whether YAML says what other YAML says, with a medium more. */
function isWith(before: string, after: string, fields: MediumFields): boolean {
  const was = (read(before).toJS() ?? {}) as { media?: unknown[] };
  const now = read(after);
  return (
    now.errors.length === 0 &&
    isDeepStrictEqual(now.toJS(), { ...was, media: [...(was.media ?? []), fields] })
  );
}

/**
 * The text of an entry with a medium more; all else is as it was, byte for byte.
 *
 * @throws ImportFault where that cannot be written so
 */
export function withMedium(path: string, text: string, fields: MediumFields): string {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds)
    throw new ImportFault('Its frontmatter cannot be read. Run npm run build to see why.');
  const yaml = text.slice(bounds.start, bounds.end);
  const after = appended(yaml, fields);
  if (after === undefined || !isWith(yaml, after, fields))
    throw new ImportFault(
      `Its frontmatter is written so that nothing can be added to it without changing the rest. Add by hand:\n${written({ media: [fields] }).trimEnd()}`,
    );
  return text.slice(0, bounds.start) + after + text.slice(bounds.end);
}
