import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { Stage } from '../../src/build/stage.ts';

/** Something to write on, and what was written on it. */
function paper(isTTY: boolean) {
  let text = '';
  const out = new Writable({
    write: (chunk, _, done) => {
      text += chunk;
      done();
    },
  });
  Object.assign(out, { isTTY, columns: 60 });
  return { out: out as NodeJS.WriteStream, text: () => text };
}

test('in a pipe a stage is one line, when it ends', () => {
  const { out, text } = paper(false);
  const stage = new Stage('reading', 'article', 'articles', out);
  stage.at(1, 2700);
  stage.end(2700);
  assert.match(text(), /^reading: 2,700 articles, \d+\.\d s\n$/);
  stage.end(1);
  assert.match(text(), /\nreading: 1 article, \d+\.\d s\n$/);
});

test('on a terminal it says count, rate and time left, no wider than the terminal', async () => {
  const { out, text } = paper(true);
  const stage = new Stage('reading', 'article', 'articles', out);
  await new Promise((done) => setTimeout(done, 120));
  stage.at(1000, 20_000);
  assert.match(text(), /reading: 1,000 of 20,000 articles, [\d,]+ a second, \d+ s/);
  for (const line of text().split('\r')) assert.ok(line.length <= 60 + 3, line);
  stage.end(20_000);
  assert.match(text(), /Kreading: 20,000 articles, \d+\.\d s\n$/);
});
