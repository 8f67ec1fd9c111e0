import { z } from 'astro/zod';
import { because, type Fault } from '../../domain/fault.ts';
import { fieldMeant } from '../../domain/field-meant.ts';
import { nearestTo } from '../../domain/nearest.ts';
import { own } from '../../domain/own.ts';
import type { Problem } from '../../domain/problem.ts';
import { faultOf, type Path, soundness } from '../../domain/schema-fault.ts';
import { soundParts, unwrapped } from './sound.ts';
import type { YamlText } from './yaml.ts';

const asQuestion = (meant: string | undefined) =>
  meant === undefined ? '' : `Did you mean “${meant}”? `;

/** The one of `known` that a mistyped word most likely means, as a sentence; empty where none is near. */
export const didYouMean = (word: string, known: readonly string[]): string =>
  asQuestion(nearestTo(word, known));

type Schema = z.core.$ZodType;

function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  let inner = unwrapped(schema);
  for (const key of path) {
    if (inner instanceof z.ZodObject)
      inner = unwrapped(own(inner.shape, key) as Schema | undefined);
    else if (inner instanceof z.ZodArray) inner = unwrapped(inner.element);
    else if (inner instanceof z.ZodTuple) inner = unwrapped(inner.def.items[Number(key)]);
  }
  return inner;
}

const keysOf = (schema: Schema | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

const keysAt = (schema: Schema, path: readonly PropertyKey[]) => keysOf(schemaAt(schema, path));

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

function faultIn(
  issue: z.core.$ZodIssue,
  name: string,
  blank: boolean,
  { fields, stated }: { fields: readonly string[]; stated: Fault | undefined },
): Fault {
  const subject =
    typeof issue.path.at(-1) === 'number' ? `An item of “${name}”` : name && `“${name}”`;
  if (stated)
    return blank ? because('field/blank', `${subject} is not blank.`, stated.fix) : stated;
  if (issue.code === 'invalid_type') {
    const kind = KINDS_OF_VALUE.get(issue.expected) ?? issue.expected;
    if (blank)
      return because(
        'field/blank',
        `${subject} is not blank.`,
        `Write ${kind}, or take the line out.`,
      );
    return because(
      'field/type',
      `${subject || 'What stands here'} is ${kind}.`,
      fixOf(issue.expected, fields),
    );
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return because(
      'field/value',
      `${subject} is one of ${values.join(', ')}.`,
      `${didYouMean(String(issue.input ?? ''), values)}Write one of these words.`,
    );
  }
  return because('field/value', issue.message, `Look up “${name}” in the schema.`);
}

function problemsOf(issue: z.core.$ZodIssue, schema: Schema, yaml: YamlText): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) =>
      yaml.keyProblem(
        [...issue.path, key],
        because(
          'field/unknown',
          'Only known fields are read.',
          `${asQuestion(fieldMeant(key, known))}The fields here are ${known.join(', ')}.`,
        ),
      ),
    );
  }
  const name = String(issue.path.findLast((key) => typeof key === 'string') ?? '');
  const value = issue.path.reduce<unknown>(own, yaml.value);
  if (value === undefined && issue.code === 'invalid_type') {
    return [
      yaml.problem(
        issue.path,
        because('field/required', `“${name}” is required.`, `Add a line “${name}: …”.`),
      ),
    ];
  }
  if (value === undefined && issue.code === 'invalid_value') {
    return [
      yaml.problem(
        issue.path,
        because(
          'field/required',
          `“${name}” is required.`,
          `Add a line “${name}:” with one of ${issue.values.join(', ')}.`,
        ),
      ),
    ];
  }
  const at = schemaAt(schema, issue.path);
  const fault = faultIn(issue, name, value === null, {
    fields: keysOf(at),
    stated: faultOf(issue, at),
  });
  return [value === null ? yaml.keyProblem(issue.path, fault) : yaml.problem(issue.path, fault)];
}

const pathKey = (path: readonly PropertyKey[]) => JSON.stringify(path.map(String));

/** The fields that mistyped keys most likely mean; these are not reported as missing as well. */
function mistyped(issues: readonly z.core.$ZodIssue[], schema: Schema): Set<string> {
  return new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.flatMap((key) => {
            const nearest = fieldMeant(key, keysAt(schema, issue.path));
            return nearest === undefined ? [] : [pathKey([...issue.path, nearest])];
          })
        : [],
    ),
  );
}

/** What a schema finds in YAML. */
export interface Validated<T> {
  /** The data, where all of it is sound. */
  data: T | undefined;
  /** The data with faulty parts replaced by empty values; undefined if the YAML could not be read. */
  parts: T | undefined;
  /** Whether the value at `path` and everything that contains it are sound. */
  isSound: (...path: Path) => boolean;
  /** Every fault that the schema finds, with its place. */
  problems: Problem[];
}

/** Checks YAML against a schema. */
export function validate<S extends z.ZodType>(schema: S, yaml: YamlText): Validated<z.output<S>> {
  if (yaml.problems.length > 0) {
    const none = { data: undefined, parts: undefined, isSound: () => false };
    return { ...none, problems: yaml.problems };
  }
  const parsed = schema.safeParse(yaml.value, { reportInput: true });
  if (parsed.success) {
    const { data } = parsed;
    return { data, parts: data, isSound: () => true, problems: [] };
  }
  const { issues } = parsed.error;
  const meant = mistyped(issues, schema);
  const told = issues.filter(
    (issue) => issue.input !== undefined || !meant.has(pathKey(issue.path)),
  );
  return {
    data: undefined,
    parts: soundParts(schema, yaml.value) as z.output<S>,
    isSound: soundness(issues),
    problems: told.flatMap((issue) => problemsOf(issue, schema, yaml)),
  };
}
