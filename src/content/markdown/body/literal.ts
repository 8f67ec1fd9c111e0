import type { MdxTextExpression } from 'mdast-util-mdx';
import { because } from '../../../domain/fault.ts';

/** What may stand in braces. */
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

/** The value of a literal as it stands in the syntax tree; nothing for what is none. */
function literalIn(node: Expression): Literal | undefined {
  if (node.type === 'Literal') {
    const { value } = node;
    if (typeof value === 'number') return sumOf(node);
    // That of a regular expression may be null, where this Node has no such.
    const isPlain = ['string', 'boolean'].includes(typeof value) || node.raw === 'null';
    return isPlain ? (value as Literal) : undefined;
  }
  if (node.type === 'TemplateLiteral') {
    const [text] = node.quasis;
    return node.quasis.length === 1 ? (text?.value.cooked ?? undefined) : undefined;
  }
  return sumOf(node);
}

// A number with its sign, and the sums of whole numbers that published archives have: the same wherever they are read.
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

/** The value in braces, `null` where a comment alone stands in them; nothing where it is no literal. */
export function literalOf(program: Program | null | undefined): Literal | undefined {
  const [statement, ...more] = program?.body ?? [];
  if (!program || more.length > 0) return undefined;
  if (statement === undefined) return null;
  return statement.type === 'ExpressionStatement' ? literalIn(statement.expression) : undefined;
}
