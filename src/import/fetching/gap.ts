import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { WORDLESS } from '../../domain/media/gap.ts';
import { type MediumKind, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import { ImportFault } from '../source-document.ts';
import { isOfFileAtHand } from '../writing/medium-fields.ts';
import { endOf } from '../yaml.ts';

/** A medium of an entry whose file is missing, and where it was to be had. */
export interface Gap {
  /** Its place among the media of the entry, from 0. */
  index: number;
  url: string;
  /** What its source called the file. */
  name: string | undefined;
  kind: MediumKind;
  /** Why it is missing, as the entry says it. */
  reason: string | undefined;
  /** True where its file lay at hand: the reason says what an archivist is to do, and stays. */
  isAtHand?: true;
  /** True where its file lay at hand, and what it waits for is not there yet: the web is not asked for it. */
  isWaiting?: true;
}

const KEY = 'missing';
const KINDS = Object.keys(TYPES_OF_KIND) as MediumKind[];

const read = (yaml: string) => parseDocument(yaml, { schema: 'core' });

/** Whether a file lay at hand, and whether the entry has the words now that it waits for. */
function atHand(reason: string | undefined, medium: YAMLMap): Pick<Gap, 'isAtHand' | 'isWaiting'> {
  if (reason === undefined || !isOfFileAtHand(reason)) return {};
  const hasWords = reason === WORDLESS && (medium.has('altText') || medium.has('decorative'));
  return { isAtHand: true, ...(!hasWords && { isWaiting: true }) };
}

const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What YAML says; undefined where it says nothing that can be read. */
function saidIn(document: ReturnType<typeof read>): unknown {
  try {
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** The media of the YAML of an entry, as nodes with their places. */
function mediaOf(document: ReturnType<typeof read>): (YAMLMap | undefined)[] {
  const media = document.errors.length === 0 && isMap(document.contents) && document.get('media');
  return isSeq(media) ? media.items.map((item) => (isMap(item) ? item : undefined)) : [];
}

/**
 * The gaps of an entry that have an address. An entry that cannot be read has none here: its faults are the build’s to
 * tell. What is withheld is not brought in.
 */
export function gapsIn(path: string, text: string): Gap[] {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return [];
  return mediaOf(read(text.slice(bounds.start, bounds.end))).flatMap((medium, index) => {
    const missing = medium?.get(KEY);
    if (!medium || !isMap(missing) || medium.has('withheld') || medium.has('file')) return [];
    const url = asText(missing.get('url'));
    const kind = KINDS.find((one) => one === medium.get('kind'));
    if (url === undefined || kind === undefined) return [];
    const [name, reason] = [asText(missing.get('name')), asText(missing.get('reason'))];
    return [{ index, url, name, kind, reason, ...atHand(reason, medium) }];
  });
}

/** Fields as they stand in a medium of an entry, one after another from a place in its YAML. */
function fieldsAt(yaml: string, start: number, { flow }: YAMLMap, fields: object): string {
  const lines = stringify(fields, { lineWidth: 0 }).trimEnd().split('\n');
  const column = start - (yaml.lastIndexOf('\n', start - 1) + 1);
  return lines.join(flow ? ', ' : `\n${' '.repeat(column)}`);
}

/** A part of the YAML of an entry, and what stands there instead. */
interface Change {
  start: number;
  end: number;
  text: string;
  /** What the medium says then. */
  meant: object;
}

/** The text of an entry with a change of one medium; undefined where it would say anything else then than is meant. */
function changed(
  path: string,
  text: string,
  index: number,
  change: (yaml: string, medium: YAMLMap, said: { missing?: object }) => Change | undefined,
): string | undefined {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return undefined;
  const yaml = text.slice(bounds.start, bounds.end);
  const before = read(yaml);
  const medium = mediaOf(before)[index];
  const said = saidIn(before) as { media: { missing?: object }[] } | undefined;
  const one = medium && change(yaml, medium, said?.media[index] ?? {});
  if (!one) return undefined;
  const after = yaml.slice(0, one.start) + one.text + yaml.slice(one.end);
  // It is read again, and must say the same but for this.
  const media = said?.media.map((other, at) => (at === index ? one.meant : other));
  return said && isDeepStrictEqual(saidIn(read(after)), { ...said, media })
    ? text.slice(0, bounds.start) + after + text.slice(bounds.end)
    : undefined;
}

const pairOf = (map: YAMLMap, name: string) =>
  map.items.find(({ key }) => isScalar(key) && key.value === name);

/**
 * The text of an entry in which a medium that was missing has its file, with the digest of that; all else is as it was,
 * byte for byte.
 *
 * @throws ImportFault where that cannot be written so
 */
export function withFile(
  path: string,
  text: string,
  { index }: Gap,
  { file, sha256 }: { file: string; sha256: string },
): string {
  const after = changed(path, text, index, (yaml, medium, { missing: _, ...rest }) => {
    const pair = pairOf(medium, KEY);
    const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    const end = endOf(pair?.value);
    if (start === undefined || end <= start) return undefined;
    // A digest that an archivist wrote there before is held against the file by a build.
    const fields = medium.has('sha256') ? { file } : { file, sha256 };
    return {
      start,
      end,
      text: fieldsAt(yaml, start, medium, fields),
      meant: { ...rest, ...fields },
    };
  });
  if (after !== undefined) return after;
  throw new ImportFault(
    `Its frontmatter is written so that “${KEY}” cannot be replaced by “file” in it. Write file: ${file} by hand.`,
  );
}

/**
 * The text of an entry in which a gap says another reason why its file is missing; all else is as it was, byte for byte.
 *
 * @throws ImportFault where that cannot be written so
 */
export function withReason(path: string, text: string, { index }: Gap, reason: string): string {
  const after = changed(path, text, index, (yaml, medium, { missing, ...rest }) => {
    const gap = medium.get(KEY);
    const pair = isMap(gap) ? pairOf(gap, 'reason') : undefined;
    const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    const end = endOf(pair?.value);
    if (start === undefined || end <= start) return undefined;
    // Between braces more follows on the line; a text in lines ends with its last line break.
    const isFlow = medium.flow || (isMap(gap) && gap.flow);
    const written = isFlow
      ? `reason: ${JSON.stringify(reason)}`
      : stringify({ reason }, { lineWidth: 0 }).trimEnd();
    return {
      start,
      end,
      text: yaml[end - 1] === '\n' ? `${written}\n` : written,
      meant: { ...rest, missing: { ...missing, reason } },
    };
  });
  if (after !== undefined) return after;
  throw new ImportFault(
    `Its frontmatter is written so that its reason cannot be replaced in it. Write it by hand: ${reason}`,
  );
}
