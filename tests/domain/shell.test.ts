import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { idCommands } from '../../src/domain/shell.ts';

const hasTools = ['sha256sum', 'xxd', 'base32'].every((tool) => existsSync(`/usr/bin/${tool}`));

const TEXTS = [
  'The lamps of the quay were dark.',
  "It's the Board's “own” $PATH, 100% \\ `of` it; !x",
  'قالت إدارة الميناء إن اثني عشر بحارا فقدوا.',
  'Cafe\u0301 – the accent stands apart',
];

for (const text of TEXTS)
  test(`three lines of shell make the id: ${text}`, { skip: !hasTools }, () => {
    const printed = execFileSync('sh', ['-c', idCommands(text)], { encoding: 'utf8' });
    assert.equal(`p-${printed.trim()}`, paragraphId(text));
  });
