import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { inventArchive } from '../../src/bench/invented/archive.ts';
import { readLedgerFiles } from '../../src/content/ledger/ledger-files.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { isHalfway } from '../../src/placement/workplace.ts';
import type { Outcome } from './command.ts';
import { scratchFolder, write } from './scratch.ts';

/** How many texts an import brings in. */
const TEXTS = 4;
const ENTRIES = 4;

/** A command that is at work. */
export interface Running {
  child: ChildProcess;
  outcome: Promise<Outcome>;
}

/** Invented archives, and whatever is done to them at once. */
export class Archives {
  readonly folder: string;
  readonly dist: string;
  #turn = 0;

  constructor(t: TestContext) {
    this.folder = scratchFolder(t);
    this.dist = join(this.folder, 'dist');
    for (const [seed, name] of ['one', 'other'].entries())
      inventArchive(this.content(name), ENTRIES, seed + 7);
  }

  content(name = 'one'): string {
    return join(this.folder, name);
  }

  /** Texts that no archive has yet, for whoever imports from now on. */
  turn(): void {
    this.#turn += 1;
    const files = Array.from({ length: TEXTS }, (_, at) => [
      `input-${this.#turn}/${at}.txt`,
      `Title: Notice ${this.#turn} of the ${at} days\nDate: 2043-0${1 + (at % 9)}-1${this.#turn % 10}\n\nNotice ${this.#turn}: the lamp of pier ${at} was lit ${this.#turn * 31 + at * 7} times, said nobody but keeper number ${this.#turn}${at}.\n`,
    ]);
    write(this.folder, Object.fromEntries(files));
    for (const name of ['bag', 'site.zip'])
      rmSync(join(this.folder, name), { recursive: true, force: true });
  }

  /** What each command is given. */
  get commands(): Record<string, string[]> {
    const [dist, input] = [this.dist, join(this.folder, `input-${this.#turn}`)];
    return {
      build: ['build.ts', '--out', dist],
      seal: ['seal.ts'],
      import: ['import.ts', '--accept', input],
      review: ['import.ts', '--review', '--accept'],
      // biome-ignore format: a command as it is typed
      new: ['new.ts', '--title', `Notice ${this.#turn}`, '--date', '2043-11-11', '--text', join(input, '0.txt')],
      bag: ['bag.ts', '--dist', dist, join(this.folder, 'bag')],
      pack: ['pack.ts', '--dist', dist, join(this.folder, 'site.zip')],
      verify: ['verify.ts', dist],
    };
  }

  /** Starts a command. @param archive whose content it is about */
  start(name: string, archive?: string): Running {
    const [file = '', ...args] = this.commands[name] ?? [];
    const child = spawn(process.execPath, [`src/cli/${file}`, ...args], {
      env: { ...process.env, ARCHIVE_CONTENT: this.content(archive) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    const outcome = Promise.all([code, text(child.stdout), text(child.stderr)]).then(
      ([code, stdout, stderr]) => ({ code, stdout, stderr }),
    );
    return { child, outcome };
  }

  run(name: string, archive?: string): Promise<Outcome> {
    return this.start(name, archive).outcome;
  }

  /**
   * Whatever went on, what is on the disk must be whole: the ledger, each text exactly once, and a site that is sound
   * or says that it is unfinished.
   */
  async check(): Promise<void> {
    for (const name of ['one', 'other']) {
      const { problems } = readLedgerFiles(this.content(name));
      assert.deepEqual(problems, []);
      this.#checkTexts(name);
    }
    const { code, stderr } = await this.run('verify');
    if (code === 0) return;
    assert.ok(!existsSync(this.dist) || isHalfway(this.dist), stderr);
    assert.match(stderr, /A build was stopped while|There is no folder/);
  }

  #checkTexts(name: string): void {
    const folder = join(this.content(name), 'articles');
    const notices = filesIn(folder)
      .filter((path) => path.startsWith('2043/'))
      .map((path) => readFileSync(join(folder, path), 'utf8'));
    for (const notice of notices)
      assert.match(notice, /^---\n[\s\S]*\n---\n[\s\S]*Notice \d+: .*\.\n$/);
    const texts = notices.map((notice) => notice.slice(notice.indexOf('\n---\n')));
    assert.equal(new Set(texts).size, texts.length, 'each text is in once');
  }

  /** The same commands then end as if nothing had been, and clear away what was left. */
  async checkNext(): Promise<void> {
    for (const name of ['import', 'seal', 'build', 'bag', 'pack', 'verify']) {
      const { code, stdout, stderr } = await this.run(name);
      const isThere = name === 'bag' && /is there, and not empty/.test(stderr);
      assert.ok(code === 0 || isThere, `${name}: ${stdout}${stderr}`);
    }
    await this.check();
    assert.ok(!isHalfway(this.dist));
    const left = readdirSync(this.folder).filter((name) => name.startsWith('.'));
    assert.deepEqual(left, [], 'nothing is left behind');
  }
}

/** What a command says is for whoever typed it: never a trace of the code. */
export function assertTold({ code, stdout, stderr }: Outcome, name: string): void {
  const said = `${name}: ${code}\n${stdout}\n${stderr}`;
  assert.doesNotMatch(stderr, /^ {4}at |\bError: /m, said);
  assert.ok(code === 0 || stderr.trim() !== '', said);
}
