import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { itemsOf } from '../../../../src/import/item.ts';

const wire = (number: number) =>
  JSON.stringify({
    uri: `urn:quern:${number}`,
    type: 'text',
    headline: `Quern ${number}`,
    versioncreated: '2021-04-02T08:00:00Z',
    body_text: 'The lamp of Quern was lit.',
  });

async function placesOf(text: string) {
  const found: string[] = [];
  for await (const { item } of itemsOf({ name: 'in', bytes: Buffer.from(text) }, undefined)) {
    const { reading } = item;
    const said =
      'document' in reading
        ? reading.document.title
        : 'skipped' in reading
          ? reading.as
          : reading.fault;
    found.push(`${item.origin}: ${said}`);
  }
  return found;
}

suite('every item of a list has a number, whatever it is', () => {
  test('lists within lists, and lists without items', async () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const found = await placesOf(`[${wire(1)},[],[[]],[${wire(4)},${wire(5)}],${deep},${wire(7)}]`);
    assert.deepEqual(
      found.filter((_, at) => at !== 5),
      [
        'in, item 1: Quern 1',
        'in, item 2: blank',
        'in, item 3: blank',
        'in, item 4: Quern 4',
        'in, item 5: Quern 5',
        'in, item 7: Quern 7',
      ],
    );
    assert.match(found[5] ?? '', /^in, item 6: Its lists stand in each other, more than 20 deep/);
  });

  test('a feed without articles within a list', async () => {
    const feed = '{"version":"https://jsonfeed.org/version/1.1","title":"Quern","items":[]}';
    assert.deepEqual(await placesOf(`[${feed},${wire(2)}]`), [
      'in, item 1: blank',
      'in, item 2: Quern 2',
    ]);
  });
});
