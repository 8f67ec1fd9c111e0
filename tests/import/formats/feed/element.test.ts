import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsIn } from '../../../../src/import/formats/feed/element.ts';

test('items are found with their namespaces, their places, and what stands beside them', () => {
  const xml =
    '<r xmlns:a="urn:a"><t>T</t><ITEM a:k="1"><a:b>x<![CDATA[ <y> ]]></a:b><item/></ITEM><entry/></r>';
  const { items, around, fault } = itemsIn(xml);
  assert.equal(fault, undefined);
  assert.deepEqual(
    items.map(({ start, end }) => xml.slice(start, end)),
    ['<ITEM a:k="1"><a:b>x<![CDATA[ <y> ]]></a:b><item/></ITEM>', '<entry/>'],
  );
  assert.deepEqual(items[0]?.attributes, [['k', '1']]);
  assert.deepEqual(
    items[0]?.children.map(({ namespace, name, text }) => [namespace, name, text]),
    [
      ['urn:a', 'b', 'x <y> '],
      ['', 'item', ''],
    ],
  );
  assert.deepEqual(
    around.map(({ name }) => name),
    ['r', 't'],
  );
});

test('what is nested without end is a fault, and is soon found to be', () => {
  const started = performance.now();
  for (const unit of ['<a>', '<item>', '<a:b>'])
    assert.match(
      `${itemsIn(`<r>${unit.repeat(300_000)}`).fault}`,
      /nested more than 200 deep|unbound/,
    );
  assert.ok(performance.now() - started < 10_000);
});
