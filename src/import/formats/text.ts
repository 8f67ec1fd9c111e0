import type { Root } from 'mdast';
import { foldSpace } from '../../domain/article/paragraph.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  noNames,
  type Reading,
  type SourceDocument,
} from '../source-document.ts';
import { asTime } from '../time/time.ts';
import { decoded } from './encoding.ts';
import { type Format, sole } from './format.ts';
import { heldByHead, heldByLine } from './mark.ts';
import { fieldFault } from './status.ts';
import { bodyOfLines } from './wrapped-text.ts';

/** The paragraphs of a plain text, a blank line apart, as a body; its lines may end as any system ends them. */
export function paragraphsOf(text: string, between = /\n[^\S\n]*\n/u): Root {
  const children = text
    .replace(/\r\n?/gu, '\n')
    .split(between)
    .map(foldSpace)
    .filter((paragraph) => paragraph !== '')
    .map((value) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }));
  return { type: 'root', children };
}

const DATE_FIRST = /^\s*date[ \t:]+(\d{4}-\d{2}-\d{2})(?=\s|$)/iu;
const FIELD =
  /^[ \t]*(title|headline|date|source|publisher|author|by|byline|url|language|lang)[ \t]*:(.*)$/isu;

const OTHER = /^\p{Lu}[\p{L} -]+:[ \t]/u;
const LONGEST_NAME = 25;

/** True where a line looks like a field of a head, whatever its name. */
function isOther(line: string): boolean {
  const start = line.trimStart();
  return start.indexOf(':') <= LONGEST_NAME && OTHER.test(start);
}

/** The name of a line and what it says, where it has one as short as a field’s. */
function namedIn(line: string): [name: string, value: string] | undefined {
  const at = line.indexOf(':');
  const name = line.slice(0, Math.max(0, at)).trim();
  return at >= 0 && at <= LONGEST_NAME && /^[\p{L} _-]+$/u.test(name)
    ? [name, line.slice(at + 1)]
    : undefined;
}

interface Head {
  fields: Map<string, string>;
  /** What stands among them and is no field of an article. */
  others: [name: string, value: string][];
  start: number;
}

/** The lines `Title: …`, `Date: …` at the head of a text, and where the text begins. */
export function headOf(text: string): Head {
  const fields = new Map<string, string>();
  const others: Head['others'] = [];
  let start = /^\s*/u.exec(text)?.[0].length ?? 0;
  for (;;) {
    const [line = '', next = ''] = text.slice(start).split('\n', 2);
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    const key = name.toLowerCase();
    const isField = name !== '' && !fields.has(key);
    const other = namedIn(line);
    const isStatus =
      (fields.size > 0 || FIELD.test(next)) && other !== undefined && fieldFault(...other);
    if (!isField && !isStatus && !leadsToField(line, next, fields))
      return { fields, others, start };
    if (isField) fields.set(key, value.trim());
    else if (other) others.push(other);
    start += line.length + 1;
    if (start >= text.length) return { fields, others, start: text.length };
  }
}

/** True where the head goes on after a line: other fields, or a blank line before the date. */
function leadsToField(line: string, next: string, fields: ReadonlyMap<string, string>): boolean {
  const [, name = ''] = FIELD.exec(next) ?? [];
  if (fields.size === 0 || name === '' || fields.has(name.toLowerCase())) return false;
  return line.trim() === '' ? !fields.has('date') : isOther(line);
}

/** Plain text: what is nothing else. */
export const plainText: Format = {
  is: () => true,
  parts: async function* (source) {
    const text = decoded(await source.bytes(), source.encoding);
    const sha256 = await source.sha256();
    yield sole(() => readText(text, sha256));
  },
};

/** Reads a plain text, unless a line at its head says that it was not published. */
export function readText(text: string, sha256: string): Reading {
  const lines = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const { fields, others, start } = headOf(lines);
  const fault = isHead(fields)
    ? (others.map(([name, value]) => fieldFault(name, value)).find(Boolean) ??
      heldByLine(fields.get('title') ?? fields.get('headline') ?? '') ??
      heldByHead(lines.slice(start)))
    : heldByHead(lines);
  return fault ?? { document: readTextDocument(text, sha256) };
}

// One line “Source: …” alone may as well be a text’s own first words.
const isHead = (fields: Head['fields']) =>
  fields.has('title') || fields.has('headline') || fields.has('date');

/** Whether a text begins with its date or its fields, as plain texts do. */
export const hasTextHead = (text: string): boolean =>
  DATE_FIRST.test(text) || isHead(headOf(text).fields);

/** Reads a plain text: its date or its fields at the head, then paragraphs. */
export function readTextDocument(text: string, sha256: string): SourceDocument {
  const document: SourceDocument = {
    sha256,
    named: noNames(),
    body: { type: 'root', children: [] },
    notes: [],
  };
  const lines = text.replace(/\r\n?/gu, '\n');
  const first = DATE_FIRST.exec(lines);
  if (first && !/^\s*date[ \t]*:/iu.test(lines)) {
    const time = asTime(first[1]);
    return { ...document, date: time?.date, ...bodyOfLines(lines.slice(first[0].length)) };
  }
  const { fields, start } = headOf(lines);
  if (!isHead(fields)) return { ...document, ...bodyOfLines(lines) };
  const time = asTime(fields.get('date'));
  const source = fields.get('source');
  const isAddress = asAddress(source) !== undefined;
  const { body, notes } = bodyOfLines(lines.slice(start));
  if (fields.has('date') && !time)
    notes.unshift(`the date “${fields.get('date')}” was not understood`);
  return {
    ...document,
    title: asLine(fields.get('title') ?? fields.get('headline'), 300),
    date: time?.date,
    published: time && time.published !== time.date ? time.published : undefined,
    publisher: asLine(fields.get('publisher') ?? (isAddress ? undefined : source), 200),
    url: asAddress(fields.get('url') ?? (isAddress ? source : undefined)),
    author: asLine(fields.get('author') ?? fields.get('byline') ?? fields.get('by'), 200),
    lang: asLanguage(fields.get('language') ?? fields.get('lang')),
    body,
    notes,
  };
}
