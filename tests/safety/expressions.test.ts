import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { check } from 'recheck';
import ts from 'typescript';
import { root } from '../../src/setup/setup.mjs';

/** No regular expression of the sources backtracks: whatever it is given, it takes time that grows with the text alone. */

interface Expression {
  source: string;
  flags: string;
}

const SOURCES = join(root, 'src');

/** The code of a component: its frontmatter and its scripts. */
const codeOf = (component: string) =>
  [
    ...component.matchAll(/^---\n([\s\S]*?)\n---$/gm),
    ...component.matchAll(/<script\b[^<>]*>([\s\S]*?)<\/script>/g),
  ]
    .map(([, code = '']) => code)
    .join('\n;\n');

/** The files of the sources that hold code, by their path below `src/`. */
const codes = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|mjs|js|astro)$/.test(path))
  .map((path) => {
    const text = readFileSync(join(SOURCES, path), 'utf8');
    return { path, code: path.endsWith('.astro') ? codeOf(text) : text };
  });

/** A string as code puts it together; what it takes from elsewhere is a word. */
function wordingOf(node: ts.Node | undefined): string {
  if (node && ts.isStringLiteralLike(node)) return node.text;
  if (node && ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x');
  return 'x';
}

/** The expressions that code has: written as such, made in a function of what it is given, and how many are made as the module loads. */
function expressionsIn(code: string) {
  const written: Expression[] = [];
  let loaded = 0;
  const visit = (node: ts.Node, isInFunction: boolean) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      written.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      if (!isInFunction) loaded++;
      else written.push({ source: wordingOf(source), flags: flags ? wordingOf(flags) : '' });
    }
    ts.forEachChild(node, (child) => visit(child, isInFunction || ts.isFunctionLike(node)));
  };
  visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true), false);
  return { written, loaded };
}

/**
 * Whether an expression takes more than three seconds of the processor for a text that recheck made to take very long.
 * The clock, which runs on while other files have the processor, only ends what would take for ever.
 */
function isSlow({ source, flags }: Expression, text: string): boolean {
  const begun = process.cpuUsage();
  try {
    const code = 'new RegExp(source, flags).test(text)';
    runInNewContext(code, { source, flags, text }, { timeout: 30_000 });
  } catch {
    return true;
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 > 3000;
}

/** What is wrong with an expression; nothing where it takes linear time, or has nothing that repeats without end. */
async function faultOf({ source, flags }: Expression): Promise<string | undefined> {
  if (!/[*+]|\{\d+,\}/.test(source)) return undefined;
  const found = await check(source, flags, { timeout: 300_000, randomSeed: 1 });
  if (found.status === 'safe') return undefined;
  // What is too large to be proved is tried out, by counting steps of an engine that is not this one.
  const isTried = found.status === 'vulnerable' && found.checker === 'fuzz';
  if (isTried && !isSlow({ source, flags }, found.attack.string)) return undefined;
  return found.status === 'vulnerable'
    ? `takes ${found.complexity.summary} time for ${found.attack.pattern}`
    : `cannot be judged (${found.error.kind}): write it simpler`;
}

/** What was found of expressions, by their text: many stand in several modules. */
const known = new Map<string, Promise<string | undefined>>();

async function faultsOf(expressions: Map<string, Expression>): Promise<string[]> {
  const faults: string[] = [];
  for (const [place, expression] of expressions) {
    const text = `/${expression.source}/${expression.flags}`;
    const finding = known.get(text) ?? faultOf(expression);
    known.set(text, finding);
    const fault = await finding;
    if (fault) faults.push(`${place} ${text} ${fault}`);
  }
  return faults;
}

suite('expressions', () => {
  test('that are known to backtrack are found', async () => {
    for (const source of [
      String.raw`^(?:<!--[\s\S]*?-->|\s)*<html`,
      String.raw`(?:according to)(?: the| [a-z]+)*\s*$`,
      String.raw`\s+$`,
      '<[^>]*>',
      '(a+)+$',
    ])
      assert.match((await faultOf({ source, flags: '' })) ?? '', /^takes .* time for /, source);
    assert.equal(await faultOf({ source: '<[^<>]*>', flags: 'g' }), undefined);
  });

  test('of the sources take linear time', async () => {
    const written = new Map(
      codes.flatMap(({ path, code }) =>
        expressionsIn(code).written.map((one) => [`${path}: ${one.source}/${one.flags}`, one]),
      ),
    );
    assert.ok(written.size > 300);
    assert.deepEqual(await faultsOf(written), []);
  });

  test('that the sources make of strings as they load take linear time', async () => {
    const made = new Map<string, Expression>();
    const Native = RegExp;
    let path = '';
    globalThis.RegExp = new Proxy(Native, {
      construct(target, args: [string, string?]) {
        const isOwn = new Error().stack?.split('\n')[2]?.includes(path);
        if (isOwn) made.set(`${path}: ${args[0]}`, { source: args[0], flags: args[1] ?? '' });
        return Reflect.construct(target, args);
      },
    });
    const makers = codes.filter(({ code }) => expressionsIn(code).loaded > 0);
    try {
      for (const maker of makers) {
        path = maker.path;
        // A module that another test of this process loaded would make none.
        await import(`${pathToFileURL(join(SOURCES, path))}?expressions`);
      }
    } finally {
      globalThis.RegExp = Native;
    }
    const count = makers.reduce((sum, { code }) => sum + expressionsIn(code).loaded, 0);
    assert.equal(made.size, count, [...made.keys()].join('\n'));
    assert.deepEqual(await faultsOf(made), []);
  });
});
