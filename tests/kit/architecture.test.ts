import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ROOMS } from '../../lint/rooms.ts';

const text = readFileSync('ARCHITECTURE.md', 'utf8');

test('the page on the architecture has the rooms and what each may import, as the check holds them', () => {
  const section = text.split('### What may import what')[1]?.split('\n## ')[0] ?? '';
  const told = section.split('\n').filter((line) => line.startsWith('- '));
  const held = ROOMS.filter(([room]) => room !== 'domain').map(([room, others]) => {
    const names = others.split(' ').filter(Boolean);
    return `- \`${room}\`: ${names.map((name) => `\`${name}\``).join(', ') || 'nothing else'}`;
  });
  assert.deepEqual(told, held);
});

test('the files that it names are there', () => {
  const paths = [...text.matchAll(/`((?:[a-z-]+\/)+[\w.-]+\.ts)`/g)].map(([, path = '']) => path);
  assert.ok(paths.length > 5);
  for (const path of paths)
    assert.ok(
      [`src/${path}`, path].some((file) => existsSync(file)),
      path,
    );
});
