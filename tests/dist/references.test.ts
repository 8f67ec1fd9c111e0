import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { ARCHIVES, readBuilt } from '../setup/archives.ts';

interface Item {
  URL: string;
}

const FORMS = ['ris', 'bib', 'json'];

describe('the references of all articles in one file', () => {
  for (const archive of Object.values(ARCHIVES)) {
    test(`${archive.name}: each form has each article once`, () => {
      const articles: { url: string }[] = JSON.parse(readBuilt(archive, 'data/articles.json'));
      const expected = articles.map(({ url }) => url).toSorted();
      for (const form of FORMS) {
        const items = new Cite(readBuilt(archive, `data/references.${form}`)).data as Item[];
        assert.deepEqual(items.map(({ URL }) => URL).toSorted(), expected, form);
      }
    });
  }
});
