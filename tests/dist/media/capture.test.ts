import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ARCHIVES, distOf, readBuilt } from '../../support/archives.ts';

const FERRY = '2031/04/02/ferry-grey-heron-overdue/';

describe('captures', () => {
  test('the page as it was saved is published with its article, and told in its data and its markup', () => {
    const { source } = JSON.parse(readBuilt(ARCHIVES.holms, `${FERRY}index.json`));
    const path = `/${FERRY}ferry-grey-heron-overdue.warc.gz`;
    assert.equal(source.capture.url, path);
    const bytes = readFileSync(join(distOf(ARCHIVES.holms), path));
    assert.equal(hash('sha256', bytes), source.capture.sha256);
    assert.match(gunzipSync(bytes).toString('utf8', 0, 300), /^WARC\/1\.1\r\nWARC-Type: resource/);
    const page = readBuilt(ARCHIVES.holms, `${FERRY}index.html`);
    assert.ok(page.includes(`<a href="${path}" type="application/warc" download`));
    assert.ok(page.includes(`"https://holms.example${path}"`));
  });

  test('that of an article in which words are withheld is not', () => {
    const article = '2032/12/04/child-taken-off-the-ice/';
    assert.ok(
      existsSync(join('tests/fixtures/skerries/articles', `${article.slice(0, -1)}.warc.gz`)),
    );
    assert.ok(
      !existsSync(join(distOf(ARCHIVES.based), article, 'child-taken-off-the-ice.warc.gz')),
    );
    const { source } = JSON.parse(readBuilt(ARCHIVES.based, `${article}index.json`));
    assert.equal(source.capture, undefined);
    assert.doesNotMatch(readBuilt(ARCHIVES.based, `${article}index.html`), /warc/i);
  });
});
