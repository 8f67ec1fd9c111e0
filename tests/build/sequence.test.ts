import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { inventArchive } from '../../src/bench/invented/archive.ts';
import { type Chance, chanceOf } from '../../src/bench/invented/chance.ts';
import { filesIn } from '../../src/build/outputs.ts';

// Each sequence takes two builds; SEQUENCES=50 for the long run.
const SEQUENCES = Number(process.env['SEQUENCES']) || 5;
const CHANGES = 3;

const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const content = join(folder, 'content');
const site = join(folder, 'site');

const build = (from: string, out: string): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    env: { ...process.env, ARCHIVE_CONTENT: from },
    encoding: 'utf8',
  });

/** Every file of a site with the digest of its bytes. */
const bytesOf = (out: string) =>
  filesIn(out)
    .toSorted()
    .map(
      (path) =>
        `${path} ${createHash('sha256')
          .update(readFileSync(join(out, path)))
          .digest('hex')}`,
    );

const filesBelow = (part: string) =>
  filesIn(join(content, part)).map((path) => join(content, part, path));
const articles = () => filesBelow('articles').toSorted();
const people = () => filesBelow('people').toSorted();
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));
const named = (file: string, name: string) => join(dirname(file), name);

/** What an archivist may do to an archive; some of it is refused where something else depends on it. */
const CHANGES_MADE: [name: string, change: (chance: Chance, number: number) => void][] = [
  [
    'a paragraph more',
    (chance, number) =>
      edit(chance.pick(articles()), (text) => `${text}\nIt rained ${number} days.\n`),
  ],
  [
    'another headline',
    (chance, number) =>
      edit(chance.pick(articles()), (text) =>
        text.replace(/^---\n(title: .*\n)?/, `---\ntitle: Headline ${number}\n`),
      ),
  ],
  [
    'a new article',
    (chance, number) =>
      edit(chance.pick(articles()), (text) => {
        const day = text.match(/^date: ?["']?(\d{4}-\d{2}-\d{2})/m)?.[1] ?? '';
        const file = join(content, 'articles', day.replaceAll('-', '/'), `new-${number}.mdx`);
        writeFileSync(file, `---\ndate: ${day}\ntext: account\n---\nNews of day ${number}.\n`);
        return text;
      }),
  ],
  ['an article gone', (chance) => rmSync(chance.pick(articles()))],
  [
    'an article renamed',
    (chance, number) => {
      const file = chance.pick(articles());
      renameSync(file, named(file, `renamed-${number}.mdx`));
    },
  ],
  [
    'a draft',
    (chance) =>
      edit(chance.pick(articles()), (text) => text.replace('---\n', '---\ndraft: true\n')),
  ],
  [
    'an article withdrawn',
    (chance) =>
      edit(chance.pick(articles()), (text) =>
        text.replace('---\n', '---\nwithdrawn: { date: 2032-01-01, reason: Asked for. }\n'),
      ),
  ],
  [
    'an article with JSX',
    (chance, number) =>
      edit(chance.pick(articles()), (text) => `${text}\n<aside>Aside ${number}.</aside>\n`),
  ],
  [
    'an article with a component',
    (chance, number) =>
      edit(
        chance.pick(articles()),
        (text) =>
          `${text}\n<Note by="${chance.pick(['archive', 'publisher'])}">Note ${number}.</Note>\n`,
      ),
  ],
  [
    'a description',
    (chance, number) =>
      edit(
        chance.pick(people()),
        (text) => `${text.replace(/^description:.*\n/m, '')}description: Pilot ${number}.\n`,
      ),
  ],
  [
    'another name',
    (chance, number) =>
      edit(chance.pick(people()), (text) =>
        text.replace(/^name: (.*)$/m, `name: Person ${number}`),
      ),
  ],
  [
    'an alias',
    (chance, number) =>
      edit(
        chance.pick(people()),
        (text) => `${text.replace(/^aliases:.*\n(?: *- .*\n)*/m, '')}aliases: [Alias ${number}]\n`,
      ),
  ],
  [
    'a new record',
    (_, number) =>
      writeFileSync(join(content, 'people', `new-${number}.yaml`), `name: New Person ${number}\n`),
  ],
  ['a record gone', (chance) => rmSync(chance.pick(people()))],
  [
    'a record renamed',
    (chance, number) => {
      const file = chance.pick(people());
      renameSync(file, named(file, `renamed-${number}.yaml`));
    },
  ],
  [
    'a page that somebody has spoilt',
    (chance) => {
      const pages = filesIn(site).filter((path) => basename(path) === 'index.html');
      if (pages.length > 0) writeFileSync(join(site, chance.pick(pages)), 'spoilt');
    },
  ],
  [
    'a page that somebody has removed',
    (chance) => {
      const pages = filesIn(site).filter((path) => basename(path) === 'index.json');
      if (pages.length > 0) rmSync(join(site, chance.pick(pages)));
    },
  ],
];

suite('a build after changes is, byte for byte, a build from nothing', () => {
  inventArchive(content, 40, 3);
  const chance = chanceOf(Number(process.env['SEED']) || 7);
  let number = 0;
  for (let sequence = 1; sequence <= SEQUENCES; sequence++) {
    test(`sequence ${sequence}`, () => {
      const before = join(folder, 'before');
      cpSync(content, before, { recursive: true });
      const done: string[] = [];
      for (let change = 0; change < CHANGES; change++) {
        const [name, make] = chance.pick(CHANGES_MADE);
        done.push(name);
        make(chance, ++number);
      }
      // Where nothing is known of it: another folder has another cache.
      const copy = join(folder, `content-${sequence}`);
      cpSync(content, copy, { recursive: true });
      const anew = join(folder, 'anew');
      const clean = build(copy, anew);
      const last = existsSync(site) ? bytesOf(site) : [];
      const changed = build(content, site);
      assert.equal(changed.status, clean.status, `${done}\n${changed.stderr}${clean.stderr}`);
      if (clean.status === 0) assert.deepEqual(bytesOf(site), bytesOf(anew), `${done}`);
      else {
        assert.deepEqual(existsSync(site) ? bytesOf(site) : [], last, `refused, and kept: ${done}`);
        assert.equal(changed.stderr, clean.stderr.replaceAll(copy, content));
        rmSync(content, { recursive: true });
        cpSync(before, content, { recursive: true });
      }
      for (const one of [before, copy, anew]) rmSync(one, { recursive: true, force: true });
    });
  }
});
