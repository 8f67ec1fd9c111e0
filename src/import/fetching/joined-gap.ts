import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isSeq, parseDocument } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import type { JoinedWord } from '../media/joined-words.ts';
import { textWithWord } from '../review/medium-text.ts';
import { ImportFault } from '../source-document.ts';
import { endOf, lineStart, nextLine } from '../yaml.ts';

const read = (yaml: string) => parseDocument(yaml, { schema: 'core' });

/** Where a medium stands in the YAML of an entry, with all that is its own of the list. */
function rangeOf(yaml: string, index: number): [start: number, end: number] | undefined {
  const media = read(yaml).get('media');
  const item = isSeq(media) ? media.items[index] : undefined;
  if (!isSeq(media) || !isMap(item)) return undefined;
  const start = item.range?.[0] ?? 0;
  if (!media.flow) {
    const dash = yaml.lastIndexOf('-', start - 1);
    return [lineStart(yaml, dash), nextLine(yaml, endOf(item))];
  }
  const next = media.items[index + 1];
  const before = media.items[index - 1];
  if (isNode(next)) return [start, next.range?.[0] ?? start];
  return [endOf(before), endOf(item)];
}

/**
 * The text of an entry in which a gap is joined to another of its media, which has its file: that says what the gap says
 * and it does not, and the gap is gone; all else is as it was, byte for byte.
 *
 * @param gap its place among the media, from 0
 * @param same that of the medium that has the file
 * @throws ImportFault where that cannot be written so
 */
export function withJoined(
  path: string,
  text: string,
  gap: number,
  same: number,
  words: readonly JoinedWord[],
): string {
  const whole = words.reduce((one, word) => textWithWord(path, one, same, word), text);
  const refused = new ImportFault(
    'Its frontmatter is written so that the gap cannot be taken out of it. Take it out by hand: its file is there already.',
  );
  const bounds = frontmatterOf(path, whole);
  if ('problem' in bounds) throw refused;
  const yaml = whole.slice(bounds.start, bounds.end);
  const range = rangeOf(yaml, gap);
  if (!range) throw refused;
  const after = yaml.slice(0, range[0]) + yaml.slice(range[1]);
  // It is read again, and must say the same but for this.
  const said = (one: string): { media?: unknown[] } | undefined => {
    const document = read(one);
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  };
  const before = said(yaml);
  const expected = { ...before, media: before?.media?.filter((_, at) => at !== gap) };
  if (!isDeepStrictEqual(said(after), expected)) throw refused;
  return whole.slice(0, bounds.start) + after + whole.slice(bounds.end);
}
