import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
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
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { copyWholeProject } from '../support/scratch.ts';
import { bytesOf } from '../support/site-bytes.ts';

// Each sequence takes two builds; SEQUENCES=50 for the long run.
const SEQUENCES = Number(process.env['SEQUENCES']) || 3;
const CHANGES = 3;

const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const content = join(folder, 'content');
const site = join(folder, 'site');
/** The project as its owner has it, who changes its code too. */
const project = join(folder, 'project');
copyWholeProject(project);

/** What is set for every command from some change on: the address of the site. */
const settings: Record<string, string> = {};

const run = (command: string, from: string, ...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd: project,
    env: { ...process.env, ...settings, ARCHIVE_CONTENT: from },
    encoding: 'utf8',
  });

const build = (from: string, out: string) => run('build', from, '--out', out);

const filesBelow = (part: string) =>
  filesIn(join(content, part)).map((path) => join(content, part, path));
const articles = () => filesBelow('articles').toSorted();
const people = () => filesBelow('people').toSorted();
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));
const named = (file: string, name: string) => join(dirname(file), name);

/** A correction more in the frontmatter of an article, or the fields of a record. */
const corrected = (text: string, correction: string) =>
  /^corrections:$/m.test(text)
    ? text.replace(/^corrections:$/m, `corrections:\n  - ${correction}`)
    : text.replace(/^(title|name): .*$/m, `$&\ncorrections:\n  - ${correction}`);
const said = (fields: string) => `{ date: 2032-01-01, note: It was so., ${fields} }`;
const fieldOf = (text: string, key: string) => {
  const value = text.match(new RegExp(`^${key}: (.*)$`, 'm'))?.[1] ?? '';
  return value.startsWith('"') ? JSON.parse(value) : value;
};

