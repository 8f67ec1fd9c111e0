import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { settledAt } from '../../../src/content/files/settings-file.ts';
import { settingsText } from '../../../src/content/files/settings-text.ts';
import { settingsSchema } from '../../../src/domain/settings.ts';
import { defaults } from '../../../src/site.ts';
import { ARTICLE, BODY, FRONTMATTER, mdx, problemsOf, testFaults } from '../../support/broken.ts';
import { problemsIn } from '../../support/problems.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const FILE = 'archive.yaml';
const having = (text: string) => ({ [FILE]: text });

// biome-ignore format: a table
testFaults([
  ['a blank title', having('title: " "\n'), `${FILE}:1:8`, '" "', 'not blank', 'Write the text'],
  ['a title that is empty', having('title:\n'), `${FILE}:1:1`, 'title', '“title” is not blank', 'Write text'],
  ['a title that is a number', having('title: 1884\n'), `${FILE}:1:8`, '1884', '“title” is text', 'quotation marks'],
  ['a title that is long', having(`# Ours\ntitle: ${'Boats '.repeat(12)}of Quern\n`), `${FILE}:2:8`, `${'Boats '.repeat(12)}of Quern`, 'at most 60', 'Shorten it'],
  ['a setting that is mistyped', having('titel: Boats\n'), `${FILE}:1:1`, 'titel', 'Only known fields', 'Did you mean “title”?'],
  ['a setting that there is not', having('colour: red\n'), `${FILE}:1:1`, 'colour', 'Only known fields', 'title, description, url, lang, about, contact, pageSize'],
  ['an address without its scheme', having('url: shelf.example\n'), `${FILE}:1:6`, 'shelf.example', 'https:// or http://', 'whole address'],
  ['a contact that is a script', having('contact: javascript:alert(1)\n'), `${FILE}:1:10`, 'javascript:alert(1)', 'address', 'mailto:'],
  ['a text where a list should be', having('about: We keep it.\n'), `${FILE}:1:8`, 'We keep it.', '“about” is a list', 'after a hyphen'],
  ['half an entry on a page', having('pageSize: 2.5\n'), `${FILE}:1:11`, '2.5', '1 to 500', 'whole number'],
  ['a language by its name', having('lang: English\n'), `${FILE}:1:7`, 'English', 'in English', 'lang: ar'],
  ['a language that the pages do not have', having('lang: ar\n'), `${FILE}:1:7`, 'ar', 'en-GB, en-US or en-AU', 'Articles in another language say so'],
  ['settings that are a list', having('- Boats\n'), `${FILE}:1:1`, '', 'a map of fields', 'title, description'],
  ['a quotation mark that is not closed', having("title: 'O\n"), `${FILE}:1:8`, "title: 'O", 'quotation mark', 'Close the quotation mark'],
  ['an apostrophe that ends a value early', having("title: 'The O'Darra shelf'\n"), `${FILE}:1:15`, "title: 'The O'Darra shelf'", 'end of a value', 'an apostrophe within them twice'],
  ['a key that stands twice', having('lang: en\nlang: en-GB\n'), `${FILE}:2:1`, 'lang: en-GB', 'A key stands once', 'Keep one'],
  ['a folder in place of the file', { [`${FILE}/`]: '' }, `${FILE}:1:1`, 'EISDIR', 'can be read', 'Check that it is a file'],
  ['the file under another name', { 'archive.yml': 'title: Boats\n' }, 'archive.yml:1:1', 'archive.yml', 'in archive.yaml', 'Rename the file'],
]);

describe('the settings of an archive', () => {
  test('all that is wrong is told at once, with the faults of articles', async (t) => {
    const problems = await problemsOf(t, {
      ...having('titel: Boats\nlang: de\npageSize: 0\n'),
      [ARTICLE]: mdx(FRONTMATTER, `${BODY}\nSee [this](ftp://quern.example/).\n`),
    });
    const files = problems.map(({ file, line }) => `${file}:${line}`);
    assert.deepEqual(files.slice(0, 3).toSorted(), [`${FILE}:1`, `${FILE}:2`, `${FILE}:3`]);
    assert.equal(problems.length, 4);
  });

  test('a link in their place is refused, and not followed', async (t) => {
    const root = scratchFolder(t);
    write(root, { 'elsewhere/own.yaml': 'title: Another’s\n' });
    mkdirSync(join(root, 'archive'));
    symlinkSync('../elsewhere/own.yaml', join(root, 'archive', FILE));
    const [problem] = await problemsIn(join(root, 'archive'));
    assert.match(problem?.rule ?? '', /this is a link/);
    assert.equal(settledAt(join(root, 'archive'), defaults).title, defaults.title);
  });

  test('are what the file says, and else what holds for every archive', async (t) => {
    const root = scratchFolder(t);
    assert.deepEqual(settledAt(root, defaults), { ...defaults, url: '' });
    const about = 'We keep it. '.repeat(100).trim();
    write(root, {
      [FILE]: `title: The O'Darra shelf\nlang: en-US\nabout:\n  - >-\n    ${about}\n`,
    });
    const { title, lang, about: said, pageSize } = settledAt(root, defaults);
    assert.deepEqual(
      { title, lang, said, pageSize },
      { title: "The O'Darra shelf", lang: 'en-US', said: [about], pageSize: 50 },
    );
    assert.deepEqual(await problemsIn(root), []);
  });

  test('are written so that they are read as they were, whatever is in them', (t) => {
    for (const sign of [
      "'",
      '"',
      ': ',
      ' #',
      '- ',
      '& *',
      '{[',
      '!',
      '%',
      '@',
      '\\',
      'null',
      '2031',
      'ثلاثة',
    ]) {
      const root = scratchFolder(t);
      const settings = settingsSchema.parse({
        ...{
          ...defaults,
          title: `A${sign}B`,
          about: [`${sign.trim()}x`, 'b'],
          url: 'https://a.example/b/',
        },
        contact: 'mailto:desk@a.example',
      });
      write(root, { [FILE]: settingsText(settings) });
      assert.deepEqual(settledAt(root, defaults), settings);
      write(root, { [FILE]: settingsText({ ...settings, about: [], url: '', contact: '' }) });
      assert.deepEqual(settledAt(root, defaults), { ...settings, about: [], url: '', contact: '' });
    }
  });
});
