import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { ImportFault } from '../source-document.ts';
import { endOf, lineStart, nextLine } from '../yaml.ts';
import type { MediumFields } from './media-list.ts';

/** The fields of a medium that name files of its words. */
export type WordsFields = Pick<MediumFields, 'ocr' | 'transcript' | 'captions'>;

const read = (yaml: string) => parseDocument(yaml, { schema: 'core' });
const written = (fields: WordsFields | Map<string, unknown>) =>
  stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();

const mediumAt = (yaml: string, index: number): YAMLMap | undefined => {
  const document = read(yaml);
  const media = document.errors.length === 0 ? document.get('media') : undefined;
  const medium = isSeq(media) ? media.items[index] : undefined;
  return isMap(medium) && !medium.flow ? medium : undefined;
};

/** The YAML in which a medium says one field; undefined where it is written so that it cannot. */
function withField(yaml: string, index: number, name: string, value: unknown): string | undefined {
  const medium = mediumAt(yaml, index);
  const [first] = medium?.items ?? [];
  const start = isNode(first?.key) ? first.key.range?.[0] : undefined;
  if (!medium || start === undefined) return undefined;
  const indent = ' '.repeat(start - lineStart(yaml, start));
  const lines = written(new Map([[name, value]])).replaceAll('\n', `\n${indent}`);
  const there = medium.items.find(({ key }) => isScalar(key) && key.value === name);
  if (!there) {
    const at = nextLine(yaml, endOf(medium));
    const isOpen = at > 0 && yaml[at - 1] !== '\n';
    return `${yaml.slice(0, at)}${isOpen ? '\n' : ''}${indent}${lines}\n${yaml.slice(at)}`;
  }
  const from = isNode(there.key) ? there.key.range?.[0] : undefined;
  const end = endOf(there.value);
  if (from === undefined || end <= from) return undefined;
  return yaml.slice(0, from) + lines + (yaml[end - 1] === '\n' ? '\n' : '') + yaml.slice(end);
}

/**
 * The text of an entry in which a medium names files of its words; captions stand beside those of other languages. All else
 * is as it was, byte for byte.
 *
 * @param index of the medium among those of the entry, from 0
 * @throws ImportFault where that cannot be written so
 */
export function withWords(path: string, text: string, index: number, words: WordsFields): string {
  const refused = new ImportFault(
    `Its frontmatter is written so that nothing can be added to this medium without changing the rest. Add by hand:\n${written(words)}`,
  );
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) throw refused;
  const yaml = text.slice(bounds.start, bounds.end);
  const said = (one: string) => (read(one).toJS() ?? {}) as { media?: MediumFields[] };
  const before = said(yaml);
  const { captions: own = [] } = before.media?.[index] ?? {};
  const { captions = [], ...single } = words;
  const fields = { ...single, ...(captions.length > 0 && { captions: [...own, ...captions] }) };
  let after: string | undefined = yaml;
  for (const [name, value] of Object.entries(fields))
    after = after === undefined ? undefined : withField(after, index, name, value);
  // It is read again, and must say the same but for this.
  const media = before.media?.map((one, at) => (at === index ? { ...one, ...fields } : one));
  if (after === undefined || !isDeepStrictEqual(said(after), { ...before, media })) throw refused;
  return text.slice(0, bounds.start) + after + text.slice(bounds.end);
}
