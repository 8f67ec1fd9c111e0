import type { MdxTextExpression } from 'mdast-util-mdx';
import { because } from '../../../domain/fault.ts';

/** A value that may be written in braces. */
export type Literal = string | number | boolean | null;

type Program = NonNullable<NonNullable<MdxTextExpression['data']>['estree']>;
type Statement = Program['body'][number];
type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression'];

/** Why anything else in braces is refused. */
export const NO_LITERAL = because(
  'body/literal',
  "In a body { opens a literal: a text such as {'<'}, a number, or a comment {/* … */}. Nothing in it is run.",
  'Write what readers are to see, or \\{ for the character itself.',
);

const OPERATIONS = new Map<string, (left: number, right: number) => number>([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
  ['*', (left, right) => left * right],
]);

/** The value of an expression in the syntax tree, or nothing if it is not a literal. */
function literalIn(node: Expression): Literal | undefined {
  if (node.type === 'Literal') {
    const { value } = node;
    if (typeof value === 'number') return sumOf(node);
    // A regular expression also has the value null if this version of Node does not support it.
    const isPlain = ['string', 'boolean'].includes(typeof value) || node.raw === 'null';
    return isPlain ? (value as Literal) : undefined;
  }
  if (node.type === 'TemplateLiteral') {
    const [text] = node.quasis;
    return node.quasis.length === 1 ? (text?.value.cooked ?? undefined) : undefined;
  }
  return sumOf(node);
}

// A number, with or without a minus sign, or a calculation with whole numbers. Published archives contain these, and
// their result is the same on every machine.
function sumOf(node: Expression): number | undefined {
  if (node.type === 'Literal')
    return typeof node.value === 'number' && Number.isFinite(node.value) ? node.value : undefined;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = sumOf(node.argument);
    return value === undefined ? undefined : 0 - value;
  }
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') return undefined;
  const [left, right] = [sumOf(node.left), sumOf(node.right)];
  const value =
    left === undefined || right === undefined
      ? undefined
      : OPERATIONS.get(node.operator)?.(left, right);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The value in braces: `null` if they hold only a comment, nothing if they hold anything but a literal. */
export function literalOf(program: Program | null | undefined): Literal | undefined {
  const [statement, ...more] = program?.body ?? [];
  if (!program || more.length > 0) return undefined;
  if (statement === undefined) return null;
  return statement.type === 'ExpressionStatement' ? literalIn(statement.expression) : undefined;
}
