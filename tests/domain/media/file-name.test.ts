import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNameFault } from '../../../src/domain/media/file-name.ts';

const codeOf = (name: string) => fileNameFault(name)?.code;

test('a name that no disk refuses is taken', () => {
  for (const name of ['boat.jpg', 'storm/boat.jpg', '/media/boat.jpg', 'canal.jpg', 'con-1.jpg'])
    assert.equal(codeOf(name), undefined, name);
});

test('a name that leads elsewhere, or that some system cannot hold, is refused', () => {
  for (const name of [
    ...['../boat.jpg', 'storm/../boat.jpg', '.boat.jpg', '/etc/boat.jpg', 'boat', 'a:b.jpg'],
    ...['con.jpg', 'CON.jpg', 'storm/nul.png', 'Aux.tar.jpg', 'lpt1.pdf', 'storm./boat.jpg'],
  ])
    assert.equal(codeOf(name), 'media/name', name);
  for (const name of ['https://a.example/boat.jpg', '//a.example/boat.jpg', 'data:image/png,x'])
    assert.equal(codeOf(name), 'media/elsewhere', name);
});