const KILLED = 'a build that is killed';

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
  ['a seal', () => run('seal', content)],
  [
    'a paragraph more, and it says so',
    (chance, number) =>
      edit(chance.pick(articles()), (text) => {
        const more = `It snowed ${number} days.`;
        return `${corrected(text, said(`added: ${paragraphId(more)}`))}\n${more}\n`;
      }),
  ],
  [
    'a headline corrected',
    (chance, number) =>
      edit(chance.pick(articles()), (text) => {
        const title = fieldOf(text, 'title');
        if (title === '') return text;
        const changed = text.replace(/^title: .*$/m, `title: Corrected ${number}`);
        return corrected(changed, said(`was: title, text: ${JSON.stringify(title)}`));
      }),
  ],
  [
    'a name corrected',
    (chance, number) =>
      edit(chance.pick(people()), (text) => {
        const name = fieldOf(text, 'name');
        const changed = text
          .replace(/^name: .*$/m, `name: Corrected ${number}`)
          .replace(/^aliases: .*$/m, `aliases: [${JSON.stringify(name)}]`);
        return corrected(changed, said(`was: name, text: ${JSON.stringify(name)}`));
      }),
  ],
  [
    'a name taken off an article',
    (chance) =>
      edit(chance.pick(articles()), (text) => text.replace(/^people: .*$/m, 'people: []')),
  ],
  [
    'a word withheld',
    (chance, number) =>
      edit(chance.pick(articles()), (text) => {
        const words = text.slice(text.lastIndexOf('---')).match(/\p{L}{5,}/gu) ?? ['nothing'];
        const entry = `{ name: ${chance.pick(words)}, as: word ${number}, reason: Asked for., date: 2032-01-01 }`;
        return text.replace(/^date: .*$/m, `$&\nwithheld: [${entry}]`);
      }),
  ],
  [
    'two records merged',
    (chance) => {
      const [gone, heir] = [chance.pick(people()), chance.pick(people())];
      if (gone === heir) return;
      const [was, is] = [gone, heir].map((file) => basename(file, '.yaml'));
      const name = fieldOf(readFileSync(gone, 'utf8'), 'name');
      rmSync(gone);
      edit(heir, (text) =>
        text.replace(/^aliases: .*$/m, `aliases: [${JSON.stringify(name)}]\nformerly: [${was}]`),
      );
      for (const file of articles())
        edit(file, (text) => text.replace(new RegExp(`(?<=[[ ])${was}(?=[,\\]])`), `${is}`));
    },
  ],
  [
    'another address of the site',
    (chance) => {
      settings['SITE_URL'] = chance.pick(['https://one.example/', 'https://two.example/base/']);
    },
  ],
  [
    KILLED,
    (chance) => {
      spawnSync(process.execPath, ['src/cli/build.ts', '--out', site], {
        cwd: project,
        env: { ...process.env, ...settings, ARCHIVE_CONTENT: content },
        timeout: 300 + chance.below(6000),
        killSignal: 'SIGKILL',
        stdio: 'ignore',
      });
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

const code = (path: string, change: (text: string) => string) => {
  const file = join(project, path);
  const changed = change(readFileSync(file, 'utf8'));
  assert.notEqual(changed, readFileSync(file, 'utf8'), path);
  writeFileSync(file, changed);
};

/** What whoever has the project may do to its code: what it says, how it looks, what it measures. */
const CODE_CHANGED: [name: string, change: (number: number) => void][] = [
  [
    'another type of what is cited',
    (number) =>
      code('src/domain/citation/csl.ts', (text) =>
        text.replace(/type: '[^']*'/, `type: 'report-${number}'`),
      ),
  ],
  [
    'another word on the page of an article',
    (number) =>
      code('src/views/article/ArticleView.astro', (text) =>
        text.replace(/(<h2 id="names">)[^<]*/, `$1Names, ${number}`),
      ),
  ],
  [
    'another word on the page of a record',
    (number) =>
      code('src/views/record/RecordView.astro', (text) =>
        text.replace(/: every mention[^`]*`/, `: every mention, ${number}\``),
      ),
  ],
  [
    'another sentence in the feeds',
    (number) =>
      code('src/outputs/feeds/discovery.ts', (text) =>
        text.replace(/'what was changed[^']*'/, `'what was changed, ${number}'`),
      ),
  ],
  [
    'another rule of what is related',
    (number) =>
      code('src/domain/article/related.ts', (text) =>
        text.replace(/LOOKED_AT = \d+/, `LOOKED_AT = ${100 + number}`),
      ),
  ],
  [
    'longer opening words',
    (number) =>
      code('src/content/reading/stored-article.ts', (text) =>
        text.replace(/OPENING = \d+/, `OPENING = ${20 + number}`),
      ),
  ],
  [
    'another rule of style',
    (number) => code('src/styles/site.css', (text) => `${text}.rule-${number} { color: red }\n`),
  ],
  [
    'another word of a script',
    (number) =>
      code(
        'src/client/quote/element.ts',
        (text) => `${text}\nconsole.debug('quoted ${number}');\n`,
      ),
  ],
  [
    'other outlines of the maps',
    (number) =>
      code('src/outputs/map/outline.ts', (text) =>
        text.replace(/stroke="#[0-9a-f]{6}"/, `stroke="#${100000 + number}"`),
      ),
  ],
  [
    'another weight of words in headings',
    (number) =>
      code('src/domain/search/words/weight.ts', (text) =>
        text.replace(/IN_HEADING = \d+/, `IN_HEADING = ${20 + number}`),
      ),
  ],
  [
    'a comment on what is measured',
    (number) => code('src/bench/table.ts', (text) => `// ${number}\n${text}`),
  ],
];

/** A report without what to do: what was published is known to whoever built it, and to nobody else. */
const withoutFixes = (report: string) => report.replace(/^ {2}Fix: (?:(?!\n\n)[\s\S])*/gm, '');

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
      if (chance.oneIn(2)) {
        const [name, make] = chance.pick(CODE_CHANGED);
        done.push(name);
        make(++number);
      }
      // What is listed is built, and what is sealed is held from then on.
      if (chance.oneIn(2)) {
        done.push('a seal at the end');
        run('seal', content);
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
        const told = withoutFixes(clean.stderr.replaceAll(copy, content).replaceAll(anew, site));
        assert.equal(withoutFixes(changed.stderr), told);
        rmSync(content, { recursive: true });
        cpSync(before, content, { recursive: true });
        // A build that was to be killed may have come to its end, with a ledger that is now taken back.
        if (done.includes(KILLED)) rmSync(site, { recursive: true, force: true });
      }
      for (const one of [before, copy, anew]) rmSync(one, { recursive: true, force: true });
    });
  }
});
