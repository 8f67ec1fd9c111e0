import { type Document, type ErrorCode, isCollection, isScalar, visit } from 'yaml';
import { because, type Fault } from '../../domain/fault.ts';

/** The fault of a value with a YAML tag, which says what type to make of it. */
export const NO_TAG = because(
  'yaml/tag',
  'YAML here has no tags: a value is text, a number, true or false, a list or a map.',
  'Take the tag out; write text that begins with ! in quotation marks.',
);

/** The fault of a key that its map has already. */
export const REPEATED_KEY = because('yaml/key', 'A key stands once.', 'Keep one of the two.');

// The parser's own words are for programmers; these are for an editor. The first that fits both code and message counts.
const FAULTS: [code: ErrorCode, says: RegExp, fault: Fault][] = [
  [
    'TAB_AS_INDENT',
    /./,
    because('yaml/indent', 'YAML is not indented with tabs.', 'Indent with spaces.'),
  ],
  ['TAG_RESOLVE_FAILED', /./, NO_TAG],
  [
    'MULTIPLE_DOCS',
    /./,
    because(
      'yaml/document',
      'The YAML of an entry is one document.',
      'Take out the lines of three hyphens.',
    ),
  ],
  [
    'MISSING_CHAR',
    /quote/,
    because(
      'yaml/quote',
      'A value that begins with a quotation mark ends with it.',
      'Close the quotation mark, or put the whole value in the other kind of them.',
    ),
  ],
  [
    'MISSING_CHAR',
    /Implicit map keys/,
    because(
      'yaml/line',
      'A line is “key: value”, or an item of a list.',
      'Write it so, or indent it.',
    ),
  ],
  [
    'UNEXPECTED_TOKEN',
    /./,
    because(
      'yaml/end',
      'Nothing follows the end of a value.',
      'Put the whole value in single quotation marks, and write an apostrophe within them twice.',
    ),
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /Nested mappings/,
    because(
      'yaml/colon',
      'A value with a colon and a space in it stands in quotation marks.',
      'Put the whole value in quotation marks.',
    ),
  ],
  [
    'BAD_INDENT',
    /Flow/,
    because(
      'yaml/bracket',
      'A value that begins with a bracket is a list, and is closed.',
      'Close the bracket, or put the whole value in quotation marks.',
    ),
  ],
];

const INDENTED = 'Indent all items of a list or a map alike, with spaces.';
const QUOTED = 'Put the whole value in quotation marks.';

/** What the YAML parser complains of. */
export function yamlMessage(code: ErrorCode, said: string): Fault {
  const fault = FAULTS.find(([known, says]) => known === code && says.test(said));
  if (fault) return fault[2];
  const fix = /indent|implicit/i.test(said) ? INDENTED : QUOTED;
  return because('yaml/form', `This is not YAML: ${said.split('\n')[0]}.`, fix);
}

/** The index of the quotation mark or bracket that is still open at `index`, where the parser stopped. */
export function openedBefore(document: Document, index: number): number {
  let opened = index;
  visit(document, {
    Node(_, node) {
      const isOpening = isScalar(node)
        ? node.type?.startsWith('QUOTE')
        : isCollection(node) && node.flow;
      if (isOpening && node.range && node.range[0] < index) opened = node.range[0];
    },
  });
  return opened;
}
