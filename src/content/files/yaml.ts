import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { because, type Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { plainYaml } from './plain-yaml.ts';
import { problemAt } from './problem-place.ts';
import { NO_TAG, openedBefore, REPEATED_KEY, yamlMessage } from './yaml-fault.ts';

/** YAML in a file, and a way to find the place of each value. */
export interface YamlText {
  /** The value; `undefined` where the YAML could not be read. */
  value: unknown;
  problems: Problem[];
  /** A problem at the value that `path` leads to, or at its nearest parent where the value is missing. */
  problem: (path: readonly PropertyKey[], fault: Fault) => Problem;
  /** A problem at the key that `path` leads to. */
  keyProblem: (path: readonly PropertyKey[], fault: Fault) => Problem;
}

/** The tags of types that YAML recognises without a tag. */
const CORE_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);
const LARGEST = 64 * 1024;
const DEEPEST = 20;
const TOO_DEEP = because(
  'yaml/deep',
  `YAML is at most ${DEEPEST} levels deep.`,
  'Write it flatter.',
);

/**
 * Reads YAML 1.2 with the core schema (a date stays text). `text` is the whole file and `start` and `end` bound the
 * YAML in it, so that places are those of the file. Aliases are refused: a few lines of them can stand for gigabytes.
 */
export function readYaml(path: string, text: string, start: number, end: number): YamlText {
  const value = end - start > LARGEST ? undefined : plainYaml(text.slice(start, end));
  let whole: YamlText | undefined;
  const placed = () => {
    whole ??= readWholeYaml(path, text, start, end);
    return whole;
  };
  if (value === undefined) return placed();
  // The whole parser is needed for the place of a fault alone.
  return {
    value,
    problems: [],
    problem: (keys, fault) => placed().problem(keys, fault),
    keyProblem: (keys, fault) => placed().keyProblem(keys, fault),
  };
}

/** Reads any YAML as `readYaml` does, with the whole parser. */
export function readWholeYaml(path: string, text: string, start: number, end: number): YamlText {
  const at = (index: number, words: string, fault: Fault) =>
    problemAt(path, text, start + index, words, fault);
  const source = text.slice(start, end);
  const failed = (problems: Problem[]): YamlText => {
    const problem = (_: readonly PropertyKey[], fault: Fault) => at(0, '', fault);
    return { value: undefined, problems, problem, keyProblem: problem };
  };
  if (source.length > LARGEST) {
    const fault = because(
      'yaml/size',
      `YAML of an entry has at most ${LARGEST} characters.`,
      'Move the text into the body.',
    );
    return failed([at(0, '', fault)]);
  }
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    // The parser would compare each key with all before it; `refused` looks them up.
    uniqueKeys: false,
  });
  // One is told at a time; to find the line of each of thousands would take long.
  const faults = [...document.errors, ...document.warnings].slice(0, 1);
  const problems = faults.map(({ code, message, pos }) => {
    const index = /quote|Flow/.test(message) ? openedBefore(document, pos[0]) : pos[0];
    // The parser of YAML goes as deep as the text does, and gives up somewhere.
    const isTooDeep = message.includes('call stack');
    return at(index, lineOf(source, index), isTooDeep ? TOO_DEEP : yamlMessage(code, message));
  });
  if (problems.length === 0) problems.push(...refused(document, source, at));
  if (problems.length > 0) return failed(problems.slice(0, 1));
  const range = (found: unknown) => (isNode(found) ? found.range : undefined);
  return {
    value: document.toJS({ maxAliasCount: 0 }) ?? {},
    problems: [],
    problem: (keys, fault) => {
      for (let length = keys.length; length > 0; length--) {
        const found = range(document.getIn(keys.slice(0, length), true));
        const missing = length < keys.length;
        if (found)
          return at(found[0], missing ? '' : source.slice(found[0], found[1]).trimEnd(), fault);
      }
      return at(0, '', fault);
    },
    keyProblem: (keys, fault) => {
      const map = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents;
      // An empty item of a list has no key, but it has a place.
      const item = range(document.getIn(keys, true));
      if (isSeq(map) && item) return at(item[0], source.slice(item[0], item[1]), fault);
      const pair = isMap(map)
        ? map.items.find((item) => String(item.key) === String(keys.at(-1)))
        : undefined;
      const found = range(pair?.key);
      return at(found?.[0] ?? 0, String(keys.at(-1)), fault);
    },
  };
}

function lineOf(source: string, index: number): string {
  const start = source.lastIndexOf('\n', index - 1) + 1;
  const end = source.indexOf('\n', start);
  return source.slice(start, end < 0 ? source.length : end).trim();
}

/** The first key of a map that stands in it before; undefined where each stands once. */
function repeatedKey(map: YAMLMap): Scalar | undefined {
  const known = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (known.has(key.value)) return key;
    known.add(key.value);
  }
  return undefined;
}

function refused(
  document: Document,
  source: string,
  at: (index: number, words: string, fault: Fault) => Problem,
): Problem[] {
  const problems: Problem[] = [];
  const refuseTag = (node: Scalar | YAMLMap | YAMLSeq) => {
    if (!node.tag || CORE_TAGS.has(node.tag)) return undefined;
    const index = node.range?.[0] ?? 0;
    problems.push(at(index, lineOf(source, index), NO_TAG));
    return visit.BREAK;
  };
  visit(document, {
    Alias(_, node) {
      const fault = because(
        'yaml/alias',
        'YAML aliases are not read: a few of them can stand for gigabytes.',
        'Write the value out.',
      );
      problems.push(at(node.range?.[0] ?? 0, lineOf(source, node.range?.[0] ?? 0), fault));
      return visit.BREAK;
    },
    Scalar: (_, node) => refuseTag(node),
    Pair(_, { key }) {
      if (!isCollection(key)) return undefined;
      const index = key.range?.[0] ?? 0;
      problems.push(
        at(index, lineOf(source, index), because('yaml/key', 'A key is text.', 'Write a word.')),
      );
      return visit.BREAK;
    },
    Collection(_, node, parents) {
      if (node.tag) return refuseTag(node);
      const index = (isMap(node) && repeatedKey(node)?.range?.[0]) || undefined;
      if (index !== undefined) {
        problems.push(at(index, lineOf(source, index), REPEATED_KEY));
        return visit.BREAK;
      }
      if (parents.filter((parent) => !isPair(parent)).length <= DEEPEST) return undefined;
      const fault = TOO_DEEP;
      problems.push(at(node.range?.[0] ?? 0, lineOf(source, node.range?.[0] ?? 0), fault));
      return visit.BREAK;
    },
  });
  return problems;
}
