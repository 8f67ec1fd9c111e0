import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { readYaml } from '../../../content/files/yaml.ts';
import { faultSentence } from '../../../domain/problem.ts';
import { ImportFault } from '../../source-document.ts';
import { meaningsOf } from '../fields/synonym.ts';
import { isOfStatus } from '../fields/withheld.ts';

/** A Markdown file in two: its fields and its text. */
export interface Parted {
  form: 'yaml' | 'toml' | 'json';
  fields: string;
  body: string;
}

const JSON_OBJECT = /^\{\s*"/u;

/** Whether a text begins with fields between lines of signs, or with an object and words after it. */
export function hasFrontmatter(head: string): boolean {
  const text = head.replace(/\r\n?/gu, '\n');
  if (JSON_OBJECT.test(text)) return partedJson(text) !== undefined;
  const opening = FENCED.exec(text);
  if (!opening) return false;
  const [{ length }, language, plus] = opening;
  const closing = closingLine(text, plus ?? '---', length);
  if (language) return closing !== undefined;
  const field = plus ? /^[\w."-]+\s*=|^\[/u : /^["']?[\p{L}\p{N}_-]+["']?:(?:\s|$)/u;
  const lines = text.slice(length, closing?.at).split('\n', 400);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first === undefined || !field.test(first)) return false;
  // Of what is not closed, or not here, the first name decides: a draft must not be taken for a text.
  const [name = ''] = first.split(/[:=]/u, 1);
  return closing !== undefined || meaningsOf(name).length > 0 || isOfStatus(name);
}

const FENCED = /^(?:---[ \t]*(?:(yaml|yml|json|toml|js|javascript)[ \t]*)?|(\+\+\+)[ \t]*)\n/u;

/** Where the line is that closes frontmatter: a line of the signs that began it. */
function closingLine(text: string, sign: string, from: number) {
  for (let at = from; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, Math.min(end, at + 200)).trimEnd();
    if (line === sign || (sign === '---' && line === '...')) return { at, end: end + 1 };
    at = end + 1;
  }
  return undefined;
}

/** Where an object of JSON that a text begins with ends. */
function endOfObject(text: string): number | undefined {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at++;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** Frontmatter of JSON: an object, and words after it on lines of their own. */
function partedJson(text: string): Parted | undefined {
  if (!JSON_OBJECT.test(text)) return undefined;
  const end = endOfObject(text);
  if (end === undefined) return undefined;
  const rest = text.slice(end);
  const body = rest.trimStart();
  // Where each line is an object, the second may be broken.
  if (!text.slice(0, end).includes('\n') && !/^[ \t]*\n[ \t]*\n/u.test(rest)) return undefined;
  if (body === '' || /^[ \t]*\S/u.test(rest) || /^\{\s*"/u.test(body)) return undefined;
  return { form: 'json', fields: text.slice(0, end), body };
}

/**
 * The parts of a text that begins with frontmatter; nothing where it does not. Its lines end as Unix has it. Throws an
 * `ImportFault` where its fields are a program.
 */
export function partedText(text: string): Parted | undefined {
  const opening = FENCED.exec(text);
  if (!opening) return partedJson(text);
  const [{ length }, language, plus] = opening;
  const closing = closingLine(text, plus ?? '---', length);
  if (!closing) return undefined;
  if (language?.startsWith('js') && language !== 'json')
    throw new ImportFault(
      'Its frontmatter is JavaScript, which is never run. Write it as YAML, between lines of three hyphens.',
    );
  const form = plus ? 'toml' : language === 'json' || language === 'toml' ? language : 'yaml';
  return { form, fields: text.slice(length, closing.at), body: text.slice(closing.end) };
}

/** The most characters that fields have. */
const LARGEST = 64 * 1024;
/** The deepest that their lists and maps in brackets are; what parses them takes the square of it. */
const DEEPEST = 50;

/** How deep a text opens brackets, those in quotation marks too. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if ((sign === ']' || sign === '}') && depth > 0) depth--;
  }
  return deepest;
}

/** Days and times as they are written: the clock of the place they were written at. */
const withoutDates = (value: unknown): unknown =>
  value instanceof TomlDate
    ? value.toISOString().replace(/\.\d+/u, '')
    : Array.isArray(value)
      ? value.map(withoutDates)
      : value;

function tomlIn(text: string): [string, unknown][] {
  try {
    return Object.entries(parseToml(text)).map(([name, value]) => [name, withoutDates(value)]);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [said = ''] = error.message.replace(/^Invalid TOML document: /u, '').split('\n');
    throw new ImportFault(`Its frontmatter is no TOML, in line ${error.line + 1}: ${said}.`);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportFault(`Its frontmatter is no JSON: ${(error as Error).message}.`);
  }
}

function yamlIn(text: string): unknown {
  const { value, problems } = readYaml('', text, 0, text.length);
  const [problem] = problems;
  if (problem)
    throw new ImportFault(
      `Its frontmatter cannot be read, in line ${problem.line + 1}: ${faultSentence(problem)}`,
    );
  return value;
}

/** The fields of frontmatter. Throws an `ImportFault` where they cannot be read. */
export function fieldsIn({ form, fields }: Parted): [string, unknown][] {
  if (fields.length > LARGEST)
    throw new ImportFault('Its frontmatter has more than 64 KB. Move the text below it.');
  if (depthOf(fields) > DEEPEST)
    throw new ImportFault(
      `Its frontmatter opens brackets more than ${DEEPEST} deep. Write it flatter.`,
    );
  if (form === 'toml') return tomlIn(fields);
  const value = form === 'json' ? jsonIn(fields) : yamlIn(fields);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ImportFault('Its frontmatter has no fields. Write each as “name: value”.');
  return Object.entries(value);
}
