import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesBelow } from '../../src/content/files/files-below.ts';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { png } from '../support/picture.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const ITEMS = 150;
// A hundred take minutes; KILLS=100 asks for them.
const KILLS = Number(process.env['KILLS'] ?? 10);

/** A wire file of invented items. */
function wire(): string {
  const item = (number: number) => ({
    uri: `urn:wire:${number}`,
    type: 'text',
    pubstatus: 'usable',
    language: 'en',
    contentcreated: `2031-0${1 + (number % 9)}-1${number % 10}T08:00:00Z`,
    headlines: [{ value: `Report ${number % 40} from Saltholm` }],
    people: [{ name: `Person ${number % 30}` }],
    places: [{ name: 'Saltholm' }],
    // Some have a picture, whose file comes in with them or not at all.
    ...(number % 10 === 0 && {
      associations: [
        {
          type: 'picture',
          descriptions: [{ value: 'The harbour.' }],
          renditions: [{ href: 'harbour.png' }],
        },
      ],
    }),
    bodies: [
      {
        contenttype: 'text/plain',
        value: `Person ${number % 30} spoke in Saltholm.\n\n${number} boats sailed; at least ${number + 2} people were hurt. ${'The harbour was full that day. '.repeat(60)}`,
      },
    ],
  });
  return Array.from({ length: ITEMS }, (_, number) => JSON.stringify(item(number))).join('\n');
}

const snapshot = (folder: string) =>
  Object.fromEntries(
    filesBelow(folder)
      .filter(({ isFolder }) => !isFolder)
      .map(({ path }) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

test(`an import killed ${KILLS} times leaves whole files alone, and the next one completes it`, async (t) => {
  const folder = scratchFolder(t);
  write(folder, { 'wire.ndjson': wire(), 'harbour.png': png(16, 12) });
  const args = ['src/cli/import.ts', join(folder, 'wire.ndjson')];
  const env = (name: string) => ({ ARCHIVE_CONTENT: join(folder, name) });
  const whole = await runNode(args, { cwd: root, env: env('whole') });
  assert.equal(whole.code, 0, whole.stderr);
  const expected = snapshot(join(folder, 'whole'));
  const ending = (name: string) => Object.keys(expected).filter((path) => path.endsWith(name));
  assert.equal(ending('.mdx').length, ITEMS);
  assert.equal(ending('/harbour.png').length, ITEMS / 10);
  const killed = join(folder, 'killed');
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env('killed') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const exited = once(child, 'exit');
    // From the first entry on, at a moment that differs each time.
    let seen = 0;
    const after = 1 + Math.floor(Math.random() * (ITEMS / KILLS) * 1.5);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      seen += text.split('\nimported ').length - 1;
      if (seen >= after) setTimeout(() => child.kill('SIGKILL'), Math.random() * 8);
    });
    await exited;
    if (!existsSync(killed)) continue;
    for (const [path, text] of Object.entries(snapshot(killed)))
      assert.equal(text, expected[path], path);
    for (const name of readdirSync(killed, { recursive: true }) as string[])
      assert.match(
        name,
        statSync(join(killed, name)).isDirectory() ? /^[^.]+$/ : /\.(?:mdx|yaml|png)$/,
      );
  }
  const last = await runNode(args, { cwd: root, env: env('killed') });
  assert.equal(last.code, 0, last.stderr);
  assert.deepEqual(snapshot(killed), expected);
  const again = await runNode(args, { cwd: root, env: env('killed') });
  assert.match(again.stdout, new RegExp(`${ITEMS} articles were in already, unchanged`));
});
