import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { type MediumKind, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import { ImportFault } from '../source-document.ts';
import { endOf } from '../yaml.ts';

/** A medium of an entry whose file is missing, and where it was to be had. */
export interface Gap {
  /** Its place among the media of the entry, from 0. */
  index: number;
  url: string;
  /** What its source called the file. */
  name: string | undefined;
  kind: MediumKind;
}

const KEY = 'missing';
const KINDS = Object.keys(TYPES_OF_KIND) as MediumKind[];

const read = (yaml: string) => parseDocument(yaml, { schema: 'core' });
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
    if (!isMap(missing) || medium?.has('withheld') || medium?.has('file')) return [];
    const url = asText(missing.get('url'));
    const kind = KINDS.find((one) => one === medium?.get('kind'));
    return url === undefined || kind === undefined
      ? []
      : [{ index, url, name: asText(missing.get('name')), kind }];
  });
}

/** Fields as they stand in a medium of an entry, one after another from a place in its YAML. */
function fieldsAt(yaml: string, start: number, { flow }: YAMLMap, fields: object): string {
  const lines = stringify(fields, { lineWidth: 0 }).trimEnd().split('\n');
  const column = start - (yaml.lastIndexOf('\n', start - 1) + 1);
  return lines.join(flow ? ', ' : `\n${' '.repeat(column)}`);
}

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
  const bounds = frontmatterOf(path, text);
  const refused = new ImportFault(
    `Its frontmatter is written so that “${KEY}” cannot be replaced by “file” in it. Write file: ${file} by hand.`,
  );
  if ('problem' in bounds) throw refused;
  const yaml = text.slice(bounds.start, bounds.end);
  const before = read(yaml);
  const medium = mediaOf(before)[index];
  const pair = medium?.items.find(({ key }) => isScalar(key) && key.value === KEY);
  const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  const end = endOf(pair?.value);
  if (!medium || !pair || start === undefined || end <= start) throw refused;
  // A digest that an archivist wrote there before is held against the file by a build.
  const fields = medium.has('sha256') ? { file } : { file, sha256 };
  const after = yaml.slice(0, start) + fieldsAt(yaml, start, medium, fields) + yaml.slice(end);
  // It is read again, and must say the same but for this.
  const said = saidIn(before) as { media: { missing?: unknown }[] } | undefined;
  const { missing: _, ...rest } = said?.media[index] ?? {};
  const expected = said && {
    ...said,
    media: said.media.map((one, at) => (at === index ? { ...rest, ...fields } : one)),
  };
  if (!expected || !isDeepStrictEqual(saidIn(read(after)), expected)) throw refused;
  return text.slice(0, bounds.start) + after + text.slice(bounds.end);
}
