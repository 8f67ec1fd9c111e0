import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { systemSentence } from '../../src/errors/system-error.mjs';
import { scratchFolder } from '../support/scratch.ts';

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('it did not throw');
};

test('what the system answers is one sentence: which file, what is wrong, what to do', (t) => {
  const folder = scratchFolder(t);
  writeFileSync(join(folder, 'file'), '');
  const said = (act: () => unknown) => systemSentence(thrownBy(act));
  assert.match(
    said(() => readFileSync(folder)) ?? '',
    /a folder is where a file should be: .* \(EISDIR\)\.$/,
  );
  assert.equal(
    said(() => mkdirSync(join(folder, 'file/below'))),
    `${folder}/file/below: a file is where a folder should be: move it elsewhere (ENOTDIR).`,
  );
  assert.match(said(() => readFileSync(join(folder, 'nothing'))) ?? '', /nothing: it is not there/);
  assert.match(
    said(() => readFileSync(join(folder, 'a'.repeat(400)))) ?? '',
    /shorten it \(ENAMETOOLONG\)/,
  );
  const readOnly = Object.assign(new Error('ENOENT'), {
    code: 'ENOENT',
    syscall: 'mkdir',
    path: '/x',
  });
  assert.match(systemSentence(readOnly) ?? '', /^\/x: no folder can be made there: /);
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
  assert.match(
    systemSentence(new Error('wrapped', { cause: full })) ?? '',
    /the disk is full: make room/,
  );
});

test('a full disk under SQLite is told as one', (t) => {
  const database = new DatabaseSync(join(scratchFolder(t), 'full.sqlite'));
  database.exec('PRAGMA max_page_count = 4; CREATE TABLE t (x)');
  const error = thrownBy(() => database.exec(`INSERT INTO t VALUES (zeroblob(100000))`));
  assert.match(systemSentence(error) ?? '', /the disk is full: make room/);
  database.close();
});

test('a defect of ours is no answer of the system, and keeps its trace', () => {
  for (const error of [new TypeError('x is no function'), new Error('ENOENT'), 'ENOENT', undefined])
    assert.equal(systemSentence(error), undefined);
});
