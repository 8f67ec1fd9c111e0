import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { FAULT_CODES, type FaultCode } from '../../src/domain/fault-code.ts';
import { EXAMPLES } from './examples.ts';
import { REFERENCE, referenceText, type Told } from './reference.ts';

// The page shows paths as in an archive that lies where it does by itself, whichever one the tests stand on.
process.env['ARCHIVE_CONTENT'] = 'content';

const TOLD = new Map<FaultCode, Told>();

for (const code of Object.keys(FAULT_CODES) as FaultCode[])
  test(`${code}: of its example, broken, it is told alone; of the same mended nothing is`, async (t) => {
    const { broken, mended, told } = EXAMPLES[code];
    const faults = [await told(t, broken)].flat();
    const [fault] = faults;
    assert.ok(fault && faults.length === 1, JSON.stringify(faults, null, 2));
    assert.equal(fault.code, code);
    assert.deepEqual([await told(t, mended)].flat(), []);
    TOLD.set(code, { broken, mended, fault });
  });

test('the reference of all faults is current: npm run docs writes it', () => {
  const text = referenceText(TOLD);
  if (process.env['WRITE_DOCS'] === 'true') {
    mkdirSync(dirname(REFERENCE), { recursive: true });
    writeFileSync(REFERENCE, text);
  }
  const written = existsSync(REFERENCE) ? readFileSync(REFERENCE, 'utf8') : '';
  assert.ok(text === written, `${REFERENCE} is not current: npm run docs writes it anew.`);
});
