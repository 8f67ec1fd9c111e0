import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueName } from '../../../src/domain/authorities/catalogue-name.ts';

const NAMES: [address: string, name: string][] = [
  ['https://www.wikidata.org/wiki/Q1', 'Wikidata Q1'],
  ['https://www.geonames.org/281133/', 'GeoNames 281133'],
  ['https://sws.geonames.org/281133/', 'GeoNames 281133'],
  ['https://viaf.org/viaf/1234', 'VIAF 1234'],
  ['https://id.loc.gov/authorities/names/n1', 'Library of Congress n1'],
  ['https://d-nb.info/gnd/118540238', 'GND 118540238'],
  ['https://orcid.org/0000-0001-0000-0000', 'ORCID 0000-0001-0000-0000'],
  ['https://isni.org/isni/0000000100000000', 'ISNI 0000000100000000'],
  ['https://ror.org/01abc', 'ROR 01abc'],
  ['https://register.example.org/boats/tern', 'register.example.org/boats/tern'],
  ['https://register.example.org/', 'register.example.org'],
  ['https://www.wikidata.org.example.org/wiki/Q1', 'www.wikidata.org.example.org/wiki/Q1'],
]; // biome-ignore format: a table reads better than a column

for (const [address, name] of NAMES) {
  test(`${address} is called ${name}`, () => assert.equal(catalogueName(address), name));
}
