import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteFaults } from '../../src/content/checks/settings.ts';
import { defaults } from '../../src/site.ts';

test('the settings that hold for every archive are sound, and so are others in their place', () => {
  assert.deepEqual(siteFaults(), []);
  const own = {
    ...defaults,
    lang: 'en-AU',
    about: ['من نحن.'],
    contact: 'mailto:desk@archive.example',
  };
  assert.deepEqual(siteFaults(own), []);
});

const FAULTS: [what: string, fields: object, rule: RegExp, fix: RegExp][] = [
  ['a blank title', { title: ' ' }, /not blank/, /Write/],
  ['a title of two lines', { title: 'Cut\ntings' }, /one line/, /without line breaks/],
  ['a language by its name', { lang: 'english' }, /in English/, /Write one of these/],
  ['a contact that is no address', { contact: 'desk@archive.example' }, /address/, /mailto:/],
  ['a contact that is a script', { contact: 'javascript:alert(1)' }, /address/, /https:/],
  ['no entry on a page', { pageSize: 0 }, /1 to 500/, /whole number/],
  ['half an entry on a page', { pageSize: 2.5 }, /1 to 500/, /whole number/],
  ['a text where a list should be', { about: 'We keep it.' }, /title, description/, /“about”/],
  ['a setting that there is not', { colour: 'red' }, /title, description/, /“colour”/],
];

for (const [what, fields, rule, fix] of FAULTS)
  test(`${what} is refused, at its line of the file`, () => {
    const [fault, ...more] = siteFaults({ ...defaults, ...fields });
    assert.ok(fault && more.length === 0);
    assert.equal(fault.file, 'src/site.ts');
    assert.match(fault.rule, rule);
    assert.match(fault.fix, fix);
    if (Object.keys(fields)[0] !== 'colour') assert.ok(fault.line > 4 && fault.words !== '');
  });
