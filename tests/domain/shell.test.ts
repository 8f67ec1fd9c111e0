import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { articlesOfCommand, idCommands } from '../../src/domain/shell.ts';

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

test('three lines of shell list the articles of a name, of those it names and those it is about', {
  skip: !existsSync('/usr/bin/jq'),
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-shell-'));
  try {
    const list = join(folder, "a's.json");
    const one = (date: string, people: string[], about: string[]) => ({
      ...{ date, url: `https://a.example/${date}/`, people, about },
    });
    writeFileSync(
      list,
      JSON.stringify([
        one('2031-04-02', ['ada-varga'], []),
        one('2031-04-03', ['bo-lind'], ['ada-varga']),
        one('2031-04-04', ['ada-varga-2'], []),
      ]),
    );
    const command = articlesOfCommand(pathToFileURL(list).href, 'people', 'ada-varga');
    assert.equal(
      execFileSync('sh', ['-c', command], { encoding: 'utf8' }),
      '2031-04-02 https://a.example/2031-04-02/\n2031-04-03 https://a.example/2031-04-03/\n',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
