import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOfPage } from '../../../../src/import/formats/newspaper/page-day.ts';

// biome-ignore format: a table, a name a row
const NAMES: [name: string, day: string | undefined][] = [
  ['1931-05-03.xml', '1931-05-03'],
  ['1931-05-03-p1.xml', '1931-05-03'],
  ['1931-05-03_0001.xml', '1931-05-03'],
  ['1931_05_03_p1.xml', '1931-05-03'],
  ['1931.05.03.hocr', '1931-05-03'],
  ['19310503.xml', '1931-05-03'],
  ['19310503_001.xml', '1931-05-03'],
  ['courier-1931-05-03.xml', '1931-05-03'],
  ['blatt_19310502_blatt-1931-05-02.hocr', '1931-05-02'],
  ['scans 1930-01-01/courier-1931-05-03.xml', '1931-05-03'],
  ['courier-1931-05-03-to-1931-05-04.xml', undefined],
  ['1931-13-03.xml', undefined],
  ['1931-02-30.xml', undefined],
  ['1931-0503.xml', undefined],
  ['91931050311.xml', undefined],
  ['0001.xml', undefined],
  ['page.xml', undefined],
  ['', undefined],
];
for (const [name, day] of NAMES)
  test(`the day in the name of a page: “${name}”`, () => assert.equal(dayOfPage(name), day));
