import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  componentIn,
  components,
  missingProps,
  propFault,
} from '../../../../src/content/markdown/body/component.ts';

const SOURCE = `---
interface Props {
  /** What it says: text. */
  label: string;
  // How many.
  count?: number;
  open?: boolean;
  by: 'a' | 'b c';
}
---
<p>{Astro.props.label}</p>
`;

test('a component says in its props what a body may write', () => {
  const component = componentIn('Box', SOURCE);
  const fault = (prop: string, value: string | number | boolean) =>
    propFault('Box', component, prop, value)?.rule;
  assert.equal(fault('label', 'x'), undefined);
  assert.equal(fault('count', 5), undefined);
  assert.equal(fault('open', true), undefined);
  assert.equal(fault('by', 'b c'), undefined);
  assert.equal(fault('label', 5), 'label of <Box> is string.');
  assert.equal(fault('count', '5'), 'count of <Box> is number.');
  assert.equal(fault('by', 'c'), 'by of <Box> is “a” or “b c”.');
  assert.equal(fault('constructor', 'x'), '<Box> takes label, count, open, by and nothing else.');
  assert.deepEqual(missingProps(component, ['by']), ['label']);
});

test('a component without props takes none', () => {
  const component = componentIn('Line', '<hr />');
  assert.match(`${propFault('Line', component, 'x', 1)?.rule}`, /^<Line> takes no attributes\./);
});

test('props that a body could not write are told, with the file', () => {
  for (const line of [
    'run: () => void;',
    'list: string[];',
    'any: unknown;',
    'a: string; b: string;',
  ])
    assert.throws(
      () => componentIn('Box', `interface Props {\n  ${line}\n}\n`),
      /^Error: src\/components\/body\/Box\.astro: .* is not\.$/,
      line,
    );
});

test('every component of the project can be used in a body', () => {
  assert.ok(components().has('Note'));
});
