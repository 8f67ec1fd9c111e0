import assert from 'node:assert/strict';
import { readInput } from '../../src/import/reader/reading.ts';
import type { WrittenDocument } from '../../src/import/source-document.ts';

/** Each item of bytes: a source document, or in words why there is none. */
export async function readItems(
  input: string | Uint8Array,
  name = 'input',
): Promise<(WrittenDocument | string)[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const found: (WrittenDocument | string)[] = [];
  for await (const { found: one } of readInput({ name, bytes }, undefined))
    found.push('document' in one ? one.document : 'skipped' in one ? one.skipped : one.fault);
  return found;
}

/** What the only document of bytes states, without its digest and what it leaves open. */
export async function statedIn(
  input: string | Uint8Array,
  name?: string,
): Promise<Partial<WrittenDocument>> {
  const [document, ...others] = await readItems(input, name);
  assert.ok(typeof document === 'object', `${document}`);
  assert.deepEqual(others, []);
  const { paragraphs: _, sha256, named, ...stated } = document;
  assert.match(sha256, /^[0-9a-f]{64}$/);
  const names = Object.entries(named).filter(([, list]) => list.length > 0);
  const given: object = {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...(names.length > 0 && { named: Object.fromEntries(names) }),
  };
  return given;
}
