import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { shareImage, shareSvg } from '../../../src/outputs/share/image.ts';

test('the picture is a PNG of the size that other sites show, the same each time', async () => {
  const [one, other] = [Buffer.from(await shareImage()), Buffer.from(await shareImage())];
  assert.equal(one.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([one.readUInt32BE(16), one.readUInt32BE(20)], [1200, 630]);
  assert.ok(one.equals(other));
});

test('no name of a site becomes markup, and a long description ends within the picture', () => {
  const svg = shareSvg({ title: 'A < B & “C”', description: 'One word more. '.repeat(60) });
  const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
  const [title, ...lines] = [...document.querySelectorAll('text')];
  assert.equal(title?.textContent, 'A < B & “C”');
  assert.equal(lines.length, 4);
  assert.match(lines.at(-1)?.textContent ?? '', /…$/);
  for (const line of lines) assert.ok(Number(line.getAttribute('y')) < 600);
});
