import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { type Document, isNode, parseDocument } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { isStatedIn } from '../../domain/figures/stated-words.ts';
import { ImportFault } from '../source-document.ts';
import type { SuggestedMedium } from '../suggestions/medium-word.ts';
import type { Entry } from '../writing/entry.ts';
import { suggestedFields } from '../writing/entry-file.ts';
import type { MediumFields } from '../writing/medium-fields.ts';
import { type Reviewed, renewed, renewedMedia } from './renewal.ts';

/** What an input that is in already would change. */
export interface Change {
  /** The file as it would be. */
  text: string;
  /** Was and is, as a unified diff. */
  diff: string;
}

const FIELDS = [
  ...['publisher', 'author', 'volume', 'issue', 'edition', 'page'],
  ...['url', 'published', 'subjects', 'formerUrls'],
] as const;

function set(document: Document, path: readonly string[], value: unknown) {
  const before = document.getIn(path);
  const isSame = isNode(before)
    ? isDeepStrictEqual(before.toJS(document), value)
    : before === value;
  if (value !== undefined && !isSame) document.setIn(path, value);
}

/** Suggestions as they stand, with others of media. */
function withOffered(
  { media: _, ...named }: NonNullable<Reviewed['suggested']> = {},
  media: SuggestedMedium[],
) {
  return { ...named, ...(media.length > 0 && { media }) };
}

/**
 * Compares the text of an entry with what its source says now. Title, source and text follow the source; the
 * archivist's additions stay, and suggestions that wait are those of the new text. Undefined where nothing differs.
 */
export function changeOf(
  path: string,
  text: string,
  entry: Pick<Entry, 'data' | 'body' | 'suggested'>,
): Change | undefined {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds)
    throw new ImportFault(
      `${path} is there already and cannot be read. Run npm run build to see why.`,
    );
  const document = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' });
  const body = text.slice(bounds.bodyStart).replace(/^\n+/, '');
  const before = document.toString({ lineWidth: 0 });
  const { title, date, lang, source, summary, media, text: kind } = entry.data;
  const isFiledAsRecord = document.getIn(['text']) === 'none';
  // That a bibliography names an article takes no text out of the archive.
  if (kind === 'none' && !isFiledAsRecord) return undefined;
  set(document, ['date'], date);
  set(document, ['title'], title);
  set(document, ['lang'], lang);
  if (isFiledAsRecord) {
    set(document, ['text'], kind);
    set(document, ['summary'], summary);
  }
  set(document, ['media'], media);
  for (const field of FIELDS) set(document, ['source', field], source?.[field]);
  const isSame =
    document.toString({ lineWidth: 0 }) === before && body.trim() === entry.body.trim();
  if (isSame) return undefined;
  const stated = document.toJS() as Reviewed;
  const offered = renewedMedia(entry.suggested.media, stated, media);
  const suggested =
    body.trim() === entry.body.trim()
      ? withOffered(stated.suggested, offered)
      : suggestedFields({ ...renewed(entry.suggested, stated, body), media: offered });
  if (Object.keys(suggested).length === 0) document.delete('suggested');
  else set(document, ['suggested'], suggested);
  set(document, ['source', 'accessed'], source?.accessed);
  set(document, ['source', 'sha256'], source?.sha256);
  set(document, ['source', 'capture'], source?.capture);
  const next = `---\n${document.toString({ lineWidth: 0 })}---\n\n${entry.body}`;
  const diff = createTwoFilesPatch(path, path, text, next, 'as filed', 'as it is now', {
    context: 1,
  });
  return { text: next, diff: diff.replace(/^Index:.*\n=+\n/, '') };
}

/** The media of an entry as its file has them. */
export function mediaOfEntry(path: string, text: string): MediumFields[] {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return [];
  const found = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' }).toJS() as {
    media?: MediumFields[];
  } | null;
  return Array.isArray(found?.media) ? found.media : [];
}

/** The digest of the capture that an entry states; nothing where it has none. */
export function keptCapture(path: string, text: string): string | undefined {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return undefined;
  const found = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' }).getIn([
    'source',
    'capture',
  ]);
  return typeof found === 'string' ? found : undefined;
}

/** The file that an entry was read from, where it lies beside it as a medium; nothing where it does not. */
export function keptOriginal(path: string, text: string): MediumFields | undefined {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return undefined;
  const sha256 = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' }).getIn([
    'source',
    'sha256',
  ]);
  return mediaOfEntry(path, text).find((one) => one.sha256 !== undefined && one.sha256 === sha256);
}

/** Why a change cannot be taken as it is: figures whose words the new text no longer has. */
export function lostFigures(path: string, text: string, entry: Entry): string[] {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return [];
  const data = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' }).toJS() as {
    figures?: { id: string; asStated: string }[];
  };
  return (data.figures ?? [])
    .filter(
      ({ asStated }) => !entry.paragraphs.some((paragraph) => isStatedIn(paragraph, asStated)),
    )
    .map(({ id }) => id);
}
