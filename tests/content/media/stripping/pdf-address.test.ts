import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutUser } from '../../../../src/content/media/stripping/document/address.ts';

// biome-ignore format: a table, an address a row
const ADDRESSES: [address: string, without: string][] = [
  ['https://ada:tides@isles.example/a?b=c#d', 'https://isles.example/a?b=c#d'],
  ['https://ada@isles.example', 'https://isles.example'],
  ['  HTTP:\\\\ada:t@ides@isles.example\\a', '  HTTP:\\\\isles.example\\a'],
  ['ftp:ada:tides@isles.example', 'ftp:isles.example'],
  ['https://isles.example/@ada', 'https://isles.example/@ada'],
  ['https://isles.example?to=ada@isles.example', 'https://isles.example?to=ada@isles.example'],
  ['mailto:ada@isles.example', 'mailto:ada@isles.example'],
  ['tel:+4712345678', 'tel:+4712345678'],
];

for (const [address, without] of ADDRESSES)
  test(`of ${address} stays ${without}`, () => {
    assert.equal(withoutUser(address), without);
  });
