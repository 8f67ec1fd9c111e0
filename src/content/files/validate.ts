import { z } from 'astro/zod';
import { closestMatch } from 'leven';
import { own } from '../../domain/own.ts';
import { because, type Problem } from '../../domain/problem.ts';
import type { YamlText } from './yaml.ts';

const nearestTo = (word: string, known: readonly string[]): string | undefined =>
  closestMatch(word, known, { maxDistance: Math.max(2, Math.ceil(word.length / 2)) });

/** The one of `known` that a mistyped word most likely means, as a sentence; empty where none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const nearest = nearestTo(word, known);
  return nearest === undefined ? '' : `Did you mean “${nearest}”? `;
}

type Schema = z.core.$ZodType;

function unwrapped(schema: Schema | undefined): Schema | undefined {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.def.innerType;
  }
  return inner;
}

function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  let inner = unwrapped(schema);
  for (const key of path) {
    if (inner instanceof z.ZodObject)
      inner = unwrapped(own(inner.shape, key) as Schema | undefined);
    else if (inner instanceof z.ZodArray) inner = unwrapped(inner.element);
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

const KINDS_OF_VALUE = new Map<string, string>(
  Object.entries({
    string: 'text',
    array: 'a list',
    object: 'a map of fields',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    tuple: 'a list of two numbers',
  }),
);

/** How to write a value of each kind. */
function fixOf(expected: string, fields: readonly string[]): string {
  if (expected === 'string')
    return 'Write text, in quotation marks if it looks like a number or has special characters.';
  if (expected === 'array') return 'Write each item on a line of its own, after a hyphen.';
  if (expected === 'object')
    return `Write “key: value” on a line for each field: ${fields.join(', ')}.`;
  return `Write ${KINDS_OF_VALUE.get(expected) ?? expected}.`;
}

function messageOf(
  issue: z.core.$ZodIssue,
  name: string,
  blank: boolean,
  fields: readonly string[],
): string {
  const subject =
    typeof issue.path.at(-1) === 'number' ? `An item of “${name}”` : name && `“${name}”`;
  if (issue.message.includes('\n'))
    return blank
      ? because(`${subject} is not blank.`, issue.message.split('\n')[1] ?? '')
      : issue.message;
  if (issue.code === 'invalid_type') {
    const kind = KINDS_OF_VALUE.get(issue.expected) ?? issue.expected;
    if (blank) return because(`${subject} is not blank.`, `Write ${kind}, or take the line out.`);
    return because(`${subject || 'What stands here'} is ${kind}.`, fixOf(issue.expected, fields));
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return because(
      `${subject} is one of ${values.join(', ')}.`,
      `${didYouMean(String(issue.input ?? ''), values)}Write one of these words.`,
    );
  }
  return because(issue.message, `Look up “${name}” in the schema.`);
}

function problemsOf(issue: z.core.$ZodIssue, schema: Schema, yaml: YamlText): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) =>
      yaml.keyProblem(
        [...issue.path, key],
        because(
          'Only known fields are read.',
          `${didYouMean(key, known)}The fields here are ${known.join(', ')}.`,
        ),
      ),
    );
  }
  const name = String(issue.path.findLast((key) => typeof key === 'string') ?? '');
  const value = issue.path.reduce<unknown>(own, yaml.value);
  if (value === undefined && issue.code === 'invalid_type') {
    return [
      yaml.problem(issue.path, because(`“${name}” is required.`, `Add a line “${name}: …”.`)),
    ];
  }
  if (value === undefined && issue.code === 'invalid_value') {
    return [
      yaml.problem(
        issue.path,
        because(
          `“${name}” is required.`,
          `Add a line “${name}:” with one of ${issue.values.join(', ')}.`,
        ),
      ),
    ];
  }
  const message = messageOf(issue, name, value === null, keysAt(schema, issue.path));
  return [
    value === null ? yaml.keyProblem(issue.path, message) : yaml.problem(issue.path, message),
  ];
}

const pathKey = (path: readonly PropertyKey[]) => JSON.stringify(path.map(String));

/** The fields that mistyped keys most likely stand for: they are not missing besides. */
function mistyped(issues: readonly z.core.$ZodIssue[], schema: Schema): Set<string> {
  return new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.flatMap((key) => {
            const nearest = nearestTo(key, keysAt(schema, issue.path));
            return nearest === undefined ? [] : [pathKey([...issue.path, nearest])];
          })
        : [],
    ),
  );
}

/** Checks YAML against a schema: the typed data, or every problem with its place. */
export function validate<S extends z.ZodType>(
  schema: S,
  yaml: YamlText,
): { data: z.output<S> | undefined; problems: Problem[] } {
  if (yaml.problems.length > 0) return { data: undefined, problems: yaml.problems };
  const parsed = schema.safeParse(yaml.value, { reportInput: true });
  if (parsed.success) return { data: parsed.data, problems: [] };
  const { issues } = parsed.error;
  const meant = mistyped(issues, schema);
  const told = issues.filter(
    (issue) => issue.input !== undefined || !meant.has(pathKey(issue.path)),
  );
  return { data: undefined, problems: told.flatMap((issue) => problemsOf(issue, schema, yaml)) };
}
